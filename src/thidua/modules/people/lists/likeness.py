"""Whether somebody on record can be the one whom a list names, and whose name reads nearly the same."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rapidfuzz import fuzz, process

from thidua.kernel.text import TONES, fold
from thidua.modules.intake.api import SURE, Match
from thidua.modules.people.models import Person

SHOWN = 60
YEAR = 4
ALIKE, OTHER_SIGNS = 88, 95
LOOKED_AT = 10


class Asked(NamedTuple):
    """How a list names somebody: `birth` is a day as 22/11/1980 or a year; all but the name may be empty."""

    name: str
    organisation_id: int
    birth: str = ""
    number: str = ""
    address: str = ""


class Found(NamedTuple):
    """`likeness` is SURE where the name leaves no doubt."""

    person: Person
    likeness: int = SURE

    @property
    def doubt(self) -> Match | None:
        """What the officer is asked to look at."""
        if self.likeness == SURE:
            return None
        known = [self.person.name, str(self.person.birth_year or ""), self.person.post]
        return Match(self.person.pk, ", ".join(part for part in known if part), self.likeness)


def fits(person: Person, asked: Asked, number_keys: AbstractSet[str]) -> bool:
    """Neither birth nor number says that it is somebody else: what is unknown on one side contradicts nothing."""
    has_other_number = asked.number and person.number_key and person.number_key not in number_keys
    return not has_other_number and _born(person, asked.birth)


def _born(person: Person, birth: str) -> bool:
    if not birth:
        return True
    if len(birth) > YEAR and person.born_on:
        return f"{person.born_on:%d/%m/%Y}" == birth
    return person.birth_year is None or str(person.birth_year) == birth[-YEAR:]


def most_alike(
    name: str, people: Mapping[str, Sequence[Person]], able: Callable[[Person], bool]
) -> Found | None:
    """Of those by folded name: one alone, or nobody."""
    scores = process.extract(fold(name), list(people), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=LOOKED_AT)
    found = [(score, person) for one, score, _place in scores for person in people[one] if able(person)]
    best = [person for score, person in found if score == found[0][0]]
    return Found(best[0], min(round(found[0][0]), SURE - 1)) if len(best) == 1 else None


def same_signs(name: str, known: str) -> bool:
    """Spelt alike, wherever the tone stands (Hoà, Hòa); a name without any sign says nothing of them."""
    return name.isascii() or _spelt(name) == _spelt(known)


def _spelt(name: str) -> list[tuple[str, list[str]]]:
    """Each word without its tone, and the tone."""
    words = unicodedata.normalize("NFD", name.casefold()).split()
    return [
        ("".join(mark for mark in word if mark not in TONES), [mark for mark in word if mark in TONES])
        for word in words
    ]
