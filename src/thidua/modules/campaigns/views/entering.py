"""One sheet for many units: read, shown figure by figure, kept whole when it is confirmed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.campaigns import policy, queries
from thidua.modules.campaigns.actions import entering
from thidua.modules.campaigns.forms import EnterForm
from thidua.modules.campaigns.models import Campaign
from thidua.modules.campaigns.pasted_units import UnitLine, UnitReader, by_unit
from thidua.modules.campaigns.periods import label, periods_of
from thidua.modules.campaigns.views.shared import visible
from thidua.modules.organisations.api import Request


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: Request, pk: int) -> HttpResponse:
    campaign = visible(request, pk)
    require(policy.may_enter(request.actor, campaign))
    form = _form(request, campaign)
    indicators = list(campaign.indicators.order_by("position", "id"))
    units = [row.organisation for row in _reached(campaign)]
    lines: list[UnitLine] = []
    if form.is_bound and form.is_valid():
        lines = UnitReader(units, indicators).read(form.cleaned_data["text"])
        if not lines:
            form.add_error("text", _("No figure was found: paste the units with their indicators."))
    n_wrong = sum(1 for line in lines if line.errors)
    if lines and not n_wrong and "confirmed" in request.POST:
        with refusals_on(form):
            _entered(request, campaign, form.day(), lines)
            return redirect("campaigns_show", pk=pk)
    context = {
        "campaign": campaign,
        "form": form,
        "lines": _beside(campaign, form, lines),
        "n_wrong": n_wrong,
        "n_units": len({line.unit.pk for line in lines if line.unit}),
        "indicators": indicators,
        "units": units,
    }
    return render(request, "campaigns/enter.html", context)


def _form(request: Request, campaign: Campaign) -> EnterForm:
    known = periods_of(campaign, request.today)
    if not known:
        raise Http404
    choices = [(f"{one:%Y-%m}", label(one, campaign.cadence)) for one in reversed(known)]
    first = queries.due(campaign, request.today) or known[-1]
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return EnterForm(*given, periods=choices, initial={"period": f"{first:%Y-%m}"})


def _reached(campaign: Campaign) -> Any:
    return campaign.units.select_related("organisation").order_by("organisation__sort", "id")


def _entered(request: Request, campaign: Campaign, period: date, lines: Sequence[UnitLine]) -> None:
    drafts = by_unit(lines)
    entering.enter(
        campaign=campaign,
        period=period,
        drafts=drafts,
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    words = ngettext(
        "Saved: %(figures)s figures of %(n)s unit.", "Saved: %(figures)s figures of %(n)s units.", len(drafts)
    )
    messages.success(request, words % {"figures": len(lines), "n": len(drafts)})


def _beside(campaign: Campaign, form: EnterForm, lines: Sequence[UnitLine]) -> list[dict[str, Any]]:
    """Each line with what is kept of that month already."""
    if not lines or not form.is_valid():
        return []
    kept = queries.kept_of_units(campaign, form.day())
    return [
        {
            "line": line,
            "kept": kept.get((line.unit.pk, line.indicator.pk)) if line.unit and line.indicator else None,
        }
        for line in lines
    ]
