"""Who of a list seems to be in the records already: by number anywhere, by name and birth in the unit."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from thidua.kernel.text import fold
from thidua.modules.intake.api import SURE, Match, Verdict
from thidua.modules.organisations.api import Actor
from thidua.modules.people import personal_numbers
from thidua.modules.people.actions.newcomers import Newcomer
from thidua.modules.people.models import Person
from thidua.modules.people.queries import present_in

ALIKE = 88
OTHER_SIGNS, NO_BIRTH = 95, 90


class Known(NamedTuple):
    """As much of a record as is compared."""

    pk: int
    name: str
    born_on: date | None
    birth_year: int | None
    folded: str


class KnownPeople:
    """The people of each unit are read once, when a line first names the unit."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._by_name: dict[tuple[int, str], list[Known]] = defaultdict(list)
        self._by_birth: dict[tuple[int, int], list[Known]] = defaultdict(list)
        self._read: set[int] = set()

    def match(self, verdicts: Sequence[Verdict]) -> None:
        newcomers = {id(verdict): verdict.value for verdict in verdicts}
        self._read_units({one.organisation.pk for one in newcomers.values()})
        numbers = self._by_number(newcomers.values())
        rest: list[Verdict] = []
        for verdict in verdicts:
            who: Newcomer = verdict.value
            verdict.match = numbers.get(who.identity.number or "") or self._same_name(who)
            if verdict.match is None and who.identity.birth_year:
                rest.append(verdict)
        self._match_alike(rest)

    def _read_units(self, ids: set[int]) -> None:
        new = ids - self._read
        self._read |= new
        if not new:
            return
        rows = Person.objects.filter(organisation__in=new, merged_into__isnull=True)
        for unit, pk, name, born_on, birth_year in rows.values_list(
            "organisation_id", "pk", "name", "born_on", "birth_year"
        ):
            known = Known(pk, name, born_on, birth_year, fold(name))
            self._by_name[unit, known.folded].append(known)
            if birth_year:
                self._by_birth[unit, birth_year].append(known)

    def _by_number(self, newcomers: Iterable[Newcomer]) -> dict[str, Match]:
        """Of somebody outside the scope only that he exists is told."""
        asked = {one.identity.number for one in newcomers if one.identity.number}
        keys = personal_numbers.numbers_by_key(asked)
        # That none is empty must be said: only so is the index of numbers taken.
        numbered = Person.objects.filter(number_key__among=list(keys), merged_into__isnull=True)
        found = dict(numbered.exclude(number_key="").values_list("number_key", "pk"))
        if not found:
            return {}
        mine = dict(present_in(self._actor).filter(pk__in=found.values()).values_list("pk", "name"))
        elsewhere = _("This number belongs to somebody of another unit: ask for a transfer.")
        return {keys[key]: Match(pk, mine.get(pk, elsewhere)) for key, pk in found.items()}

    def _same_name(self, who: Newcomer) -> Match | None:
        found = [
            (likeness, known)
            for known in self._by_name.get((who.organisation.pk, who.folded), ())
            if (likeness := _likeness(who, known))
        ]
        if not found:
            return None
        likeness, known = max(found, key=lambda one: one[0])
        return Match(known.pk, _described(known), likeness)

    def _match_alike(self, verdicts: Sequence[Verdict]) -> None:
        """Names that read alike, of the same year: a list typed in haste."""
        groups: dict[tuple[int, int], list[Verdict]] = defaultdict(list)
        for verdict in verdicts:
            who: Newcomer = verdict.value
            key = (who.organisation.pk, who.identity.birth_year or 0)
            if self._by_birth.get(key):
                groups[key].append(verdict)
        for key, group in groups.items():
            _match_group(group, self._by_birth[key])


def _match_group(group: Sequence[Verdict], there: Sequence[Known]) -> None:
    scores = process.cdist(
        [verdict.value.folded for verdict in group],
        [known.folded for known in there],
        scorer=fuzz.ratio,
        score_cutoff=ALIKE,
    )
    for verdict, row in zip(group, scores, strict=True):
        best = int(row.argmax())
        if row[best]:
            verdict.match = Match(there[best].pk, _described(there[best]), min(round(row[best]), SURE - 1))


def _likeness(who: Newcomer, known: Known) -> int:
    """0 where the births say that they are two people."""
    mine, theirs = who.identity, known
    if mine.born_on and theirs.born_on and mine.born_on != theirs.born_on:
        return 0
    if mine.birth_year and theirs.birth_year and mine.birth_year != theirs.birth_year:
        return 0
    if not (mine.birth_year and theirs.birth_year):
        return NO_BIRTH
    return SURE if mine.name == theirs.name else OTHER_SIGNS


def _described(known: Known) -> str:
    return f"{known.name}, {known.birth_year}" if known.birth_year else known.name
