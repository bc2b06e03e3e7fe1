"""Passages that reports share: the prints of an archive made, and one report asked against it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from time import perf_counter

from django.db import connection

from thidua.foundation.audit import acting
from thidua.modules.dossiers.copies import alike
from thidua.modules.dossiers.copies.prints import bands_of, print_of
from thidua.modules.dossiers.copies.words import shingles, words
from thidua.modules.dossiers.models import AchievementReport, Candidate, ReportPrint
from thidua.site.bench.timing import repeated

N_WORDS, VOCABULARY, SEED = 600, 5_000, 163
BATCH = 1_000


def copies(n: int) -> Iterator[str]:
    """As many reports as there are candidates to bear them, at most `n`; every hundredth is a copy with changed numbers."""
    chance = Random(SEED)  # noqa: S311 -- made-up texts
    ids = list(Candidate.objects.filter(report=None).order_by("pk").values_list("pk", flat=True)[:n])
    texts = _texts(chance, len(ids))
    with acting(None, action="bench.load"):
        for place in range(0, len(ids), BATCH):
            rows = zip(ids[place : place + BATCH], texts[place : place + BATCH], strict=True)
            AchievementReport.objects.bulk_create(
                AchievementReport(candidate_id=pk, sections={"results": text}) for pk, text in rows
            )
    begin = perf_counter()
    _rebuild()
    seconds = perf_counter() - begin
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE dossiers_reportprint")
    asked = AchievementReport.objects.select_related("candidate").order_by("pk")[len(ids) // 2]
    times = repeated(lambda: alike(asked.candidate, asked.sections))
    yield "| reports of 600 words | prints of all, s | one asked, median ms | p95 ms |"
    yield "|---:|---:|---:|---:|"
    yield f"| {len(ids):,} | {seconds:.0f} | {times.median:.0f} | {times.p95:.0f} |"


def _texts(chance: Random, n: int) -> list[str]:
    known = [
        "".join(chance.choices("abcdeghiklmnoprstuvxy", k=chance.randint(2, 6))) for _ in range(VOCABULARY)
    ]
    texts = [" ".join(chance.choices(known, k=N_WORDS)) for _ in range(n)]
    for place in range(100, n, 100):
        texts[place] = f"{texts[place - 1]} 2026"
    return texts


def _rebuild() -> None:
    """All prints anew, batch after batch."""
    with acting(None, action="bench.load"):
        last = 0
        while rows := list(AchievementReport.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
            last = rows[-1].pk
            made = [(row, print_of(shingles(words(row.sections.get("results", ""))))) for row in rows]
            ReportPrint.objects.bulk_create(
                ReportPrint(report=row, made=one, bands=bands_of(one)) for row, one in made
            )
