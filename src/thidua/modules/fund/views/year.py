"""Tổng hợp thu chi quỹ of a year, and what the rest of this year will probably need; both as Excel too."""

from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.foundation.permissions import require
from thidua.foundation.tables import export_rows, is_export
from thidua.modules.fund import policy, queries
from thidua.modules.fund.forecast import forecast
from thidua.modules.fund.tables import FORECAST, YEARLY
from thidua.modules.fund.views.ledger import asked_year
from thidua.modules.fund.yearly import year_table
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation


@require_safe
def table(request: Request) -> HttpResponseBase:
    year = asked_year(request)
    funds = queries.funds_visible_to(request.actor)
    rows = year_table(funds.filter(organisation=request.actor.organisation_id), year)
    if is_export(request):
        return export_rows(request, YEARLY, rows)
    context = {"year": year, "rows": rows, "table": YEARLY.on(request)}
    return render(request, "fund/year.html", context)


@require_safe
def ahead(request: Request) -> HttpResponseBase:
    actor = request.actor
    require(policy.may_read(actor))
    organisation = get_object_or_404(Organisation, pk=actor.organisation_id)
    fund = queries.funds_visible_to(actor).filter(organisation=organisation, year=request.today.year).first()
    found = forecast(organisation, fund, request.today)
    if is_export(request):
        return export_rows(request, FORECAST, found.rows)
    return render(
        request, "fund/forecast.html", {"found": found, "year": request.today.year, "on": request.today}
    )
