"""All detectors over a province, timed one by one, as at night without keeping what is found; then the pictures."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils import timezone

from thidua.kernel.days import civil_day
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.detectors import TABLE, Scope
from thidua.modules.suggestions.whom import bodies
from thidua.site.bench.pages.visitor import Visitor
from thidua.site.bench.timing import REPEATS, milliseconds


def oversight() -> Iterator[str]:
    """Over every body with a desk; a detector's seconds are those of all bodies together."""
    on = civil_day(timezone.now())
    found: dict[str, int] = defaultdict(int)
    took: dict[str, float] = defaultdict(float)
    known = list(bodies(on).order_by("pk"))
    for body in known:
        scope = Scope(body, on)
        for one in TABLE:
            began = time.perf_counter()
            found[one.code] += sum(1 for _sign in one.find(scope, one.threshold))
            took[one.code] += time.perf_counter() - began
    yield "| detector | signs | seconds |"
    yield "|---|---:|---:|"
    for one in TABLE:
        yield f"| {one.code} | {found[one.code]:,} | {took[one.code]:.2f} |"
    units = Organisation.objects.count()
    yield f"| all, {len(known)} bodies, {units:,} units | {sum(found.values()):,} | {sum(took.values()):.1f} |"


def pictures(usernames: Sequence[str]) -> Iterator[str]:
    """The whole picture of a year: asked of the records once, then as everybody sees it for an hour."""
    yield "| the whole picture | asked ms | median ms | p95 ms | slowest ms | queries |"
    yield "|---|---:|---:|---:|---:|---:|"
    for username in usernames:
        visitor, path = Visitor(username), reverse("dashboards_list")
        visitor.look(reverse("home"))
        asked = milliseconds(lambda v=visitor, p=path: v.look(p))  # type: ignore[misc]
        times = visitor.times(path, REPEATS)
        n_queries = visitor.look(path).n_queries
        yield (
            f"| {username} | {asked:.0f} | {times.median:.0f} | {times.p95:.0f} | {max(times.each):.0f} | {n_queries} |"
        )
