"""One candidate at a time, with the explanation in both languages: the published cases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from thidua import law
from thidua.law.cases import Case, load_cases
from thidua.law.cases.asking import question_of
from thidua.site.bench.timing import Times, milliseconds, worked

LIMIT = 5
HEADINGS = ("| what | median ms | p95 ms | slowest ms | n |", "|---|---:|---:|---:|---:|")


def one_by_one(path: Path) -> Iterator[str]:
    yield from HEADINGS
    yield from timed(load_cases(path))


def timed(cases: tuple[Case, ...]) -> Iterator[str]:
    """Each case of an honour compared with its record; five rounds after a warm-up."""
    asked = [case for case in cases if case.kind == "eligible"]
    for case in asked:
        _explain(case)
    times = [milliseconds(partial(_explain, case)) for _ in range(5) for case in asked]
    yield line(f"one candidate with explanation ({len(asked)} cases)", Times(tuple(times)))
    times_worked = [worked(partial(_explain, case)) for _ in range(5) for case in asked]
    yield line("the same in processor time", Times(tuple(times_worked)))
    late = sum(1 for time in times if time > LIMIT)
    yield f"| of these above {LIMIT} ms | {late} | | | |"


def _explain(case: Case) -> list[str]:
    try:
        answer = law.decide(law.national_book(), question_of(case))
    except law.CannotAnswer as refusal:
        return [str(refusal)]
    return [f"{leaf.sentence_vi} ({leaf.cite.label_vi()})" for leaf in answer.leaves()]


def line(what: str, times: Times) -> str:
    return f"| {what} | {times.median:.2f} | {times.p95:.2f} | {max(times.each):.2f} | {len(times.each)} |"
