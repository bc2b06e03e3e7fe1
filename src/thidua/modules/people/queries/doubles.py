"""Records that are probably of one person: the same birth, and names that read alike."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz

from thidua.kernel.text import fold
from thidua.modules.organisations.api import Actor
from thidua.modules.people.models import Person
from thidua.modules.people.queries.visible import present_in

ALIKE = 88
MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class Double:
    person: Person
    likeness: int
    same_birth: bool


def likely_doubles(actor: Actor, person: Person) -> list[Double]:
    """The likeliest first: at least the given name and, where both are known, the year of birth agree."""
    found = [_compared(person, other) for other in _comparable(actor, person)]
    alike = [double for double in found if double.likeness >= ALIKE]
    return sorted(alike, key=lambda d: (-d.same_birth, -d.likeness, d.person.pk))[:10]


def _comparable(actor: Actor, person: Person) -> QuerySet[Person]:
    given_name = fold(person.name).split(" ")[-1]
    rows = present_in(actor).exclude(pk=person.pk).filter(search__contains=given_name)
    if person.birth_year:
        rows = rows.filter(Q(birth_year=person.birth_year) | Q(birth_year__isnull=True))
    return rows.select_related("organisation").order_by("sort", "id")[:MOST_COMPARED]


def _compared(person: Person, other: Person) -> Double:
    likeness = round(fuzz.ratio(fold(person.name), fold(other.name)))
    same_birth = (
        person.born_on == other.born_on
        if person.born_on and other.born_on
        else bool(person.birth_year) and person.birth_year == other.birth_year
    )
    if person.born_on and other.born_on and not same_birth:
        likeness -= 100 - ALIKE  # two namesakes born on different days are hardly one person
    return Double(other, likeness, same_birth)
