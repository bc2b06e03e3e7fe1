"""From ten thousand people to ten million: whether a person costs the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from thidua.site.bench.law.everybody import sweep
from thidua.site.bench.law.writing import write

SIZES = (10_000, 100_000, 1_000_000)
AGAIN = 10


def grow(folder: Path, out: Path, say: Callable[[str], None]) -> Iterator[str]:
    """The greatest crowd is the one before it ten times over, so that its answers must be ten times as many."""
    yield "| people | elapsed s | processor s | processor µs per person | lines |"
    yield "|---:|---:|---:|---:|---:|"
    lines = 0
    for people in SIZES:
        write(folder / str(people), people, say)
        line, lines = _line(folder / str(people), people, out)
        yield line
    people = SIZES[-1] * AGAIN
    repeat(folder / str(SIZES[-1]), folder / str(people), SIZES[-1])
    line, found = _line(folder / str(people), people, out)
    yield line
    if found != AGAIN * lines:
        raise AssertionError(f"{found} lines instead of {AGAIN * lines}")


def _line(crowd: Path, people: int, out: Path) -> tuple[str, int]:
    done = sweep(crowd, out)
    lines = pq.read_metadata(out).num_rows
    cost = done.processor / people * 1e6
    return f"| {people:,} | {done.elapsed:.1f} | {done.processor:.1f} | {cost:.1f} | {lines:,} |", lines


def repeat(source: Path, target: Path, people: int) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in source.glob("*.parquet"):
        if (target / path.name).exists():
            continue
        file = pq.ParquetFile(path)
        with pq.ParquetWriter(target / path.name, file.schema_arrow) as writer:
            for time in range(AGAIN):
                for group in range(file.num_row_groups):
                    writer.write_table(_shifted(file.read_row_group(group), time * people))


def _shifted(rows: pa.Table, by: int) -> pa.Table:
    return rows.set_column(0, "person", pc.add(rows["person"], by))
