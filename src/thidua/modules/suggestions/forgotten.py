"""Direct workers with good grades and no award in five years: a question to the register, not a rule of law."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from thidua.modules.people.api import identities
from thidua.modules.people.kinds import GradeLevel, Position
from thidua.modules.people.models import Grade, Person
from thidua.modules.register.api import in_force
from thidua.modules.register.models import Entry

YEARS = 5
# A newcomer has not been forgotten.
LEAST_YEARS = 3
GOOD = frozenset({GradeLevel.GOOD, GradeLevel.EXCELLENT})


def forgotten(people: Sequence[Person], on: date) -> list[Person]:
    """Graded in three years or more of the last five, never less than good, and not in the register."""
    direct = {row.pk: row for row in people if row.position == Position.DIRECT_WORKER}
    same = identities(direct)
    well = _graded_well(same, on) - _awarded(same, on)
    return [row for pk, row in direct.items() if pk in well]


def _graded_well(same: Mapping[int, int], on: date) -> set[int]:
    grades = Grade.objects.filter(person__in=same, period__year__gt=on.year - YEARS, period__since__lte=on)
    levels: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = grades.exclude(level=GradeLevel.NOT_GRADED).values_list("person", "period__year", "level")
    for pk, year, level in rows:
        levels[same[pk]][year].add(level)
    return {
        pk
        for pk, years in levels.items()
        if len(years) >= LEAST_YEARS and set().union(*years.values()) <= GOOD
    }


def _awarded(same: Mapping[int, int], on: date) -> set[int]:
    """Entries not compared yet count as well: whoever may have received something was not forgotten."""
    entries = in_force(Entry.objects.filter(person__in=same, year__gt=on.year - YEARS), on)
    return {same[pk] for pk in entries.order_by().values_list("person", flat=True)}
