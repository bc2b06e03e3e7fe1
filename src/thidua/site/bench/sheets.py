"""Lists of a hundred thousand rows as Excel files: asked for and received as a user does, written row by row."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from time import perf_counter, process_time

from django.urls import reverse

from thidua.foundation.models import Export
from thidua.site.bench.backend import Backend
from thidua.site.bench.pages.visitor import Visitor

LISTS = ("people_list", "register_list", "households_list")
TIMES = 3


def sheets(username: str) -> Iterator[str]:
    visitor = Visitor(username)
    yield "| list | rows | seconds | processor: Python s | PostgreSQL s | kB | MB more at most |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name in LISTS:
        for _time in range(TIMES):
            yield _line(visitor, name)


def _line(visitor: Visitor, name: str) -> str:
    backend, most = Backend(), _most()
    began, worked = perf_counter(), process_time()
    n_bytes = visitor.taken(reverse(name))
    seconds, own = perf_counter() - began, process_time() - worked
    rows = Export.objects.latest("pk").n_rows
    return (
        f"| {name} | {rows:,} | {seconds:.1f} | {own:.1f} | {backend.seconds():.1f}"
        f" | {n_bytes // 1024:,} | {_most() - most} |"
    )


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
