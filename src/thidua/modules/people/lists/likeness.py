"""Whether somebody on record can be the one whom a list names, and whose name reads nearly the same."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from rapidfuzz import fuzz, process

from thidua.kernel.text import fold
from thidua.modules.intake.api import SURE, Match
from thidua.modules.people.models import Person

SHOWN = 60
YEAR = 4
ALIKE = 88


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


def fits(person: Person, asked: Asked, number_keys: Set[str]) -> bool:
    """Neither birth nor number says that it is somebody else: what is unknown on one side contradicts nothing."""
    has_other_number = asked.number and person.number_key and person.number_key not in number_keys
    return not has_other_number and _born(person, asked.birth)


def _born(person: Person, birth: str) -> bool:
    if not birth:
        return True
    if len(birth) > YEAR and person.born_on:
        return f"{person.born_on:%d/%m/%Y}" == birth
    return person.birth_year is None or str(person.birth_year) == birth[-YEAR:]


def most_alike(name: str, people: Mapping[str, Sequence[Person]]) -> Found | None:
    """Of those by folded name: one alone, or nobody."""
    names = [one for one, able in people.items() if able]
    scores = process.extract(fold(name), names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=2)
    if not scores or (len(scores) > 1 and scores[0][1] == scores[1][1]):
        return None
    best, score, _place = scores[0]
    return Found(people[best][0], min(round(score), SURE - 1)) if len(people[best]) == 1 else None
