"""Three titles and the share of 15 % on the same dense arrays: our conditions, and OpenFisca's answer to compare with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from thidua.kernel.errors import Cannot
from thidua.law.book import national_book
from thidua.law.conditions import Condition, evaluate
from thidua.law.quotas import quota
from thidua.law.rules.build import c
from thidua.law.series import ONE, Series
from thidua.law.sweeping.plain import PlainColumns
from thidua.law.sweeping.sheet import LongSheet
from thidua.law.table import Table
from thidua.site.bench.law.crowd import YEARS, Array

ON = date(2026, 1, 15)
LAST = int(YEARS[-1])
SHARE_ON = date(2023, 12, 31)  # the law of 2022 leaves the share to the provinces
UNIT = 50
BASE, PROVINCE = "title:CSTDCS", "title:CSTDCT"
RULES: dict[str, Condition] = {
    "two_in_a_row": c("two", "run", "06/2022/QH15 74", of=BASE, at_least=2, ending="asked"),
    "three_in_a_row": c("three", "run", "06/2022/QH15 22", of=BASE, at_least=3, ending="asked"),
    "two_steps": c("steps", "steps", "06/2022/QH15 21", of=PROVINCE, at_least=2, apart=3),
}
Facts = dict[str, Array]
Timed = dict[str, float]


class CannotCompare(Cannot):
    """The peer cannot be had or does not run."""


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


def ours(given: Facts) -> tuple[dict[str, Array], Timed]:
    wall, processor = perf_counter(), process_time()
    table = _table(given)
    ready, ready_processor = perf_counter(), process_time()
    answers = {name: evaluate(condition, table).tri.yes for name, condition in RULES.items()}
    answers["within_share"] = within_share(given["unit"], given["score"], given["LDTT"][-1])
    took = {"set": ready - wall, "rules": perf_counter() - ready}
    took |= {"set_cpu": ready_processor - processor, "rules_cpu": process_time() - ready_processor}
    return answers, took


def _table(given: Facts) -> Table:
    n = len(given["unit"])
    known = {(f"title:{code}", None): _series(given[code], n) for code in ("CSTDCS", "CSTDCT")}
    sheet = LongSheet.of({"people": PlainColumns({"person": range(n)})})
    return Table(sheet, "CSTDCT", ON, LAST, None, known_series=known)  # type: ignore[arg-type]


def _series(held: Array, n: int) -> Series:
    """Bit k is the year k years before that of the day."""
    mask = np.zeros(n, dtype=np.uint64)
    for year, people in zip(YEARS, held, strict=True):
        mask |= people.astype(np.uint64) << np.uint64(ON.year - year)
    planes = mask[np.newaxis] & ~(ONE << np.uint64(63))
    return Series(planes, planes, np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.bool_))


def within_share(unit: Array, score: Array, is_advanced: Array) -> Array:
    """The best of each unit, as many as the share of its advanced workers allows, rounded down."""
    among = np.flatnonzero(is_advanced)
    order = among[np.lexsort((-score[among], unit[among]))]
    count = np.bincount(unit[among], minlength=int(unit[-1]) + 1)
    place = np.arange(len(order)) - (np.cumsum(count) - count)[unit[order]]
    chosen = np.zeros(len(unit), dtype=np.bool_)
    chosen[order[place < (count * _percent() // 100)[unit[order]]]] = True
    return chosen


def _percent() -> int:
    found = quota(national_book(), "CSTDCS", "LDTT", 100, SHARE_ON)
    if found is None or found.percent is None:
        raise CannotCompare("Không có tỷ lệ Chiến sĩ thi đua cơ sở trong sách luật.")
    return found.percent


def peer(root: Path, given: Facts, folder: Path) -> tuple[dict[str, Array], Timed]:
    """OpenFisca in a process of its own, with its own libraries."""
    libraries = _installed(root)
    np.savez(folder / "facts.npz", **given)  # type: ignore[arg-type]
    command = [sys.executable, str(root / "bench" / "openfisca_rules.py"), str(folder)]
    environment = os.environ | {"PYTHONPATH": str(libraries)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotCompare(f"OpenFisca không chạy được:\n{done.stderr[-2000:]}")
    with np.load(folder / "answers.npz") as answers:
        return {name: answers[name] for name in answers.files}, json.loads(done.stdout.splitlines()[-1])


def _installed(root: Path) -> Path:
    """Beside the environment, from a lock of its own, the first time it is asked for."""
    libraries, lock = root / ".peers", root / "bench" / "requirements.lock"
    stamp = libraries / "lock"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--require-hashes", "--target"]
        if subprocess.run([*command, str(libraries), "-r", str(lock)], check=False).returncode:
            raise CannotCompare("Không cài được OpenFisca (bench/requirements.lock).")
        stamp.write_bytes(lock.read_bytes())
    return libraries


def compare(root: Path, people: int, seed: int, folder: Path) -> Iterator[str]:
    given = facts(people, seed)
    answers, took = min((ours(given) for _ in range(3)), key=lambda done: done[1]["rules_cpu"])
    theirs, peer_took = peer(root, given, folder)
    wrong = [name for name in answers if not np.array_equal(answers[name], theirs[name])]
    if wrong:
        raise AssertionError(f"thidua and OpenFisca answer differently: {', '.join(wrong)}")
    found = ", ".join(f"{name} {np.count_nonzero(held):,}" for name, held in answers.items())
    yield f"{people:,} people, three rules and the share of 15 %; the same answers: {found}"
    yield ""
    yield "| | set facts s (processor) | rules s (processor) | people per second, processor time of the rules |"
    yield "|---|---:|---:|---:|"
    yield _line("thidua", people, took)
    yield _line("OpenFisca-core", people, peer_took)
    yield ""
    yield f"Rules alone {peer_took['rules_cpu'] / took['rules_cpu']:.1f} times as fast, "
    both = (sum(side[part] for part in ("set_cpu", "rules_cpu")) for side in (peer_took, took))
    theirs_all, ours_all = both
    yield f"with the facts set {theirs_all / ours_all:.1f} times (processor time)."


def _line(who: str, people: int, took: Timed) -> str:
    return (
        f"| {who} | {took['set']:.2f} ({took['set_cpu']:.2f}) | {took['rules']:.2f} ({took['rules_cpu']:.2f}) | "
        f"{people / took['rules_cpu']:,.0f} |"
    )
