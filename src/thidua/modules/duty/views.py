"""The board of a year, one unit's year, and the form for a month in which there was none."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import every_page, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.foundation.tables import export_rows, is_export
from thidua.modules.duty import actions, policy, queries
from thidua.modules.duty.behind import year_of
from thidua.modules.duty.drawing import TONES, WORDS, Cells, legend
from thidua.modules.duty.forms import NoneForm
from thidua.modules.duty.parts import Line, Mark, Month
from thidua.modules.duty.tables import BOARD
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation

ORDER = ("sort", "id")
SIZE = 500
FIRST_YEAR = 2000


def _year(request: Request) -> int:
    """The year asked for, else this one; the future has no months."""
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 else request.today.year
    return min(max(year, FIRST_YEAR), request.today.year)


@require_safe
def index(request: Request) -> HttpResponseBase:
    year, on = _year(request), request.today
    rows = queries.visible_to(request.actor, year)
    if is_export(request):
        pages = every_page(rows, order=ORDER)
        return export_rows(
            request, BOARD, chain.from_iterable(queries.lines(page, year, on) for page in pages)
        )
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""), size=SIZE)
    lines = queries.lines(page.rows, year, on)
    cells = Cells()
    context = {
        "page": page,
        "table": BOARD,
        "lines": [(line.unit, cells.of(line.months)) for line in lines],
        "count": len(lines) if not (page.next or page.previous) else rows.count(),
        "year": year,
        "later": year + 1 if year < on.year else None,
        "earlier": year - 1,
        "months": queries.MONTHS,
        "legend": legend(),
        "now": _this_month(lines, on.month) if year == on.year and not (page.next or page.previous) else None,
    }
    return render(request, "duty/list.html", context)


def _this_month(lines: Sequence[Line], n: int) -> dict[str, int]:
    """How far all have come in the month that is running: numbers, no names."""
    marks = Counter(month.upward for line in lines if (month := line.months[n - 1]))
    return {
        "n": n,
        "proposed": marks[Mark.PROPOSED] + marks[Mark.COMMENDED],
        "nothing": marks[Mark.NOTHING],
        "open": marks[Mark.OPEN] + marks[Mark.TOLD],
    }


@require_safe
def unit(request: Request, pk: int) -> HttpResponse:
    year = _year(request)
    row = _visible(request, pk, year)
    told = year_of(request.actor, row, year, request.today)
    context = {
        "unit": row,
        "year": year,
        "later": year + 1 if year < request.today.year else None,
        "earlier": year - 1,
        "may_say": policy.may_say(request.actor, row.pk),
        "told": [(behind, _chip(behind.month.own), _chip(behind.month.upward)) for behind in told],
    }
    return render(request, "duty/unit.html", context)


def _chip(mark: Mark) -> tuple[str, str]:
    return str(WORDS[mark]), TONES[mark]


def _visible(request: Request, pk: int, year: int) -> Organisation:
    return get_object_or_404(queries.visible_to(request.actor, year), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def none(request: Request, pk: int, year: int, month: int) -> HttpResponse:
    if not (FIRST_YEAR <= year <= request.today.year and month in queries.MONTHS):
        raise Http404
    row = _visible(request, pk, year)
    require(policy.may_say(request.actor, row.pk))
    known = _month(request, row, year, month)
    form = NoneForm(request.POST if request.method == "POST" else None, month=known)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.say_none(
                organisation=row,
                month=known.first,
                sides=form.cleaned_data["sides"],
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                on=request.today,
            )
            messages.success(request, _("Saved."))
            return redirect(f"{reverse('duty_unit', args=[pk])}?nam={year}")
    return render(request, "duty/none.html", {"unit": row, "month": known, "form": form})


def _month(request: Request, row: Organisation, year: int, month: int) -> Month:
    """Not one in the future, or in which the unit was not there."""
    [line] = queries.lines([row], year, request.today)
    known = line.months[month - 1]
    if known is None:
        raise Http404
    return known
