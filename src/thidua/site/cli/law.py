"""`law …`: the law alone, without a database."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.law.commands import main


def run(words: Sequence[str]) -> int:
    return main(words)
