"""The same sweep on Spark: rows of all lists in one frame, each partition answered like a file."""

from collections.abc import Collection, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import pyarrow as pa

from thidua.law.sweeping.answering import answer
from thidua.law.sweeping.asking import Sweep
from thidua.law.sweeping.parquet import ALL_KEYS, checked, split
from thidua.law.sweeping.running import Order
from thidua.law.sweeping.stream import EVERYBODY, Stream, require_columns
from thidua.law.sweeping.work_list import PLAIN, lines

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

COLUMNS = (
    "person long, unit long, honour string, kind string, by string, "
    "answer string, reason string, missing string, missing_vi string, forgotten boolean"
)


def sweep(rows: "DataFrame", order: Order, partitions: int) -> "DataFrame":
    """A work list; `rows` are as in one file of all lists, in any order. The executors need thidua[spark]."""
    names = [row.fact for row in rows.select("fact").distinct().collect()]
    together = rows.repartitionByRange(partitions, "person").sortWithinPartitions("person")
    return together.mapInArrow(partial(answers, order, names), COLUMNS)


def answers(
    order: Order, names: Collection[str], batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """The lines of one partition, whose people are there with all their rows, in ascending order."""
    first = next(batches, None)
    if first is None:
        return
    require_columns("spark", first.schema, ALL_KEYS)
    mixed = Stream("spark", chain([first], batches), first.schema.empty_table(), EVERYBODY)
    asked: Sweep = order.plan()
    for sheet in checked(split(mixed, names)):
        for found in answer(asked, sheet):
            yield lines(found, all_of_them=order.everything).cast(PLAIN)
