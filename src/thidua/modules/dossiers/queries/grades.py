"""Which grades an answer rests on that the law gave for a dossier."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db.models import Q

from thidua.modules.dossiers.models import Verdict
from thidua.modules.people.models import Grade


def grades_read(ids: Collection[int]) -> Iterator[str]:
    """The candidates of whom a kept answer has read one of these grades."""
    rows = Grade.objects.filter(pk__in=ids).values_list("period__year", "person_id", "collective_id")
    by_year: dict[int, list[tuple[int | None, int | None]]] = defaultdict(list)
    for year, person, collective in rows:
        by_year[year].append((person, collective))
    for year, whose in by_year.items():
        people = [person for person, _collective in whose if person]
        collectives = [collective for _person, collective in whose if collective]
        yield from Verdict.objects.filter(
            Q(candidate__person__in=people) | Q(candidate__collective__in=collectives),
            question__record__grades__contains=[{"year": year}],
        ).values_list("candidate__name", flat=True)[:1]
