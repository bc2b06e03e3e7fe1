"""A list as a table: its columns, which of them are shown (chosen in the address), and the same ones in Excel."""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.contrib import messages
from django.db.models import Manager, Model, QuerySet
from django.http import FileResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thidua.documents.spreadsheet import ColumnKind, SheetColumn, Value, write_xlsx
from thidua.foundation.models import Export
from thidua.foundation.paging import every_page
from thidua.foundation.screens import Request
from thidua.kernel.text import fold

MOST = 100_000
DISPLAY = re.compile("get_(.+)_display")
UNFIT = re.compile("[^a-z0-9]+")  # in the name of a file
ASKED, CHOSEN = "xuat", "cot_"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of the spreadsheet; `of` is a path of attributes ("organisation.name") or a function of the row."""

    title: str | Promise
    of: str | Callable[[Any], Any]
    kind: ColumnKind = ColumnKind.TEXT
    width: float = 18

    def value(self, row: Any) -> Value:
        return self.reader()(row)

    def reader(self) -> Callable[[Any], Value]:
        """Made once for all rows: what each of them needs is little, and they are a hundred thousand."""
        of = self.of if callable(self.of) else _along(self.of)

        def value(row: Any) -> Value:
            found = of(row)
            return found if type(found) is str or not isinstance(found, Promise) else str(found)

        return value


def _along(path: str) -> Callable[[Any], Any]:
    steps = [_display(name) if DISPLAY.fullmatch(name) else _attribute(name) for name in path.split(".")]

    def along(row: Any) -> Any:
        for step in steps:
            row = step(row) if row is not None else None
        return row

    return along


def _attribute(name: str) -> Callable[[Any], Any]:
    def read(row: Any) -> Any:
        found = getattr(row, name)
        return found() if callable(found) and not isinstance(found, Manager | Model) else found

    return read


def _display(name: str) -> Callable[[Any], str]:
    """Django puts the words of all choices together anew for each row."""
    column = DISPLAY.sub(r"\1", name)
    known: dict[Any, str] = {}

    def read(row: Any) -> str:
        value = getattr(row, column)
        if value not in known:
            known[value] = str(getattr(row, name)())
        return known[value]

    return read


def day(title: str | Promise, of: str | Callable[[Any], Any]) -> Cell:
    return Cell(title, of, ColumnKind.DAY, 13)


def number(title: str | Promise, of: str | Callable[[Any], Any]) -> Cell:
    return Cell(title, of, ColumnKind.NUMBER, 12)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the screen, in the order of the screen; `name` stands in the address."""

    name: str
    title: str | Promise
    cells: tuple[Cell, ...]


def text(name: str, title: str | Promise, of: str | Callable[[Any], Any], width: float = 18) -> Column:
    return Column(name, title, (Cell(title, of, width=width),))


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is what an export of it is kept under; the first column is always shown."""

    name: str
    title: str | Promise
    columns: tuple[Column, ...]

    def chosen(self, query: Mapping[str, Any]) -> list[Column]:
        asked = {key.removeprefix(CHOSEN) for key in query if key.startswith(CHOSEN)}
        if not asked:
            return list(self.columns)
        return [self.columns[0], *(column for column in self.columns[1:] if column.name in asked)]

    def on(self, request: Request) -> "Shown":
        return Shown(self, self.chosen(request.GET))


@dataclass(frozen=True, slots=True)
class Shown:
    """A table on a screen: for the tags `columns` and `pager`; `css` hides what is not chosen."""

    table: Table
    chosen: list[Column]

    @property
    def css(self) -> str:
        hidden = (n for n, column in enumerate(self.table.columns, 1) if column not in self.chosen)
        return " ".join(f"hide-{n}" for n in hidden)

    @property
    def choices(self) -> list[tuple[str, str | Promise, bool]]:
        return [(CHOSEN + one.name, one.title, one in self.chosen) for one in self.table.columns[1:]]


def is_export(request: Request) -> bool:
    return request.GET.get(ASKED) == "xlsx"


def export(
    request: Request,
    table: Table,
    rows: QuerySet[Any],
    *,
    order: Sequence[str],
    lines: Callable[[list[Any]], Iterable[Any]] = iter,
) -> HttpResponseBase:
    """The rows of a list as they are filtered; `lines` makes of a page of rows what the columns are read from."""
    if rows.order_by()[: MOST + 1].count() > MOST:
        messages.error(
            request,
            _("The list has more than 100,000 rows. Filter it (by year, by unit) and export again."),
        )
        kept = request.GET.copy()
        del kept[ASKED]
        return HttpResponseRedirect(f"{request.path}?{kept.urlencode()}")
    found = chain.from_iterable(lines(page) for page in every_page(rows, order=order))
    return export_rows(request, table, found)


def export_rows(request: Request, table: Table, rows: Iterable[Any]) -> HttpResponseBase:
    """As a file that is written row by row; who took what out, and how much, is kept."""
    cells = [cell for column in table.chosen(request.GET) for cell in column.cells]
    heads = [SheetColumn(capfirst(str(cell.title)), cell.kind, cell.width) for cell in cells]
    readers = [cell.reader() for cell in cells]
    written = _Counted(tuple([read(row) for read in readers]) for row in rows)
    file = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
    try:
        write_xlsx(heads, written, file, name=str(table.title))
    except BaseException:
        file.close()
        raise
    file.seek(0)
    remember(request, name=table.name, title=str(table.title), n_rows=written.n)
    name = f"{UNFIT.sub('-', fold(str(table.title)))}-{request.today:%Y-%m-%d}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def remember(request: Request, *, name: str, title: str, n_rows: int) -> None:
    """Who took what out, and how much."""
    user_id = request.user.pk
    assert user_id is not None  # every list asks for a sign-in
    Export.objects.create(
        user_id=user_id,
        organisation_id=request.actor.organisation_id,
        table=name,
        title=title,
        question=request.GET.urlencode()[:1000],
        n_rows=n_rows,
        made_at=request.now,
    )


class _Counted:
    """Passes rows on and counts them."""

    def __init__(self, rows: Iterable[tuple[Value, ...]]) -> None:
        self.rows, self.n = rows, 0

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        for row in self.rows:
            self.n += 1
            yield row
