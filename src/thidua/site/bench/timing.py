"""Repeating something and saying how long it took."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, process_time

# What takes this long at first is repeated less often: the answer is plain already.
SLOW_SECONDS = 1.5
REPEATS, REPEATS_WHEN_SLOW = 15, 3


@dataclass(frozen=True, slots=True)
class Times:
    """In milliseconds."""

    each: tuple[float, ...]

    @property
    def best(self) -> float:
        """What it costs while the machine does nothing else."""
        return min(self.each)

    @property
    def median(self) -> float:
        return median(self.each)

    @property
    def p95(self) -> float:
        """The larger of few is the honest 95th of a hundred."""
        return max(self.each) if len(self.each) < 20 else quantiles(self.each, n=20)[-1]


def milliseconds(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return (perf_counter() - begin) * 1_000


def worked(act: Callable[[], object]) -> float:
    """The same in processor time, which others at work do not change."""
    begin = process_time()
    act()
    return (process_time() - begin) * 1_000


def repeated(act: Callable[[], object], times: int = REPEATS) -> Times:
    """After one run that is not counted."""
    first = milliseconds(act)
    n = REPEATS_WHEN_SLOW if first > SLOW_SECONDS * 1_000 else times
    return Times(tuple(milliseconds(act) for _ in range(n)))
