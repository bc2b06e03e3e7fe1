"""Indicators are entered, changed and taken out on their step of the wizard."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.modules.campaigns import policy, queries
from thidua.modules.campaigns.actions import indicators as actions
from thidua.modules.campaigns.forms import IndicatorForm
from thidua.modules.campaigns.models import Campaign, Indicator
from thidua.modules.campaigns.views.shared import posted, visible
from thidua.modules.campaigns.views.wizard import indicators_page
from thidua.modules.organisations.api import Request


@require_POST
def add(request: Request, pk: int) -> HttpResponse:
    campaign = visible(request, pk)
    require(policy.may_edit(request.actor, campaign))
    form = IndicatorForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _added(request, campaign, form))
    return indicators_page(request, campaign, form)


def _added(request: Request, campaign: Campaign, form: IndicatorForm) -> str:
    actions.add_indicator(campaign=campaign, draft=form.draft(), actor=request.actor)
    return _step(campaign.pk)


def _step(pk: int) -> str:
    return reverse("campaigns_write", args=[pk, "chi-tieu"])


def _visible(request: Request, pk: int) -> Indicator:
    rows = Indicator.objects.filter(campaign__in=queries.visible_to(request.actor).values("pk"))
    return get_object_or_404(rows.select_related("campaign__organisation", "campaign__above"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    indicator = _visible(request, pk)
    require(policy.may_edit(request.actor, indicator.campaign))
    form = IndicatorForm(posted(request), indicator=indicator)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change_indicator(indicator=indicator, draft=form.draft(), actor=request.actor)
            return redirect(_step(indicator.campaign_id))
    return indicators_page(request, indicator.campaign, form, changed=pk)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    indicator = _visible(request, pk)
    require(policy.may_edit(request.actor, indicator.campaign))
    with told(request):
        actions.remove_indicator(indicator=indicator, actor=request.actor)
    return redirect(_step(indicator.campaign_id))
