"""How far a candidate is from a standard, and why nothing can be said: for many at once."""

from dataclasses import dataclass

import numpy as np

from thidua.law.conditions import Condition, Outcome, kind_of
from thidua.law.conditions.composite import asked_parts
from thidua.law.engine import Compared, Comparison
from thidua.law.explain import REASONS
from thidua.law.items import Numbers
from thidua.law.table import Table
from thidua.law.tri import Tri

FAR = 1_000
# What grows from year to year: a step is one year, one title, one award or one initiative.
GROWING = ("count", "run", "run_holding", "steps")
NO_REASON = len(REASONS)


@dataclass(frozen=True, slots=True)
class Distance:
    """Steps to go, and the place in `leaves` of a condition they lack in."""

    steps: Numbers
    leaf: Numbers


class Measure:
    """Distances over one table; `leaves` collects the conditions they speak of."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.leaves: list[Condition] = []

    def of(self, comparison: Comparison) -> Distance:
        """Steps to all standards; where an obstacle is not surely absent it is far."""
        distance = self._sum([self._one(*pair) for pair in comparison.standards])
        return Distance(np.where(comparison.clear().yes, distance.steps, FAR), distance.leaf)

    def _one(self, condition: Condition, outcome: Outcome) -> Distance:
        if condition.kind not in ("all_of", "one_of"):
            return self._leaf(condition, outcome)
        pairs = zip(asked_parts(condition, self.table), outcome.parts, strict=True)
        parts = [self._one(part, result) for part, result in pairs]
        return self._sum(parts) if condition.kind == "all_of" else self._least(parts)

    def _leaf(self, condition: Condition, outcome: Outcome) -> Distance:
        self.leaves.append(condition)
        place = np.full(len(self.table), len(self.leaves) - 1)
        lacking = np.full(len(self.table), FAR)
        if condition.kind in GROWING and outcome.measured is not None:
            needed = condition.args.get("times", condition.args["at_least"])
            lacking = np.where(outcome.tri.no, needed - outcome.measured, FAR)
        return Distance(np.where(outcome.tri.yes, 0, lacking), place)

    def _sum(self, parts: list[Distance]) -> Distance:
        total = np.zeros(len(self.table), dtype=np.int64)
        leaf = np.full(len(self.table), -1)
        for part in parts:
            leaf = np.where(part.steps > 0, part.leaf, leaf)
            total = total + part.steps
        return Distance(total, leaf)

    def _least(self, parts: list[Distance]) -> Distance:
        best = Distance(np.full(len(self.table), FAR), np.full(len(self.table), -1))
        for part in parts:
            nearer = part.steps < best.steps
            best = Distance(np.where(nearer, part.steps, best.steps), np.where(nearer, part.leaf, best.leaf))
        return best


def ways(comparison: Comparison) -> tuple[Numbers, tuple[Condition, ...]]:
    """By which of the alternatives a standard is met: a place in the second; -1 where it has none.

    Of several standards with alternatives the last: a title asks first for the one below it.
    """
    n, found = len(comparison.table), list[Condition]()
    way = np.full(n, -1)
    for condition, outcome in comparison.standards:
        if condition.kind != "one_of":
            continue
        own = np.full(n, -1)
        for part, result in zip(asked_parts(condition, comparison.table), outcome.parts, strict=True):
            own = np.where((own < 0) & result.tri.yes, len(found), own)
            found.append(part)
        way = np.where(own < 0, way, own)
    return way, tuple(found)


def reasons(comparison: Comparison) -> Numbers:
    """The most easily mended reason of each candidate, as a place in REASONS; only where unknown."""
    compared = (*comparison.standards, *comparison.obstacles)
    return _least([_reason(*pair, comparison.table) for pair in compared], len(comparison.table))


def _reason(condition: Condition, outcome: Outcome, table: Table) -> Numbers:
    if not outcome.parts:
        own = REASONS.index(kind_of(condition).reason)
        return np.where(_is_unknown(outcome.tri), own, NO_REASON)
    pairs: list[Compared] = list(zip(asked_parts(condition, table), outcome.parts, strict=True))
    least = _least([_reason(part, result, table) for part, result in pairs], len(table))
    return np.where(_is_unknown(outcome.tri), least, NO_REASON)


def _is_unknown(tri: Tri) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return ~(tri.yes | tri.no)


def _least(found: list[Numbers], n: int) -> Numbers:
    return np.minimum.reduce(found) if found else np.full(n, NO_REASON)
