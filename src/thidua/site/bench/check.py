"""The law timed: each published case by itself, and a whole dossier as its page compares it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from thidua.law.cases import load_cases
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Dossier
from thidua.site.bench.decided import HEADINGS, line, timed
from thidua.site.bench.timing import repeated


def check(cases: Path | None, on: date) -> Iterator[str]:
    yield from HEADINGS
    if cases:
        yield from timed(load_cases(cases))
    yield from _dossier(on)


def _dossier(on: date) -> Iterator[str]:
    longest = Dossier.objects.annotate(n=Count("candidates")).order_by("-n", "-id").first()
    if longest is None:
        return
    times = repeated(lambda: dossiers.compare(longest, on=on))
    with CaptureQueriesContext(connection) as captured:
        dossiers.compare(longest, on=on)
    yield line(f"a dossier of {longest.n} candidates, {len(captured)} queries", times)
