"""Excel out, row by row, and tables in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from typing import BinaryIO, TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, PasswordError
from rustpy_xlsxwriter import Format, write_worksheet

from thidua.documents.door import clean_text
from thidua.documents.sentences import Sentence
from thidua.kernel.days import VIETNAM
from thidua.kernel.errors import Cannot

Value: TypeAlias = str | int | float | bool | date | datetime | None

MOST_ROWS = 1_048_575
REMEMBERED = 4_096
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


class CannotWriteTable(Cannot):
    """The list does not fit into a sheet of Excel."""


class CannotReadTable(Cannot):
    """The file is no table that can be read."""


class ColumnKind(StrEnum):
    """TEXT also for numbers that are names: the 12-digit number, a code, a telephone number."""

    TEXT = "@"
    NUMBER = "#,##0"
    POINTS = "#,##0.00"
    DAY = "dd/mm/yyyy"
    INSTANT = "dd/mm/yyyy hh:mm"
    SHARE = "0.00%"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: float = 18


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The first row that has anything in it, and the rows below that have anything in them."""

    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def write_xlsx(
    columns: Sequence[SheetColumn], rows: Iterable[Sequence[Value]], target: BinaryIO, *, name: str
) -> None:
    """One sheet with a frozen head and filters; `rows` is consumed as it is written."""
    titles = [column.title for column in columns]
    if len(set(titles)) != len(titles):
        message = f"Two columns have one title: {titles}."
        raise ValueError(message)
    write_worksheet(
        _records(columns, rows),
        target,
        sheet_name=name[:31],
        freeze_row=1,
        autofilter=True,
        header_format=_look(ColumnKind.TEXT).set_bold().set_text_wrap(),
        column_formats=[_look(column.kind) for column in columns],
        column_widths=[column.width for column in columns],
    )


def xlsx_bytes(columns: Sequence[SheetColumn], rows: Iterable[Sequence[Value]], *, name: str) -> bytes:
    target = BytesIO()
    write_xlsx(columns, rows, target, name=name)
    return target.getvalue()


def _look(kind: ColumnKind) -> Format:
    return Format().set_font_name("Times New Roman").set_font_size(12).set_num_format(kind.value)


def _records(columns: Sequence[SheetColumn], rows: Iterable[Sequence[Value]]) -> Iterator[dict[str, Value]]:
    """One by one; an empty list still has its head, which the writer takes from the first row."""
    titles = [column.title for column in columns]
    n = 0
    for n, row in enumerate(rows, 1):
        if n > MOST_ROWS:
            raise CannotWriteTable(TOO_MANY)
        shown = [_shown(value, column) for value, column in zip(row, columns, strict=True)]
        yield dict(zip(titles, shown, strict=True))
    if n == 0:
        yield dict.fromkeys(titles)


def _shown(value: Value, column: SheetColumn) -> Value:
    if isinstance(value, str):  # nearly all
        return _text(value)
    if isinstance(value, datetime):
        return value.astimezone(VIETNAM).replace(tzinfo=None) if value.tzinfo else value
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | float) and column.kind is ColumnKind.TEXT:
        return str(value)
    return value


@lru_cache(maxsize=REMEMBERED)
def _text(value: str) -> str:
    """A unit, a post, a decision stands in many rows one after the other."""
    return neutral(clean_text(value))


def neutral(text: str) -> str:
    """A text that a spreadsheet could take for a formula gets an apostrophe before it."""
    return f"'{text}" if len(text) > 1 and text.startswith(RISKY) else text


def read_table(content: bytes, sheet: int = 0) -> ReadTable:
    """Of .xlsx, .xls and .ods; ask `recognise` first about anything uploaded."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            rows = book.get_sheet_by_index(sheet).to_python()
    except PasswordError as error:
        raise CannotReadTable(LOCKED) from error
    except (CalamineError, IndexError, OSError, ValueError) as error:
        raise CannotReadTable(UNREADABLE) from error
    filled = [tuple(map(_read, row)) for row in rows if any(cell not in {"", None} for cell in row)]
    if not filled:
        raise CannotReadTable(NOTHING_THERE)
    head, *body = filled
    return ReadTable(tuple("" if cell is None else str(cell) for cell in head), tuple(body))


def _read(cell: object) -> Value:
    """Numbers without a fraction are whole; empty cells are None; texts as `neutral` had them."""
    if isinstance(cell, str):
        text = clean_text(cell).strip()
        return (text[1:] if text[:1] == "'" and text[1:].startswith(RISKY) else text) or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if isinstance(cell, int | float | date) else None if cell is None else str(cell)


TOO_MANY = Sentence(
    f"Danh sách có hơn {MOST_ROWS:,} dòng, Excel không chứa được. Hãy lọc bớt rồi xuất lại.",
    f"The list has more than {MOST_ROWS:,} rows, more than Excel holds. Filter it and export again.",
)
LOCKED = Sentence(
    "Bảng tính được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi tải lên.",
    "The spreadsheet has a password. Remove it and upload the file again.",
)
UNREADABLE = Sentence(
    "Không đọc được bảng tính. Hãy mở tệp bằng Excel, lưu lại dạng .xlsx rồi tải lên.",
    "The spreadsheet cannot be read. Open it in Excel, save it as .xlsx and upload it again.",
)
NOTHING_THERE = Sentence(
    "Trang tính không có dữ liệu. Hãy kiểm tra đúng trang tính và dòng tiêu đề.",
    "The sheet is empty. Check that it is the right sheet and has its row of titles.",
)
