"""Records that are probably of one person: the same birth, and names that read alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from rapidfuzz import fuzz

from thidua.kernel.text import fold
from thidua.modules.organisations.api import Actor
from thidua.modules.people.models import Person
from thidua.modules.people.queries.visible import present_in

ALIKE = 88
SHOWN = 10
MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class Double:
    person: Person
    likeness: int
    same_birth: bool


class Other(NamedTuple):
    """As much of a record as is compared."""

    pk: int
    name: str
    born_on: date | None
    birth_year: int | None


def likely_doubles(actor: Actor, person: Person) -> list[Double]:
    """The likeliest first: at least family and given name and, where both are known, the year of birth agree."""
    found = [
        (other.pk, _likeness(person, other), _same_birth(person, other)) for other in _others(actor, person)
    ]
    alike = [row for row in found if row[1] >= ALIKE]
    likeliest = sorted(alike, key=lambda row: (-row[2], -row[1], row[0]))[:SHOWN]
    people = Person.objects.select_related("organisation").in_bulk([pk for pk, _likeness, _same in likeliest])
    return [Double(people[pk], likeness, same) for pk, likeness, same in likeliest]


def _others(actor: Actor, person: Person) -> Iterable[Other]:
    words = fold(person.name).split(" ")
    rows = present_in(actor).exclude(pk=person.pk)
    rows = rows.filter(search__contains=words[0]).filter(search__contains=words[-1])
    if person.birth_year:
        rows = rows.filter(Q(birth_year=person.birth_year) | Q(birth_year__isnull=True))
    rows = rows.order_by("sort", "id")[:MOST_COMPARED]
    return (Other(*row) for row in rows.values_list("pk", "name", "born_on", "birth_year"))


def _likeness(person: Person, other: Other) -> int:
    likeness = round(fuzz.ratio(fold(person.name), fold(other.name)))
    if person.born_on and other.born_on and person.born_on != other.born_on:
        likeness -= 100 - ALIKE  # two namesakes born on different days are hardly one person
    return likeness


def _same_birth(person: Person, other: Other) -> bool:
    if person.born_on and other.born_on:
        return person.born_on == other.born_on
    return bool(person.birth_year) and person.birth_year == other.birth_year
