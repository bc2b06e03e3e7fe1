"""What `./thidua bench law` does, one part after the other."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from thidua.kernel.errors import Cannot
from thidua.site.bench.decided import one_by_one
from thidua.site.bench.law import beside, dense, growing
from thidua.site.bench.law.everybody import ON, YEAR, sweep
from thidua.site.bench.law.planted import verify
from thidua.site.bench.law.writing import SEED, write
from thidua.site.places import checkout

PEOPLE, AT_MOST_DENSE = 5_000_000, 1_000_000
Say = Callable[[str], None]


class CannotMeasure(Cannot):
    """Measuring needs the clone."""


def run(words: Sequence[str], say: Say) -> int:
    asked = _parse(words)
    root = checkout()
    if root is None:
        raise CannotMeasure("Lệnh này cần mã nguồn (bench/, tests/law). · This needs a clone of the sources.")
    with tempfile.TemporaryDirectory(prefix="thidua-law-") as made:
        folder = asked.folder or Path(made)
        for title, part in _parts(asked, root, folder, say):
            print(f"\n## {title}\n", flush=True)
            for line in part():
                print(line, flush=True)
    return 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("thidua bench law", description="Tốc độ của phần luật · The law timed")
    parser.add_argument("--people", type=int, default=PEOPLE, help="số cá nhân · people (5,000,000)")
    parser.add_argument("--folder", type=Path, help="giữ dữ liệu ở đây · keep the rows here for the next run")
    parser.add_argument("--peer", action="store_true", help="so với OpenFisca-core · beside OpenFisca-core")
    parser.add_argument("--grow", action="store_true", help="10.000 … 10.000.000 · from 10^4 to 10^7 people")
    return parser.parse_args(words)


def _parts(
    asked: argparse.Namespace, root: Path, folder: Path, say: Say
) -> Iterator[tuple[str, Callable[[], Iterator[str]]]]:
    few = min(asked.people, AT_MOST_DENSE)
    yield "The machine", _machine
    yield "Everybody, every honour", partial(everybody, folder, asked.people, say)
    yield "The rules alone", partial(dense.measure, few, SEED)
    yield "One decision, explained", partial(one_by_one, root / "tests" / "law" / "cases.yaml")
    if asked.peer:
        yield "Beside OpenFisca-core", partial(beside.compare, root, few, SEED, folder)
    if asked.grow:
        yield "Growing", partial(growing.grow, folder, folder / "list.parquet", say)


def _machine() -> Iterator[str]:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load} (1, 5, 15 minutes)"


def everybody(folder: Path, people: int, say: Say) -> Iterator[str]:
    counts, out = write(folder / str(people), people, say), folder / "list.parquet"
    rows = sum(counts.values())
    yield f"{people:,} people × 10 years, seed {SEED}, day {ON}, year {YEAR}: {rows:,} rows"
    yield ""
    yield "| list | rows |"
    yield "|---|---:|"
    yield from (f"| {name} | {n:,} |" for name, n in counts.items())
    done = sweep(folder / str(people), out)
    yield ""
    held = "unknown" if done.peak is None else f"{done.peak / 2**20:,.0f} MB"
    yield f"{done.honours} honours: {done.elapsed:.1f} s elapsed, {done.processor:.1f} s of processors, peak {held}"
    yield f"{rows / done.processor:,.0f} rows a second of one processor"
    yield f"planted answers found: {verify(str(out), people):,}"
