"""The law timed: each published case by itself, and a whole dossier as its page compares it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from thidua import law
from thidua.law.cases import Case, load_cases
from thidua.law.cases.asking import question_of
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Dossier
from thidua.site.bench.timing import Times, milliseconds, repeated

LIMIT = 5


def check(cases: Path | None, on: date) -> Iterator[str]:
    yield "| what | median ms | p95 ms | slowest ms | n |"
    yield "|---|---:|---:|---:|---:|"
    if cases:
        yield from _cases(load_cases(cases))
    yield from _dossier(on)


def _cases(cases: tuple[Case, ...]) -> Iterator[str]:
    """Each case of an honour compared with its record, explained in both languages; five rounds after a warm-up."""
    asked = [case for case in cases if case.kind == "eligible"]
    for case in asked:
        _explain(case)
    times = [milliseconds(partial(_explain, case)) for _ in range(5) for case in asked]
    yield _line(f"one candidate with explanation ({len(asked)} cases)", Times(tuple(times)))
    late = sum(1 for time in times if time > LIMIT)
    yield f"| of these above {LIMIT} ms | {late} | | | |"


def _explain(case: Case) -> list[str]:
    try:
        answer = law.decide(law.national_book(), question_of(case))
    except law.CannotAnswer as refusal:
        return [str(refusal)]
    return [f"{leaf.sentence_vi} ({leaf.cite.label_vi()})" for leaf in answer.leaves()]


def _dossier(on: date) -> Iterator[str]:
    longest = Dossier.objects.annotate(n=Count("candidates")).order_by("-n", "-id").first()
    if longest is None:
        return
    times = repeated(lambda: dossiers.compare(longest, on=on))
    with CaptureQueriesContext(connection) as captured:
        dossiers.compare(longest, on=on)
    yield _line(f"a dossier of {longest.n} candidates, {len(captured)} queries", times)


def _line(what: str, times: Times) -> str:
    return f"| {what} | {times.median:.2f} | {times.p95:.2f} | {max(times.each):.2f} | {len(times.each)} |"
