"""Passages that reports share: the prints of an archive made, and one report asked against it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random
from time import perf_counter

from django.db import connection
from django.db.models import Model

from thidua.foundation.audit import acting
from thidua.modules.dossiers.copies import alike
from thidua.modules.dossiers.copies.rebuilding import all_cores, rebuild
from thidua.modules.dossiers.models import AchievementReport, Candidate, Dossier
from thidua.modules.people.models import Person
from thidua.site.bench.load.rows import bare, fill
from thidua.site.bench.timing import repeated

N_WORDS, VOCABULARY, SEED = 600, 5_000, 163
IN_DOSSIER = 5
BATCH = 1_000


def copies(n: int) -> Iterator[str]:
    """Every hundredth report is a copy of the one before it with a number more."""
    chance = Random(SEED)  # noqa: S311 -- made-up texts
    _bear(n - Candidate.objects.filter(report=None).count())
    ids = list(Candidate.objects.filter(report=None).order_by("pk").values_list("pk", flat=True)[:n])
    _write(ids, _texts(chance, len(ids)))
    reports = AchievementReport.objects.filter(candidate__in=Candidate.objects.filter(pk__among=ids))
    n_done, seconds, worked = _rebuilt()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE dossiers_reportprint")
    asked = reports.select_related("candidate").order_by("candidate")[len(ids) // 2]
    assert alike(asked.candidate, asked.sections)  # it is a copy
    times = repeated(lambda: alike(asked.candidate, asked.sections))
    yield "| reports of 600 words | prints of all, s | processor: Python s | one asked, median ms | p95 ms |"
    yield "|---:|---:|---:|---:|---:|"
    yield f"| {n_done:,} | {seconds:.0f} | {worked:.0f} | {times.median:.0f} | {times.p95:.0f} |"


def _rebuilt() -> tuple[int, float, float]:
    """How many, in how many seconds, and those of the processors, without PostgreSQL's."""
    n_done, begin, worked = 0, perf_counter(), _worked()
    with all_cores() as pool:
        for n_done in rebuild(AchievementReport.objects.all(), pool):  # noqa: B007 -- the last is asked for
            pass
    return n_done, perf_counter() - begin, _worked() - worked


def _worked() -> float:
    """With the processes that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _bear(n: int) -> None:
    """So many candidates more, five in a dossier: a report needs somebody whom it is of."""
    file, first = Dossier.objects.latest("pk"), Candidate.objects.filter(person__isnull=False).latest("pk")
    people, n_files = Person.objects.count(), -(-n // IN_DOSSIER)
    with bare([Dossier, Candidate]):
        one = f"dossiers_dossier r CROSS JOIN generate_series(1, {n_files}) AS i WHERE r.id = {file.pk}"
        fill(Dossier, one, **_as(Dossier) | {"id": f"{file.pk} + i", "code": f"'SC-' || ({file.pk} + i)"})
        one = f"dossiers_candidate r CROSS JOIN generate_series(0, {n - 1}) AS i WHERE r.id = {first.pk}"
        own = {"dossier_id": f"{file.pk + 1} + i / {IN_DOSSIER}", "person_id": f"1 + i % {people}"}
        fill(Candidate, one, **_as(Candidate) | own | {"id": f"{first.pk} + 100 + i"})


def _as(model: type[Model]) -> dict[str, str]:
    """Each column as it is in the row that is repeated."""
    return {field.attname: f'r."{field.column}"' for field in model._meta.concrete_fields}


def _write(ids: list[int], texts: list[str]) -> None:
    with acting(None, action="bench.load"):
        for place in range(0, len(ids), BATCH):
            rows = zip(ids[place : place + BATCH], texts[place : place + BATCH], strict=True)
            AchievementReport.objects.bulk_create(
                AchievementReport(candidate_id=pk, sections={"results": text}) for pk, text in rows
            )


def _texts(chance: Random, n: int) -> list[str]:
    known = [
        "".join(chance.choices("abcdeghiklmnoprstuvxy", k=chance.randint(2, 6))) for _ in range(VOCABULARY)
    ]
    texts = [" ".join(chance.choices(known, k=N_WORDS)) for _ in range(n)]
    for place in range(100, n, 100):
        texts[place] = f"{texts[place - 1]} 2026"
    return texts
