"""Records turned into long rows: the inverse of what a sweep reads."""

from collections.abc import Mapping, Sequence
from typing import Any

from thidua.law.record import LISTS
from thidua.law.sweeping.shape import shape

Rows = dict[str, list[Any]]


def long_rows(
    people: Mapping[int, Mapping[str, Any]], attributes: Mapping[int, Mapping[str, Any]]
) -> dict[str, Rows]:
    """Facts by person, and what else is known of each (kind, group, …), as one table per list."""
    files = {name: _rows(name, people) for name in LISTS if any(name in record for record in people.values())}
    return {"people": _people(people, attributes, files), **files}


def _rows(name: str, people: Mapping[int, Mapping[str, Any]]) -> Rows:
    items = [(person, _flat(item)) for person, record in people.items() for item in record.get(name, ())]
    keys = {key: [item.get(key) for _, item in items] for key in shape(name)}
    return {"person": [person for person, _ in items], **keys}


def _flat(item: Mapping[str, Any]) -> dict[str, Any]:
    first, last = item.get("for_years", (None, None))
    return {**item, "merit_from": first, "merit_to": last}


def _people(
    people: Mapping[int, Mapping[str, Any]],
    attributes: Mapping[int, Mapping[str, Any]],
    files: Sequence[str] | Mapping[str, Rows],
) -> Rows:
    rows = [
        {
            **record.get("collective", {}),
            **attributes[person],
            "training": record.get("training"),
            "registered": record.get("registered"),
            "unknown": " ".join(name for name in files if name not in record) or None,
        }
        for person, record in people.items()
    ]
    return {"person": list(people), **{key: [row.get(key) for row in rows] for key in shape("people")}}
