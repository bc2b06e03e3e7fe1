"""All pictures of a year on one screen, one by itself with its table, the figures asked anew."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.charts import Chart
from thidua.foundation.permissions import require
from thidua.foundation.tables import export_rows, is_export
from thidua.modules.dashboards import figures, policy
from thidua.modules.dashboards.pictures import TABLE, Picture, Scope
from thidua.modules.dashboards.tables import table_of
from thidua.modules.organisations.api import Request

FIRST_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Shown:
    picture: Picture
    chart: Chart
    at: datetime


def _scope(request: Request) -> Scope:
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 else request.today.year
    body_id = request.actor.organisation_id
    if body_id is None:
        raise Http404
    return Scope(body_id, min(max(year, FIRST_YEAR), request.today.year), request.today)


def _all(request: Request, scope: Scope) -> list[Shown]:
    answers = figures.answers(request.actor, scope, request.now)
    return [
        Shown(one, one.draw(answers[code].facts, scope.year), answers[code].at) for code, one in TABLE.items()
    ]


@require_safe
def index(request: Request) -> HttpResponse:
    require(policy.may_look(request.actor))
    scope = _scope(request)
    context = {
        "shown": _all(request, scope),
        "year": scope.year,
        "earlier": scope.year - 1,
        "later": scope.year + 1 if scope.year < request.today.year else None,
        "may_ask": policy.may_ask_again(request.actor),
    }
    return render(request, "dashboards/list.html", context)


@require_safe
def show(request: Request, code: str) -> HttpResponseBase:
    require(policy.may_look(request.actor))
    if code not in TABLE:
        raise Http404
    scope = _scope(request)
    shown = next(one for one in _all(request, scope) if one.picture.code == code)
    if is_export(request):
        return export_rows(request, table_of(shown.picture, shown.chart), shown.chart.rows)
    return render(request, "dashboards/show.html", {"one": shown, "year": scope.year})


@require_POST
def ask_again(request: Request) -> HttpResponse:
    require(policy.may_ask_again(request.actor))
    scope = _scope(request)
    figures.ask(actor=request.actor, scope=scope, codes=list(TABLE), now=request.now)
    return redirect(f"{reverse('dashboards_list')}?nam={scope.year}")
