"""What a cell counts, as a list that goes out to Excel; and the spreadsheet of a whole table."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from thidua.foundation.paging import capped_count, every_page, keyset
from thidua.foundation.tables import XLSX, Column, Table, day, export_rows, is_export, remember, text
from thidua.kernel.text import fold
from thidua.modules.organisations.api import Request
from thidua.modules.reports.counting import ALL, behind
from thidua.modules.reports.definitions import Definition
from thidua.modules.reports.sources import SOURCES, Line, Scope

ORDER = ("id",)
BEHIND = Table(
    "reports_behind",
    _("What the figure counts"),
    (
        text("ten", _("Name"), "name", 34),
        text("noi_dung", _("What"), "detail", 40),
        text("don_vi", _("Unit"), "where", 34),
        Column("ngay", _("Day"), (day(_("Day"), "on"),)),
    ),
)


def list_behind(
    request: Request,
    definition: Definition,
    scope: Scope,
    back: tuple[str, str],
    kept: Sequence[int] | None = None,
) -> HttpResponseBase:
    """`kept`: what was counted when it was sent; the page says of each row whether it was there then."""
    row, column = request.GET.get("hang", ALL), request.GET.get("cot", ALL)
    rows = behind(definition, scope, row, column)
    source = SOURCES[definition.source]
    if is_export(request):
        lines: Iterable[Line] = (source.line(one) for page in every_page(rows, order=ORDER) for one in page)
        return export_rows(request, BEHIND, lines)
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""))
    then = set(kept) if kept is not None else None
    context = {
        "lines": [(line, then is None or line.pk in then) for line in map(source.line, page.rows)],
        "page": page,
        "count": capped_count(rows),
        "table": BEHIND.on(request),
        "back": back,
    }
    return render(request, "reports/behind.html", context)


def sheet_response(request: Request, content: bytes, title: str, n_rows: int) -> HttpResponseBase:
    """Kept among what was taken out, like every list."""
    remember(request, name="reports", title=title, n_rows=n_rows)
    name = f"{fold(title).replace(' ', '-')}-{request.today:%Y-%m-%d}.xlsx"
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=XLSX)
