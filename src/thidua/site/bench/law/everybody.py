"""The command `law sweep` from Parquet files to its work list: how long it took, what the processors worked, how much it held."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter, sleep

from thidua.kernel.errors import Cannot

ON = date(2025, 12, 15)
YEAR = 2025
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class CannotSweep(Cannot):
    """The command ended with an error."""


@dataclass(frozen=True, slots=True)
class Swept:
    elapsed: float
    processor: float
    peak: int | None  # bytes of all its processes together; None where the system doesn't tell
    honours: int


def sweep(folder: Path, out: Path) -> Swept:
    command = [sys.executable, "-m", "thidua.law", "sweep", str(folder), "--on", str(ON)]
    command += ["--year", str(YEAR), "--out", str(out)]
    before, began = os.times(), perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        peak = _watch(process)
        text = process.stdout.read() if process.stdout else ""
    elapsed, after = perf_counter() - began, os.times()
    if process.returncode:
        raise CannotSweep(f"Lệnh rà soát kết thúc với mã {process.returncode}.")
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return Swept(elapsed, worked, peak or None, len(text.splitlines()) - 2)


def _watch(process: subprocess.Popen[str]) -> int:
    """The most that the command and its processes held at once, looked at ten times a second."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_held, _family(process.pid))))
        sleep(0.1)
    return peak


def _family(pid: int) -> Iterable[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held(pid: int) -> int:
    """Pages of its own; what it shares with others is counted once, with none of them."""
    try:
        _, resident, shared, *_ = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return (int(resident) - int(shared)) * PAGE
