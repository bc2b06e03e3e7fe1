"""The rules alone, on records that are already columns: people per second, and each condition by itself."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from thidua.law.book import national_book
from thidua.law.conditions import Condition, evaluate
from thidua.law.conditions.composite import asked_parts
from thidua.law.sweeping.answering import Batch
from thidua.law.sweeping.arrow import ArrowColumns
from thidua.law.sweeping.asking import Asked, Sweep, plan
from thidua.law.sweeping.sheet import LongSheet
from thidua.law.table import Table
from thidua.site.bench.law.crowd import chunk
from thidua.site.bench.law.everybody import ON, YEAR

AT_ONCE = 50_000
TIMES = 3
Costs = dict[tuple[str, str, str], float]


def measure(people: int, seed: int) -> Iterator[str]:
    sweep, whole, costs = plan(national_book(), ON, YEAR), 0.0, Costs()
    for first in range(0, people, AT_ONCE):
        batch = _ready(sweep, seed, first, min(AT_ONCE, people - first))
        whole += min(_all_rules(batch) for _ in range(TIMES))
        _add(costs, batch)
    honours = len(sweep.of_kind("individual"))
    yield f"{people:,} people, {honours} honours: {people / whole:,.0f} people per second of one processor"
    yield ""
    yield "| condition | kind | article | ns per person |"
    yield "|---|---|---|---:|"
    for (code, kind, cite), cost in sorted(costs.items(), key=lambda item: -item[1]):
        yield f"| {code} | {kind} | {cite} | {cost / people * 1e9:.0f} |"


def _ready(sweep: Sweep, seed: int, first: int, n: int) -> Batch:
    """A batch whose facts have all been read once."""
    lists = {name: ArrowColumns(rows.table(name), name) for name, rows in chunk(seed, first, n).items()}
    sheet = LongSheet.of(lists)
    batch = Batch(sweep, sheet, sheet.numbers("unit"))
    _all_rules(batch)
    return batch


def _all_rules(batch: Batch) -> float:
    batch.obstacles.clear()
    batch.known.windows.clear()
    began = process_time()
    for asked in batch.sweep.of_kind("individual"):
        batch.compare(asked).eligible()
    return process_time() - began


def _add(costs: Costs, batch: Batch) -> None:
    """Each condition once, however many honours ask it."""
    seen: set[tuple[str, str, str]] = set()
    for asked in batch.sweep.of_kind("individual"):
        table = batch.table(asked)
        for leaf in _leaves(asked, table):
            key = (leaf.code, leaf.kind, leaf.cite.label_vi())
            if key not in seen:
                seen.add(key)
                costs[key] = costs.get(key, 0.0) + min(_one(leaf, table) for _ in range(TIMES))


def _leaves(asked: Asked, table: Table) -> Iterator[Condition]:
    on = table.on
    for condition in (*asked.rule.obstacles_on(on), *asked.rule.standards_on(on)):
        yield from _below(condition, table)


def _below(condition: Condition, table: Table) -> Iterator[Condition]:
    if condition.kind not in ("all_of", "one_of"):
        yield condition
        return
    for part in asked_parts(condition, table):
        yield from _below(part, table)


def _one(condition: Condition, table: Table) -> float:
    table.known.windows.clear()
    began = process_time()
    evaluate(condition, table)
    return process_time() - began
