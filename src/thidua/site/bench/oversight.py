"""All detectors over a province, timed one by one: what is done at night, without keeping what is found."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator

from django.utils import timezone

from thidua.kernel.days import civil_day
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.detectors import TABLE, Scope
from thidua.modules.suggestions.whom import bodies


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
