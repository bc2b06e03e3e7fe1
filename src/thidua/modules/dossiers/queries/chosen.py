"""Which initiatives count for which candidacy: an initiative serves one honour once."""

from collections.abc import Iterable, Mapping
from typing import Any

from thidua.modules.dossiers.models import Candidate
from thidua.modules.people.kinds import CheckState
from thidua.modules.people.models import InitiativeAuthor


def chosen_by(candidates: Iterable[Candidate]) -> dict[int, frozenset[int]]:
    """The initiatives that each candidacy names, by candidate id."""
    return {row.pk: frozenset(i.pk for i in row.initiatives.all()) for row in candidates}


def with_initiatives(
    candidate: Candidate,
    record: dict[str, Any],
    chosen: Mapping[int, frozenset[int]],
    mine: Iterable[Candidate],
) -> dict[str, Any]:
    """The record with only what this candidacy may count.

    Those it names; when it names none, all but those named by another candidacy of the same person.
    """
    if candidate.person is None:
        return record
    named = chosen[candidate.pk]
    if not named and "initiatives" not in record:
        return record
    taken = frozenset().union(*(chosen[row.pk] for row in mine if row.pk != candidate.pk))
    rows = [
        row
        for row in candidate.person.initiatives.all()
        if (row.initiative_id in named if named else row.initiative_id not in taken)
    ]
    return record | {"initiatives": [_fact(row) for row in rows]}


def _fact(author: InitiativeAuthor) -> dict[str, Any]:
    row = author.initiative
    fact: dict[str, Any] = {
        "year": row.year,
        "scope": row.scope,
        "kind": row.kind,
        "checked": row.check_state == CheckState.CHECKED,
    }
    return fact | ({"used_for": author.used_for} if author.used_for else {})
