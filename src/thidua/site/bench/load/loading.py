"""Puts the whole province into an empty, migrated database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from thidua.site.bench.load.book import load_book
from thidua.site.bench.load.crowd import load_crowd
from thidua.site.bench.load.duty import load_duty
from thidua.site.bench.load.outcome import load_outcome
from thidua.site.bench.load.rows import make_pick, run
from thidua.site.bench.load.size import Size
from thidua.site.bench.load.tree import load_tree
from thidua.site.bench.load.work import load_work


def load(size: Size, now: datetime, say: Callable[[str], None] = lambda _: None) -> None:
    run("SET maintenance_work_mem = '512MB'")
    make_pick()
    steps: tuple[tuple[str, Callable[[], None]], ...] = (
        ("the tree", lambda: load_tree(size, now)),
        ("people", lambda: load_crowd(size, now.year)),
        ("the register", lambda: load_book(size, now.year)),
        ("dossiers", lambda: load_work(size, now)),
        ("votes and decisions", lambda: load_outcome(size, now)),
        ("tips and months", lambda: load_duty(now)),
        ("statistics", lambda: run("ANALYZE")),
    )
    for name, step in steps:
        say(f"loading {name}")
        step()
    run("RESET maintenance_work_mem")
