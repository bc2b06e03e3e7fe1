"""A unit reports its figures: a form for one month, or one paste for several; nothing is kept unseen."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.campaigns import pasted, policy, queries
from thidua.modules.campaigns.actions import reporting
from thidua.modules.campaigns.drafts import ReportDraft
from thidua.modules.campaigns.forms import PasteForm, ReportForm
from thidua.modules.campaigns.models import Campaign, ProgressReport, Reading
from thidua.modules.campaigns.periods import label, periods_of
from thidua.modules.campaigns.views.shared import own_unit, posted, visible
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation


def reporting_unit(request: Request, campaign: Campaign) -> Organisation:
    """Whose figures they are: of the campaign's own organisation where the actor works for it or above it."""
    if request.actor.covers(campaign.organisation_id):
        return campaign.organisation
    return own_unit(request)


def _period(request: Request, campaign: Campaign) -> date:
    """The one asked for, else the newest that is over, else the one that runs."""
    known = periods_of(campaign, request.today)
    asked = request.GET.get("ky", "")
    chosen = next((one for one in known if f"{one:%Y-%m}" == asked), None)
    if asked and chosen is None:
        raise Http404
    found = chosen or queries.due(campaign, request.today) or (known[-1] if known else None)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: Request, pk: int) -> HttpResponse:
    campaign = visible(request, pk)
    require(policy.may_report(request.actor, campaign))
    period, unit = _period(request, campaign), reporting_unit(request, campaign)
    kept = ProgressReport.objects.filter(campaign=campaign, organisation=unit, period=period)
    there = kept.select_related("file").first()
    indicators = list(campaign.indicators.order_by("position", "id"))
    known = {one.indicator_id: one.value for one in Reading.objects.filter(report=there)} if there else {}
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ReportForm(
        *given,
        indicators=indicators,
        known=known,
        initial={"note": there.note, "link": there.link} if there else {},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            _reported(request, campaign, unit, form, period)
            messages.success(request, _("Saved: %(period)s.") % {"period": label(period, campaign.cadence)})
            return redirect("campaigns_show", pk=pk)
    context = {
        "campaign": campaign,
        "unit": unit,
        "form": form,
        "there": there,
        "stands_for_all": unit == campaign.organisation and campaign.units.exists(),
        "period": label(period, campaign.cadence),
        "periods": _choices(campaign, request.today, period),
    }
    return render(request, "campaigns/report.html", context)


def _choices(campaign: Campaign, on: date, chosen: date) -> list[tuple[str, str, bool]]:
    return [
        (f"{one:%Y-%m}", label(one, campaign.cadence), one == chosen)
        for one in reversed(periods_of(campaign, on))
    ]


def _reported(
    request: Request, campaign: Campaign, unit: Organisation, form: ReportForm, period: date
) -> None:
    [row] = reporting.report(
        campaign=campaign,
        organisation=unit,
        drafts=[form.draft(period)],
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    if file := form.cleaned_data["file"]:
        reporting.attach_evidence(
            report=row, content=file.read(), name=file.name, actor=request.actor, now=request.now
        )


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: Request, pk: int) -> HttpResponse:
    """First the text, then each figure as it was read; kept when it is confirmed and nothing is wrong."""
    campaign = visible(request, pk)
    require(policy.may_report(request.actor, campaign))
    unit = reporting_unit(request, campaign)
    form = PasteForm(posted(request))
    periods = periods_of(campaign, request.today)
    indicators = list(campaign.indicators.order_by("position", "id"))
    lines: Sequence[pasted.Line] = []
    if form.is_bound and form.is_valid():
        lines = pasted.Reader(indicators, periods, campaign.cadence).read(form.cleaned_data["text"])
        if not lines:
            form.add_error("text", _("No figure was found: paste the indicators with their months."))
    n_wrong = sum(1 for line in lines if line.errors)
    if lines and not n_wrong and "confirmed" in request.POST:
        with refusals_on(form):
            n_kept = _kept(request, campaign, unit, lines)
            messages.success(request, _("Saved: %(n)s figures.") % {"n": n_kept})
            return redirect("campaigns_show", pk=pk)
    context = {
        "campaign": campaign,
        "unit": unit,
        "form": form,
        "lines": _beside(campaign, unit, lines),
        "n_wrong": n_wrong,
        "indicators": indicators,
        "periods": [label(one, campaign.cadence) for one in periods[-3:]],
    }
    return render(request, "campaigns/paste.html", context)


def _kept(request: Request, campaign: Campaign, unit: Organisation, lines: Sequence[pasted.Line]) -> int:
    drafts = [ReportDraft(period=one, values=values) for one, values in pasted.by_period(lines).items()]
    reporting.report(
        campaign=campaign,
        organisation=unit,
        drafts=drafts,
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return len(lines)


def _beside(campaign: Campaign, unit: Organisation, lines: Sequence[pasted.Line]) -> list[dict[str, Any]]:
    """Each line with what is kept for that month already."""
    rows = Reading.objects.filter(report__campaign=campaign, report__organisation=unit)
    kept = {
        (period, pk): value for period, pk, value in rows.values_list("report__period", "indicator", "value")
    }
    return [
        {
            "line": line,
            "period": label(line.period, campaign.cadence) if line.period else line.written[0],
            "kept": kept.get((line.period, line.indicator.pk)) if line.period and line.indicator else None,
        }
        for line in lines
    ]
