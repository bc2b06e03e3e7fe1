"""A whole sweep: everybody in spans, on as many cores as there are, answers counted and written as they come."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from thidua.law.book import national_book
from thidua.law.question import By
from thidua.law.sweeping.answering import answer
from thidua.law.sweeping.arrow import CannotReadRows
from thidua.law.sweeping.asking import Sweep, plan
from thidua.law.sweeping.parquet import sheets, spans
from thidua.law.sweeping.stream import Span
from thidua.law.sweeping.tally import Tally
from thidua.law.sweeping.work_list import PLAIN, SCHEMA, lines

SPAN = 500_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be swept, in words that travel between processes."""

    source: Path
    on: date
    year: int | None = None
    honours: tuple[str, ...] = ()
    by: By | None = None
    everything: bool = False

    def plan(self) -> Sweep:
        return plan(national_book(), self.on, self.year, self.honours, self.by)


def run(order: Order, out: Path | None = None, cores: int | None = None) -> Tally:
    """Sweep the source and write the work list where one is wanted."""
    if not order.source.exists():
        raise CannotReadRows(f"{order.source}: không có thư mục hoặc tệp này.")
    cores = cores or os.cpu_count() or 1
    order.plan()
    total = Tally()
    with Writer(out) as writer:
        for tally, table in _swept(order, cores, wanted=out is not None):
            total.add(tally)
            writer.write(table)
    return total


def _swept(order: Order, cores: int, *, wanted: bool) -> Iterator[tuple[Tally, pa.Table]]:
    parts = spans(order.source, cores, SPAN)
    if len(parts) == 1 or cores == 1:
        yield from (sweep_span(order, part, wanted) for part in parts)
        return
    with _pool(cores) as pool:
        yield from pool.map(sweep_span, [order] * len(parts), parts, [wanted] * len(parts))


def _pool(cores: int) -> Executor:
    # Arrow's threads do not survive a fork.
    return ProcessPoolExecutor(cores, mp_context=get_context("spawn"))


def sweep_span(order: Order, span: Span, wanted: bool) -> tuple[Tally, pa.Table]:  # noqa: FBT001 -- mapped
    tally, found, sweep = Tally(), [], order.plan()
    for sheet in sheets(order.source, span):
        tally.people += len(sheet)
        for answers in answer(sweep, sheet):
            tally.count(answers)
            if wanted:
                found.append(lines(answers, all_of_them=order.everything))
    return tally, pa.Table.from_batches(found, SCHEMA).unify_dictionaries()


class Writer(AbstractContextManager["Writer"]):
    """A work list in Parquet or CSV; without a file it writes nothing."""

    def __init__(self, out: Path | None) -> None:
        if out is not None and out.suffix not in (".parquet", ".csv"):
            raise CannotReadRows(f"{out}: tên tệp kết quả phải kết thúc bằng .parquet hoặc .csv.")
        self.schema = PLAIN if out is not None and out.suffix == ".csv" else SCHEMA
        kind = pyarrow.csv.CSVWriter if self.schema is PLAIN else pq.ParquetWriter
        self.writer = None if out is None else kind(out, self.schema)

    def write(self, table: pa.Table) -> None:
        if self.writer is not None:
            self.writer.write_table(table.cast(self.schema))

    def __exit__(self, *_: object) -> None:
        if self.writer is not None:
            self.writer.close()
