"""The answers of a batch: for every honour yes, no or unknown and why, one step away, forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from thidua.law.conditions import Condition, Outcome, evaluate
from thidua.law.engine import Comparison, looks_for_fresh
from thidua.law.items import Items, Numbers, having
from thidua.law.masks import ALL, ONE
from thidua.law.rules import Rule
from thidua.law.sweeping.asking import Asked, Sweep
from thidua.law.sweeping.sheet import LongSheet
from thidua.law.sweeping.steps import Measure, reasons
from thidua.law.table import Known, Table
from thidua.law.tri import Bools, Tri


@dataclass(frozen=True, slots=True)
class Answers:
    """One honour for the candidates of one kind in a batch."""

    asked: Asked
    person: Numbers
    unit: Numbers
    tri: Tri
    reason: Numbers  # a place in REASONS; beyond them where there is none
    missing: Numbers  # a place in `leaves` of the one condition lacking; -1
    leaves: tuple[Condition, ...]
    forgotten: Bools
    comparison: Comparison


def answer(sweep: Sweep, sheet: LongSheet) -> Iterator[Answers]:
    kinds = sheet.words("kind")
    for kind in dict.fromkeys(item.kind for item in sweep.asked):
        rows = kinds.be(kind)
        if rows.any():
            yield from _of_kind(sweep, kind, sheet.only(rows))


def _of_kind(sweep: Sweep, kind: str, sheet: LongSheet) -> Iterator[Answers]:
    batch = Batch(sweep, sheet, sheet.numbers("unit"))
    for asked in sweep.of_kind(kind):
        yield batch.answers(asked)


class Batch:
    """Honours share the yearly facts of their candidates, and most of the obstacles."""

    def __init__(self, sweep: Sweep, sheet: LongSheet, unit: Numbers) -> None:
        self.sweep, self.sheet, self.unit = sweep, sheet, unit
        self.known = Known()
        self.obstacles: dict[int, Outcome] = {}

    def table(self, asked: Asked) -> Table:
        return Table(
            self.sheet, asked.honour.code, self.sweep.on, self.sweep.year, asked.by, known=self.known
        )

    def compare(self, asked: Asked) -> Comparison:
        table, on = self.table(asked), self.sweep.on
        return Comparison(
            table,
            tuple((item, self._obstacle(item, table)) for item in asked.rule.obstacles_on(on)),
            tuple((item, evaluate(item, table)) for item in asked.rule.standards_on(on)),
        )

    def _obstacle(self, condition: Condition, table: Table) -> Outcome:
        if id(condition) not in self.obstacles:
            self.obstacles[id(condition)] = evaluate(condition, table)
        return self.obstacles[id(condition)]

    def answers(self, asked: Asked) -> Answers:
        comparison = self.compare(asked)
        tri, measure = comparison.eligible(), Measure(comparison.table)
        distance = measure.of(comparison)
        return Answers(
            asked=asked,
            person=self.sheet.person,
            unit=self.unit,
            tri=tri,
            reason=reasons(comparison),
            missing=np.where(tri.no & (distance.steps == 1), distance.leaf, -1),
            leaves=tuple(measure.leaves),
            forgotten=tri.yes & ~self._may_have(asked, comparison.table) & ~self._is_proposed(asked),
            comparison=comparison,
        )

    def _may_have(self, asked: Asked, table: Table) -> Bools:
        """Given for the year asked or later; an honour that is no matter of years, ever."""
        kind = "title" if asked.honour.nature == "title" else "award"
        given = table.series(f"{kind}:{asked.honour.code}").in_possible
        since = np.uint64(table.base - table.asked() + 1)
        again = asked.honour.is_yearly or _can_be_given_again(asked.rule)
        window = (ONE << since) - ONE if again else ALL
        has: Bools = (given & window) != 0
        return has

    def _is_proposed(self, asked: Asked) -> Bools:
        proposals: Items = self.sheet.items("proposals")
        if not len(proposals.row):
            return np.zeros(len(self.sheet), dtype=np.bool_)
        same = proposals.words("honour").be(asked.honour.code)
        return having(proposals, same & (proposals.numbers("year") == self.sweep.year))


def _can_be_given_again(rule: Rule) -> bool:
    return any(map(looks_for_fresh, rule.standards))
