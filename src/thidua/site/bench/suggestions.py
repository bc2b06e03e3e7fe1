"""A look through everybody's record of a province, timed: from PostgreSQL to the finished list."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator

from django.utils import timezone

from thidua.kernel.days import civil_day
from thidua.modules.organisations.api import system
from thidua.modules.suggestions.actions import ask
from thidua.modules.suggestions.models import Run
from thidua.modules.suggestions.running import perform
from thidua.modules.suggestions.whom import bodies


def suggestions() -> Iterator[str]:
    """Every body with a desk; the same that is done at night."""
    on = civil_day(timezone.now())
    yield "| body | records | lines | seconds | records a second | MB at most |"
    yield "|---|---:|---:|---:|---:|---:|"
    for body in bodies(on).order_by("pk"):
        run = ask(organisation=body, actor=system(on), on=on, now=timezone.now())
        began = time.perf_counter()
        perform(run, timezone.now)
        yield _line(Run.objects.get(pk=run.pk), time.perf_counter() - began)


def _line(run: Run, seconds: float) -> str:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"| {run.organisation} | {run.n_done:,} | {run.suggestions.count():,} | {seconds:.1f} "
        f"| {run.n_done / seconds:,.0f} | {most:,} |"
    )
