"""The whole record of candidates for the law: what people knows of them, and what the register says they received.

Titles and awards are given as lists only for those whose awards somebody answers for as complete
(people.kinds.Part.AWARDS); an entry not yet compared with its paper goes in as `checked: False`.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q

from thidua.modules.people import api as people
from thidua.modules.people.kinds import Part
from thidua.modules.people.models import Collective, Household, Person
from thidua.modules.register.models import Entry, Ground
from thidua.modules.register.queries.standing import in_force
from thidua.modules.rulebook import api as rulebook

Facts = dict[str, Any]
Key = tuple[str, int]
# By what a form of commendation was earned, as the law package names it.
EARNED_BY = {
    Ground.MERIT: "results",
    Ground.SUDDEN: "sudden",
    Ground.MOVEMENT: "movement",
    Ground.CAREER: "career",
    Ground.YEARS: "years",
    Ground.EXTERNAL: "contribution",
}


@dataclass(frozen=True, slots=True)
class Recipients:
    """Ids of those whose records are wanted."""

    persons: Collection[int] = ()
    collectives: Collection[int] = ()
    households: Collection[int] = ()


def records_for(wanted: Recipients, *, on: date, year: int | None = None) -> dict[Key, Facts]:
    """By ("person" | "collective" | "household", id): a record as law.Record.from_dict takes it.

    Everything as it stood on the day `on`; `year` chooses the head counts of collectives. The number of
    queries does not grow with the number of recipients.
    """
    given = {
        "person": people.facts_of_people(wanted.persons, on) if wanted.persons else {},
        "collective": people.facts_of_collectives(wanted.collectives, on, year) if wanted.collectives else {},
        "household": people.facts_of_households(wanted.households) if wanted.households else {},
    }
    records = {(kind, pk): facts for kind, found in given.items() for pk, facts in found.items()}
    received = awards_of(wanted, on=on)
    for key in _answered_for(wanted):
        records[key] |= received[key]
    return records


def record_for(
    *,
    person: int | None = None,
    collective: int | None = None,
    household: int | None = None,
    on: date,
    year: int | None = None,
) -> Facts:
    """The record of one recipient."""
    wanted = Recipients(*[() if pk is None else (pk,) for pk in (person, collective, household)])
    (record,) = records_for(wanted, on=on, year=year).values()
    return record


def _answered_for(wanted: Recipients) -> list[Key]:
    """Those whose titles and awards are known completely."""
    complete: list[Key] = []
    for kind, model, pks in (
        ("person", Person, wanted.persons),
        ("collective", Collective, wanted.collectives),
        ("household", Household, wanted.households),
    ):
        if pks:
            rows = model.objects.filter(pk__in=pks, known__contains=[Part.AWARDS])
            complete += [(kind, pk) for pk in rows.values_list("pk", flat=True)]
    return complete


def awards_of(wanted: Recipients, *, on: date) -> dict[Key, Facts]:
    """Titles and awards in force on the day, checked or not; a key for everybody asked for."""
    same = people.identities(wanted.persons) if wanted.persons else {}
    entries = Entry.objects.filter(
        Q(person__in=same) | Q(collective__in=wanted.collectives) | Q(household__in=wanted.households),
        Q(decided_on__isnull=True) | Q(decided_on__lte=on),
    )
    received: dict[Key, Facts] = defaultdict(lambda: {"titles": [], "awards": []})
    standing = in_force(entries, on).annotate(first_decided_on=F("refers_to__decided_on"))
    for entry in standing.order_by("year", "pk"):
        _put(received[_key(entry, same)], entry)
    return received


def _key(entry: Entry, same: dict[int, int]) -> Key:
    if entry.person_id:
        return "person", same[entry.person_id]
    return (
        ("collective", entry.collective_id) if entry.collective_id else ("household", entry.household_id or 0)
    )


def _put(lists: Facts, entry: Any) -> None:
    known = rulebook.find_honour(entry.honour)
    if known and known.nature == "title":
        lists["titles"].append({"honour": entry.honour, "year": entry.year, "checked": entry.is_checked})
    else:
        lists["awards"].append(_award(entry))


def _award(entry: Any) -> Facts:
    decided_on = entry.first_decided_on if entry.refers_to_id else entry.decided_on
    award: Facts = {
        "honour": entry.honour,
        "year": entry.year,
        "by": EARNED_BY[Ground(entry.ground)],
        "checked": entry.is_checked,
    }
    if decided_on:
        award["on"] = decided_on
    if entry.first_year and entry.last_year:
        award["for_years"] = [entry.first_year, entry.last_year]
    return award
