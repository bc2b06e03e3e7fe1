"""Cells as values in one Unicode form, with what was reread of an old encoding."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from thidua.documents.door import clean_text
from thidua.documents.legacy import Encoding, reread
from thidua.documents.spreadsheet import NOTHING_THERE, CannotReadTable, Value
from thidua.documents.tables.kinds import Raw, raw_rows
from thidua.documents.tables.sentences import formula, too_long, too_wide

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 100_000, 100
REMEMBERED = 4_096
BEGINS_FORMULA = frozenset("=@+-|%")
FORMULA = re.compile(r"[=@]|[+\-|%].*[(!|]")


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that was reread: the row as Excel numbers it, the column from 0."""

    n: int
    column: int
    before: str
    after: str
    encoding: Encoding


@dataclass(frozen=True, slots=True)
class Line:
    n: int
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The row of titles is the first with two filled cells: above it stands the name of the list."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]


def read_sheet(content: bytes, name: str, *, most_rows: int = MOST_ROWS) -> Sheet:
    """Raises CannotReadTable with what to do about it."""
    changes: list[Change] = []
    lines = _lines(content, name, most_rows, changes)
    head = next((line for line in lines if sum(cell is not None for cell in line.cells) > 1), None)
    if head is None:
        raise CannotReadTable(NOTHING_THERE)
    rows = tuple(lines)
    return Sheet(tuple("" if cell is None else str(cell) for cell in head.cells), rows, tuple(changes))


def _lines(content: bytes, name: str, most_rows: int, changes: list[Change]) -> Iterator[Line]:
    n_filled = 0
    for n, row in enumerate(raw_rows(content, name, MOST_BYTES), 1):
        cells = _cells(n, row, changes)
        if not cells:
            continue
        n_filled += 1
        if n_filled > most_rows + 1:
            raise CannotReadTable(too_long(most_rows))
        yield Line(n, cells)


def _cells(n: int, row: Raw, changes: list[Change]) -> tuple[Value, ...]:
    """Without the empty ones at the end."""
    cells = [_value(n, column, cell, changes) for column, cell in enumerate(row)]
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise CannotReadTable(too_wide(MOST_COLUMNS))
    return tuple(cells)


def _value(n: int, column: int, cell: object, changes: list[Change]) -> Value:
    if isinstance(cell, str):
        return _text(n, column, cell, changes) or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if isinstance(cell, int | float | date) else None if cell is None else str(cell)


@lru_cache(maxsize=REMEMBERED)
def _reread(cell: str) -> tuple[str, Encoding | None]:
    """What stands in many lines (a post, a street, "Nữ") is told once."""
    found = reread(cell)
    return clean_text(found.after).strip(), found.encoding


def _text(n: int, column: int, cell: str, changes: list[Change]) -> str:
    text, encoding = _reread(cell)
    if encoding:
        changes.append(Change(n, column, cell, text, encoding))
    if text[:1] in BEGINS_FORMULA and FORMULA.match(text):
        raise CannotReadTable(formula(n))
    return text
