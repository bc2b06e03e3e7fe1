"""The board of the monthly duty timed as a page, with every mark of its units."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from thidua.site.bench.pages import screens
from thidua.site.bench.pages.visitor import Visitor
from thidua.site.bench.timing import REPEATS


def board(username: str) -> Iterator[str]:
    """The first page: five hundred units, where there are so many."""
    visitor = Visitor(username)
    path = reverse("duty_list")
    times = visitor.times(path, REPEATS)
    look = visitor.look(path)
    n_units = sum(screens.name_of(link) == "duty_unit" for link in look.page.links)
    yield "| what | best ms | median ms | p95 ms | slowest ms | kB |"
    yield "|---|---:|---:|---:|---:|---:|"
    yield (
        f"| a board of {n_units} units × 12 months, {look.n_queries} queries"
        f" | {times.best:.0f} | {times.median:.0f} | {times.p95:.0f} | {max(times.each):.0f} | {look.n_bytes // 1024} |"
    )
