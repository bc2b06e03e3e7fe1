"""The crowd as Parquet files, a part of the people at a time."""

import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from thidua.site.bench.law.crowd import chunk
from thidua.site.bench.law.planted import plant

AT_ONCE = 100_000
SEED = 2026


def write(folder: Path, people: int, say: Callable[[str], None]) -> dict[str, int]:
    """The number of rows of each list; a crowd of the same size is left as it is."""
    made = folder / "rows.json"
    if made.exists():
        counts: dict[str, int] = json.loads(made.read_text())
        return counts
    folder.mkdir(parents=True, exist_ok=True)
    parts = [(first, min(AT_ONCE, people - first)) for first in range(0, people, AT_ONCE)]
    counts = _write(folder, parts, say)
    made.write_text(json.dumps(counts))
    return counts


def _write(folder: Path, parts: list[tuple[int, int]], say: Callable[[str], None]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    writers: dict[str, pq.ParquetWriter] = {}
    with ExitStack() as stack, ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for done, tables in enumerate(pool.map(partial(make, SEED), parts), 1):
            for name, table in tables.items():
                if name not in writers:
                    path = folder / f"{name}.parquet"
                    writers[name] = stack.enter_context(pq.ParquetWriter(path, table.schema))
                writers[name].write_table(table)
                counts[name] += len(table)
            say(f"{done} of {len(parts)} parts of the crowd written")
    return dict(counts)


def make(seed: int, part: tuple[int, int]) -> dict[str, pa.Table]:
    first, n = part
    return {name: plant(name, rows.table(name)) for name, rows in chunk(seed, first, n).items()}
