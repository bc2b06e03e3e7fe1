"""The table of what was measured, the slowest first in its last lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thidua.site.bench.pages.measure import Row

MEDIAN_LIMIT, P95_LIMIT = 100, 300


def report(rows: Iterable[Row]) -> Iterator[str]:
    """Lines in Markdown."""
    measured = []
    yield "| screen | page | best ms | median ms | p95 ms | queries | kB |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for row in rows:
        measured.append(row)
        mark = "" if row.status == 200 else f" (status {row.status})"
        yield (
            f"| {row.screen} | {row.what}{mark} | {row.times.best:.0f} | {row.times.median:.0f} |"
            f" {row.times.p95:.0f} | {row.n_queries} | {row.n_bytes // 1024} |"
        )
    slow = sum(1 for row in measured if row.times.median > MEDIAN_LIMIT)
    late = sum(1 for row in measured if row.times.p95 > P95_LIMIT)
    failed = sum(1 for row in measured if row.status != 200)
    yield ""
    yield (
        f"{len(measured)} pages: {slow} above {MEDIAN_LIMIT} ms at the median, {late} above {P95_LIMIT} ms at p95,"
        f" {failed} failed."
    )
