"""The page of one campaign: its plan, its life, what the units make of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.parts import Mark, StepMark, TimelineItem
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.foundation.slots import gather
from thidua.foundation.tables import export, export_rows, is_export
from thidua.modules.campaigns import policy, queries, wizard
from thidua.modules.campaigns.actions import amending, answering, launching, papers
from thidua.modules.campaigns.copying import copied_parts, copied_targets
from thidua.modules.campaigns.forms import AmendmentForm, AsideForm, StepForm
from thidua.modules.campaigns.models import Campaign, CampaignState, CampaignUnit, Indicator
from thidua.modules.campaigns.periods import label
from thidua.modules.campaigns.plots import plots_of
from thidua.modules.campaigns.requirements import ENTERED_ELSEWHERE, parts_of
from thidua.modules.campaigns.states import WORKFLOW
from thidua.modules.campaigns.tables import FIGURES, rollup_table
from thidua.modules.campaigns.views.shared import TONES, own_unit, posted, visible
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import papers_of

LIFE = (CampaignState.DRAFT, CampaignState.LAUNCHED, CampaignState.ENDED)


@require_safe
def show(request: Request, pk: int) -> HttpResponseBase:
    campaign = visible(request, pk)
    if is_export(request):
        rows = queries.readings_for(request.actor, campaign)
        return export(request, FIGURES, rows, order=("report__period", "id"))
    return show_page(request, campaign)


@require_safe
def added_up(request: Request, pk: int) -> HttpResponseBase:
    """The figures of all levels as a file."""
    campaign = visible(request, pk)
    if not policy.may_see_units(request.actor, campaign):
        raise Http404
    below = queries.levels(campaign)
    indicators = campaign.indicators.order_by("position", "id")
    found = queries.rollup(below, queries.figures_of(below), indicators, request.today)
    return export_rows(request, rollup_table(found), found.branches)


def show_page(request: Request, campaign: Campaign, **forms: Any) -> HttpResponse:
    actor = request.actor
    steps = list(campaign.steps.order_by("pk"))
    indicators = list(campaign.indicators.select_related("above").order_by("position", "id"))
    parts = parts_of(campaign, request.today)
    sees_units = policy.may_see_units(actor, campaign)
    context = {
        "campaign": campaign,
        "tone": TONES[CampaignState(campaign.state)],
        "marks": _marks(campaign),
        "life": _life(steps),
        "texts": [part for part in parts if part.code not in ENTERED_ELSEWHERE],
        "lacks": [(part, wizard.SLUGS[part.step]) for part in parts if not part.is_met],
        "copied": copied_parts(campaign),
        "indicators": indicators,
        "copied_targets": copied_targets(indicators),
        "may_edit": policy.may_edit(actor, campaign),
        "may_amend": policy.may_amend(actor, campaign),
        "steps": [step for step in WORKFLOW.open_to(campaign, actor) if step.name != "launch"],
        "n_silent": _n_silent(campaign, request),
        "units": _unit_lines(campaign, request) if sees_units else None,
        "may_report": bool(indicators) and policy.may_report(actor, campaign).allowed,
        "may_enter": bool(indicators) and policy.may_enter(actor, campaign).allowed,
        "overlaps": queries.overlapping(campaign, request.today) if sees_units else [],
        "aside": AsideForm(),
        "papers": papers_of(papers.subject_of(campaign)),
        "may_draw": policy.may_prepare(actor, campaign.organisation_id),
        "panels": gather("campaign.panels", actor, campaign),
        "actions": gather("campaign.actions", actor, campaign),
    }
    figures = _figures(request, campaign, indicators, sees_units=sees_units) if campaign.launched_on else {}
    return render(request, "campaigns/show.html", context | figures | _answer(request, campaign) | forms)


def _figures(
    request: Request, campaign: Campaign, indicators: list[Indicator], *, sees_units: bool
) -> dict[str, Any]:
    """Its pictures, and for who sees the units what each of them comes to with those below it."""
    below = queries.levels(campaign)
    figures = queries.figures_of(below)
    context = {"plots": plots_of(campaign, queries.series_of(campaign, request.today, figures))}
    if not sees_units:
        return context
    found = queries.rollup(below, figures, indicators, request.today)
    period = label(found.period, campaign.cadence) if found.period else ""
    return context | {"rollup": found, "rollup_period": period}


def _n_silent(campaign: Campaign, request: Request) -> int | None:
    row = queries.with_movement(Campaign.objects.filter(pk=campaign.pk)).get()
    return queries.days_silent(row, request.today)


def _unit_lines(campaign: Campaign, request: Request) -> list[dict[str, Any]]:
    """Each unit with its plan, its newest report, its registration."""
    moves = queries.movement_of_units(campaign)
    known = {row.organisation_id: row for row in campaign.registrations.all()}
    return [
        {
            "unit": line.unit,
            "plan": line.plan,
            "taken_over": line.taken_over,
            "move": (move := moves.get(line.unit.organisation_id)),
            "period": label(move.last_period, campaign.cadence) if move else "",
            "n_silent": _days(campaign, line.unit, move, request),
            "registration": known.get(line.unit.organisation_id),
        }
        for line in queries.plan_lines(campaign)
    ]


def _days(
    campaign: Campaign, unit: CampaignUnit, move: queries.UnitMovement | None, request: Request
) -> int | None:
    """Too many days without movement of a unit that takes part."""
    if campaign.state != CampaignState.LAUNCHED or unit.stood_aside_on or not campaign.launched_on:
        return None
    n_days = (request.today - ((move and move.moved_on) or campaign.launched_on)).days
    return n_days if n_days > queries.SILENT_AFTER else None


def _answer(request: Request, campaign: Campaign) -> dict[str, Any]:
    """Where the campaign has reached the actor's own unit: its plan, or the way to it."""
    unit = CampaignUnit.objects.filter(campaign=campaign, organisation=request.actor.organisation_id).first()
    registration = campaign.registrations.filter(organisation=request.actor.organisation_id).first()
    may_register = policy.may_register(request.actor, campaign).allowed
    open_now = campaign.state == CampaignState.LAUNCHED
    common = {"registration": registration, "may_register": may_register and open_now}
    if unit is None or campaign.launched_on is None:
        return common | {"reached": None}
    plan = queries.own_plans([campaign.pk], unit.organisation_id).get(campaign.pk)
    may_answer = policy.may_prepare(request.actor, unit.organisation_id)
    return common | {"reached": unit, "plan": plan, "may_answer": open_now and may_answer.allowed}


def _marks(campaign: Campaign) -> list[StepMark]:
    here = LIFE.index(CampaignState(campaign.state)) if campaign.state in LIFE else 0
    launched = campaign.launched_on.strftime("%d/%m/%Y") if campaign.launched_on else ""
    notes = {CampaignState.LAUNCHED: launched}
    return [
        StepMark(
            str(one.label),
            Mark.DONE if place < here else Mark.NOW if place == here else Mark.NEXT,
            notes.get(one, ""),
        )
        for place, one in enumerate(LIFE)
    ]


def _life(steps: list[Any]) -> list[TimelineItem]:
    labels = {**dict(CampaignState.choices), amending.AMENDED: _("plan amended")}
    return [TimelineItem(on=row.on, label=str(labels[row.step]).capitalize(), text=row.note) for row in steps]


@require_POST
def draw(request: Request, pk: int) -> HttpResponse:
    """Kế hoạch phát động as PDF and Word."""
    campaign = visible(request, pk)
    require(policy.may_prepare(request.actor, campaign.organisation_id))
    with told(request):
        papers.draw_plan(campaign=campaign, actor=request.actor, on=request.today, now=request.now)
        messages.success(request, _("The plan is drawn: it stands under “Papers”."))
    return redirect("campaigns_show", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: Request, pk: int) -> HttpResponse:
    """By a paper of its own: other targets, another last day, what is done otherwise."""
    campaign = visible(request, pk)
    require(policy.may_amend(request.actor, campaign))
    indicators = list(campaign.indicators.order_by("position", "id"))
    form = AmendmentForm(posted(request), campaign=campaign, indicators=indicators)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            amending.amend(
                campaign=campaign,
                draft=form.draft(),
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
            messages.success(request, _("Amended. The units were told."))
            return redirect("campaigns_show", pk=pk)
    return render(request, "campaigns/amend.html", {"campaign": campaign, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    """Say what the step means, ask what is behind it, then take it."""
    campaign = visible(request, pk)
    if name not in WORKFLOW.by_name or name == "launch":
        raise Http404
    require(policy.may_step(request.actor, campaign, name))
    form = StepForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            launching.move(
                campaign=campaign,
                step=name,
                actor=request.actor,
                on=request.today,
                now=request.now,
                reason=form.cleaned_data["reason"],
            )
            messages.success(request, _("Done: %(step)s.") % {"step": WORKFLOW.by_name[name].label})
            return redirect("campaigns_show", pk=pk)
    context = {"campaign": campaign, "step": WORKFLOW.by_name[name], "form": form}
    return render(request, "campaigns/step.html", context)


@require_POST
def plan(request: Request, pk: int) -> HttpResponse:
    """Begin the own plan of the unit that one acts for."""
    campaign = visible(request, pk)
    require(policy.may_answer(request.actor, campaign))
    with told(request):
        return create_once(request, lambda: _planned(request, campaign))
    return redirect("campaigns_show", pk=pk)


def _planned(request: Request, campaign: Campaign) -> str:
    own = answering.plan(
        campaign=campaign, organisation=own_unit(request), actor=request.actor, now=request.now
    )
    return reverse("campaigns_write", args=[own.pk, "noi-dung"])


@require_POST
def aside(request: Request, pk: int) -> HttpResponse:
    campaign = visible(request, pk)
    require(policy.may_answer(request.actor, campaign))
    form = AsideForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            answering.stand_aside(
                campaign=campaign,
                organisation=own_unit(request),
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                on=request.today,
            )
            messages.success(request, _("Kept: the launching body reads the reason."))
            return redirect("campaigns_show", pk=pk)
    return show_page(request, campaign, aside=form)
