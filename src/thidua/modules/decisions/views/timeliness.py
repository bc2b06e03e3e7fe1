"""How timely commendation is, by unit: a small table of medians."""

from itertools import chain

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.foundation.paging import every_page, keyset
from thidua.foundation.tables import export_rows, is_export
from thidua.modules.decisions.queries import timeliness
from thidua.modules.decisions.tables import TIMELINESS
from thidua.modules.organisations.api import Request

BY_NAME = ("sort", "id")
FIRST_YEAR = 2000
WAYS = {"viec": timeliness.DEED, "ky": timeliness.PERIOD}


def _year(request: Request) -> int:
    """The year asked for, else this one."""
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 else request.today.year
    return min(max(year, FIRST_YEAR), request.today.year)


@require_safe
def index(request: Request) -> HttpResponseBase:
    year = _year(request)
    way = request.GET.get("tinh", "")
    way = way if way in WAYS else "viec"
    rows = timeliness.sent_in(request.actor, year, WAYS[way])
    units = timeliness.units_of(rows)
    if is_export(request):
        pages = every_page(units, order=BY_NAME)
        return export_rows(
            request, TIMELINESS, chain.from_iterable(timeliness.medians(rows, page) for page in pages)
        )
    page = keyset(units, order=BY_NAME, token=request.GET.get("trang", ""))
    lines = timeliness.medians(rows, page.rows)
    context = {
        "table": TIMELINESS,
        "page": page,
        "lines": lines,
        "whole": timeliness.median_of_all(rows),
        "count": units.count(),
        "ways": _ways(year, way),
        "is_of_deeds": way == "viec",
        "way": way,
        "year": year,
        "earlier": year - 1,
        "later": year + 1 if year < request.today.year else None,
    }
    return render(request, "decisions/timeliness.html", context)


def _ways(year: int, way: str) -> list[tuple[str, str, bool]]:
    words = {"viec": _("from the deed"), "ky": _("from the end of the period")}
    return [(words[key], f"?nam={year}&tinh={key}", key == way) for key in WAYS]
