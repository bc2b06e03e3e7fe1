"""Records as long rows, the sweep's own input: a column for each key of each list, people in ascending order."""

from collections.abc import Mapping, Sequence
from typing import Any

from thidua.law.record import LISTS
from thidua.law.sweeping import LongSheet, PlainColumns
from thidua.law.sweeping.shape import PEOPLE, shape
from thidua.modules.people.models import Collective, Person

Facts = dict[str, Any]
KINDS = {Person: "individual", Collective: "collective"}


def sheet_of(recipients: Sequence[Person] | Sequence[Collective], records: Mapping[int, Facts]) -> LongSheet:
    """All of one kind; their records by id."""
    ordered: list[Person | Collective] = sorted(recipients, key=lambda row: row.pk)
    about = [_about(row, records[row.pk]) for row in ordered]
    columns = {"people": _columns([row.pk for row in ordered], about, PEOPLE)}
    for name in LISTS:
        items = [(row.pk, item) for row in ordered for item in records[row.pk].get(name, ())]
        facts = [_flat(item) for _pk, item in items]
        columns[name] = _columns([pk for pk, _item in items], facts, shape(name))
    return LongSheet.of(columns)


def _about(row: Person | Collective, record: Facts) -> Facts:
    """What stands once in a record, and which of its lists nobody knows."""
    who = {"kind": KINDS[type(row)], "unit": row.organisation_id, "group": row.status_group or None}
    if isinstance(row, Person):
        who |= {"position": row.position or None, "sex": row.sex or None}
    flags = {name: record.get(name) for name in ("training", "registered")}
    unknown = " ".join(name for name in LISTS if name not in record)
    about: Facts = who | flags | record.get("collective", {}) | {"unknown": unknown or None}
    return about


def _flat(item: Facts) -> Facts:
    if "for_years" not in item:
        return item
    first, last = item["for_years"]
    return item | {"merit_from": first, "merit_to": last}


def _columns(whose: list[int], rows: list[Facts], keys: Mapping[str, Any]) -> PlainColumns:
    return PlainColumns({"person": whose, **{name: [row.get(name) for row in rows] for name in keys}})
