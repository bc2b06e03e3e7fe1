"""Figures as a screen draws them: heads over groups of columns, each number a link to what it counts."""

from collections.abc import Callable
from dataclasses import dataclass

from thidua.modules.reports.counting import ALL, Figures


@dataclass(frozen=True, slots=True)
class Cell:
    n: int
    url: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    words: str
    cells: tuple[Cell, ...]
    is_sum: bool = False


def grid(figures: Figures, url: Callable[[str, str], str], compared: Figures | None = None) -> list[GridRow]:
    """The sum first; `compared` marks the cells that have changed since."""
    keys = [key for key, _words in figures.columns()]

    def cell(row: str, key: str) -> Cell:
        n = figures.at(row, key)
        return Cell(n, url(row, key) if n else "", compared is not None and compared.at(row, key) != n)

    lines = [(ALL, ""), *figures.rows.items()]
    return [GridRow(words, tuple(cell(row, key) for key in keys), is_sum=row == ALL) for row, words in lines]
