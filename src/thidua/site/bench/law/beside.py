"""Three titles and the share of 15 % on the same dense arrays: our conditions, and OpenFisca's answer to compare with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import pyarrow as pa

from thidua.law.book import national_book
from thidua.law.conditions import Condition, evaluate
from thidua.law.quotas import quota
from thidua.law.rules.build import c
from thidua.law.series import of_columns
from thidua.law.sweeping.arrow import ArrowColumns
from thidua.law.sweeping.parquet import PEOPLE_AT_ONCE
from thidua.law.sweeping.sheet import LongSheet
from thidua.law.table import Known, Table
from thidua.site.bench.law.crowd import TITLES, YEARS, Array
from thidua.site.bench.law.share import within_share
from thidua.site.bench.peers import CannotCompare, installed

ON = date(2026, 1, 15)
LAST = int(YEARS[-1])
SHARE_ON = date(2023, 12, 31)  # the law of 2022 leaves the share to the provinces
UNIT = 50
TIMES = 3
BASE, PROVINCE = "title:CSTDCS", "title:CSTDCT"
RULES: dict[str, Condition] = {
    "two_in_a_row": c("two", "run", "06/2022/QH15 74", of=BASE, at_least=2, ending="asked"),
    "three_in_a_row": c("three", "run", "06/2022/QH15 22", of=BASE, at_least=3, ending="asked"),
    "two_steps": c("steps", "steps", "06/2022/QH15 21", of=PROVINCE, at_least=2, apart=3),
}
Facts = dict[str, Array]
Timed = dict[str, float]


def facts(people: int, seed: int) -> Facts:
    random = np.random.default_rng(seed)
    shape = (len(YEARS), people)
    advanced = random.random(shape) < 0.7
    fighter = advanced & (random.random(shape) < 0.3)
    return {
        "years": YEARS,
        "unit": np.arange(people) // UNIT,
        "LDTT": advanced,
        "CSTDCS": fighter,
        "CSTDCT": fighter & (random.random(shape) < 0.3),
        # Whole numbers that a 32-bit float holds exactly: no two of a unit are equal.
        "score": random.permutation(people).astype(np.float32),
    }


def scattered(given: Facts, seed: int) -> Facts:
    """The same people in any order, each in a unit by chance."""
    people = len(given["unit"])
    return given | {"unit": np.random.default_rng(seed).integers(0, max(people // UNIT, 1), people)}


def ours(given: Facts) -> tuple[dict[str, Array], Timed]:
    wall, processor = perf_counter(), process_time()
    tables = [
        _table(given, slice(first, first + PEOPLE_AT_ONCE))
        for first in range(0, len(given["unit"]), PEOPLE_AT_ONCE)
    ]
    ready, ready_processor = perf_counter(), process_time()
    answers = {name: _yes(condition, tables) for name, condition in RULES.items()}
    answers["within_share"] = within_share(given["unit"], given["score"], given["LDTT"][-1], _percent())
    done, done_processor = perf_counter(), process_time()
    took = {"set": ready - wall, "rules": done - ready}
    took |= {"set_cpu": ready_processor - processor, "rules_cpu": done_processor - ready_processor}
    return answers, took | {"cpu": done_processor - processor}


def _table(given: Facts, people: slice) -> Table:
    """A part of the people, as a sweep looks at one part after the other."""
    last = ON.year - LAST
    known = Known()
    for code in TITLES:
        known.series[f"title:{code}", None] = of_columns(given[code][:, people], last)
    person = pa.table({"person": np.arange(people.start, people.start + len(given["unit"][people]))})
    sheet = LongSheet.of({"people": ArrowColumns(person, "people")})
    return Table(sheet, "CSTDCT", ON, LAST, None, known=known)


def _yes(condition: Condition, tables: Iterable[Table]) -> Array:
    return np.concatenate([evaluate(condition, table).tri.yes for table in tables])


def _percent() -> int:
    found = quota(national_book(), "CSTDCS", "LDTT", 100, SHARE_ON)
    if found is None or found.percent is None:
        raise CannotCompare("Không có tỷ lệ Chiến sĩ thi đua cơ sở trong sách luật.")
    return found.percent


def peer(root: Path, given: Facts, folder: Path) -> tuple[dict[str, Array], Timed]:
    """OpenFisca in a process of its own, with its own libraries."""
    libraries = installed(root, "law")
    np.savez(folder / "facts.npz", **given)  # type: ignore[arg-type]
    command = [sys.executable, str(root / "bench" / "openfisca_rules.py"), str(folder)]
    environment = os.environ | {"PYTHONPATH": str(libraries)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotCompare(f"OpenFisca không chạy được:\n{done.stderr[-2000:]}")
    with np.load(folder / "answers.npz") as answers:
        return {name: answers[name] for name in answers.files}, json.loads(done.stdout.splitlines()[-1])


def compare(root: Path, people: int, seed: int, folder: Path) -> Iterator[str]:
    given = facts(people, seed)
    yield f"{people:,} people, three rules and the share of 15 %; each side the quickest of {TIMES} times"
    yield ""
    yield "| | set facts s (processor) | rules and share s (processor) | people per second of processor, all |"
    yield "|---|---:|---:|---:|"
    alike = "units of 50, one after the other"
    ratios = [(yield from _side_by_side(root, given, folder, alike))]
    by_chance = "units by chance, people in any order"
    ratios += [(yield from _side_by_side(root, scattered(given, seed), folder, by_chance))]
    yield ""
    yield from ratios


def _side_by_side(root: Path, given: Facts, folder: Path, title: str) -> Generator[str, None, str]:
    people = len(given["unit"])
    answers, took = min((ours(given) for _ in range(TIMES)), key=lambda done: done[1]["cpu"])
    theirs, peer_took = peer(root, given, folder)
    wrong = [name for name in answers if not np.array_equal(answers[name], theirs[name])]
    if wrong:
        raise AssertionError(f"thidua and OpenFisca answer differently: {', '.join(wrong)}")
    yield _line(f"thidua, {title}", people, took)
    yield _line(f"OpenFisca-core, {title}", people, peer_took)
    found = ", ".join(f"{name} {np.count_nonzero(held):,}" for name, held in answers.items())
    times, rules = (peer_took[part] / took[part] for part in ("cpu", "rules_cpu"))
    return f"{title}: {times:.1f} times as fast, rules and share alone {rules:.1f} times; the same answers: {found}"


def _line(who: str, people: int, took: Timed) -> str:
    return (
        f"| {who} | {took['set']:.3f} ({took['set_cpu']:.3f}) | {took['rules']:.3f} ({took['rules_cpu']:.3f}) | "
        f"{people / took['cpu']:,.0f} |"
    )
