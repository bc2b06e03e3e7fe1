"""The list of campaigns: one's own, those launched above, those of the units below."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.modules.campaigns import policy, queries
from thidua.modules.campaigns.actions import preparing
from thidua.modules.campaigns.forms import CampaignFilter, CreateForm
from thidua.modules.campaigns.forms.campaign import year_span
from thidua.modules.campaigns.models import Campaign, CampaignState
from thidua.modules.campaigns.tables import CAMPAIGNS
from thidua.modules.campaigns.views.shared import TONES, posted
from thidua.modules.organisations.api import Request, organisation_choices

ORDER = ("-since", "-id")


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    form = CampaignFilter(request.GET, known=queries.fields_seen_by(actor))
    rows = _filtered(request, form)
    state = request.GET.get("trang-thai", "")
    shown = rows.filter(state=state) if state in CampaignState.values else rows
    if is_export(request):
        return export(request, CAMPAIGNS, queries.with_counts(shown), order=ORDER)
    page = keyset(
        queries.with_movement(queries.with_counts(shown)), order=ORDER, token=request.GET.get("trang", "")
    )
    counts = queries.state_counts(rows)
    plans = queries.own_plans([row.pk for row in page.rows], actor.organisation_id)
    context = {
        "form": form,
        "page": page,
        "lines": [_line(row, plans.get(row.pk), request) for row in page.rows],
        "table": CAMPAIGNS.on(request),
        "n_silent": queries.silent(rows, request.today).count(),
        "only_silent": "im_lang" in request.GET,
        "count": counts.get(state, 0) if state in CampaignState.values else sum(counts.values()),
        "counters": counters(
            request, [(one.value, str(one.label), counts.get(one.value, 0)) for one in CampaignState]
        ),
        "may_prepare": policy.may_prepare(actor, actor.organisation_id),
        "may_keep_fields": policy.may_keep_fields(actor, actor.organisation_id),
    }
    return render(request, "campaigns/list.html", context)


def _line(row: Campaign, plan: Campaign | None, request: Request) -> dict[str, object]:
    return {
        "row": row,
        "tone": TONES[CampaignState(row.state)],
        "plan": plan if row.organisation_id != request.actor.organisation_id else None,
        "n_silent": queries.days_silent(row, request.today),
    }


def _filtered(request: Request, form: CampaignFilter) -> QuerySet[Campaign]:
    chosen = form.chosen()
    rows = queries.of_source(queries.visible_to(request.actor), chosen.get("nguon", ""), request.actor)
    if "linh_vuc" in chosen:
        rows = rows.filter(field=chosen["linh_vuc"])
    if "nam" in chosen:
        first, after = year_span(chosen["nam"])
        rows = rows.filter(since__lt=after).exclude(until__lte=first)
    if "im_lang" in request.GET:
        rows = rows.filter(pk__in=queries.silent(rows, request.today).values("pk"))
    return queries.found(rows, chosen["q"]) if "q" in chosen else rows


def counters(request: Request, states: Iterable[tuple[str, str, int]]) -> list[Counter]:
    """One chip for each state that has rows; a second click takes the filter off."""
    chosen = request.GET.get("trang-thai", "")
    kept = {key: str(value) for key, value in request.GET.items() if key not in {"trang", "trang-thai"}}

    def url(value: str) -> str:
        return f"?{urlencode(kept | ({'trang-thai': value} if value else {}))}"

    return [
        Counter(label, n, url("" if value == chosen else value), is_on=value == chosen)
        for value, label, n in states
        if n or value == chosen
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_prepare(actor, actor.organisation_id))
    form = CreateForm(
        posted(request),
        units=organisation_choices(actor),
        own=actor.organisation_id,
        known=queries.fields_seen_by(actor),
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _created(request, form))
    context = {"form": form, "may_keep_fields": policy.may_keep_fields(actor, actor.organisation_id)}
    return render(request, "campaigns/create.html", context)


def _created(request: Request, form: CreateForm) -> str:
    campaign = preparing.create(
        organisation=form.cleaned_data["organisation"],
        draft=form.draft(),
        actor=request.actor,
        now=request.now,
    )
    return reverse("campaigns_write", args=[campaign.pk, "chung"])
