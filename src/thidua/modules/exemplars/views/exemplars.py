"""The list of exemplars, and the page of one with its life."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Mark, StepMark, TimelineItem
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on
from thidua.foundation.slots import gather
from thidua.foundation.tables import export, is_export
from thidua.modules.exemplars import policy, queries
from thidua.modules.exemplars.actions import exemplars as actions
from thidua.modules.exemplars.actions.praising import letters_of
from thidua.modules.exemplars.forms import (
    ConsentForm,
    ExemplarFilter,
    ExemplarForm,
    FoundForm,
    StepForm,
    VisitForm,
)
from thidua.modules.exemplars.models import Exemplar, ExemplarState, Tip
from thidua.modules.exemplars.states import WORKFLOW
from thidua.modules.exemplars.tables import EXEMPLARS
from thidua.modules.exemplars.views.tips import counters
from thidua.modules.organisations.api import Request, organisation_choices

ORDER = ("-found_on", "-id")
TONES = {
    ExemplarState.FOUND: "wait",
    ExemplarState.VERIFIED: "plain",
    ExemplarState.NURTURED: "plain",
    ExemplarState.COMMENDED: "gold",
    ExemplarState.PUBLICISED: "good",
    ExemplarState.REPLICATED: "good",
    ExemplarState.SET_ASIDE: "plain",
}
LIFE: list[ExemplarState] = [one for one in ExemplarState if one != ExemplarState.SET_ASIDE]


def visible(request: Request, pk: int) -> Exemplar:
    rows = queries.visible_to(request.actor).select_related("person", "collective", "household")
    return get_object_or_404(rows, pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = ExemplarFilter(request.GET)
    chosen = form.chosen()
    rows = queries.visible_to(request.actor)
    if "nhom" in chosen:
        rows = rows.filter(status_group=chosen["nhom"])
    rows = queries.found(rows, chosen["q"]) if "q" in chosen else rows
    state = request.GET.get("trang-thai", "")
    shown = rows.filter(state=state) if state in ExemplarState.values else rows
    if is_export(request):
        return export(request, EXEMPLARS, queries.with_tips(shown), order=ORDER)
    page = keyset(queries.with_tips(shown), order=ORDER, token=request.GET.get("trang", ""))
    counts = queries.state_counts(rows)
    states = [(one.value, str(one.label), counts.get(one.value, 0)) for one in ExemplarState]
    context = {
        "form": form,
        "page": page,
        "lines": [(row, TONES[ExemplarState(row.state)]) for row in page.rows],
        "table": EXEMPLARS.on(request),
        "count": counts.get(state, 0) if state in ExemplarState.values else sum(counts.values()),
        "counters": counters(request, states),
        "may_find": policy.may_triage(request.actor, request.actor.organisation_id),
        "may_tell": policy.may_tell(request.actor),
    }
    return render(request, "exemplars/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_triage(actor, actor.organisation_id))
    posted = request.POST if request.method == "POST" else None
    form = FoundForm(posted, units=organisation_choices(actor), own=actor.organisation_id)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _found(request, form))
    return render(request, "exemplars/find.html", {"form": form})


def _found(request: Request, form: FoundForm) -> str:
    exemplar = actions.discover(
        organisation=form.cleaned_data["organisation"],
        draft=form.draft(),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("exemplars_show", args=[exemplar.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, exemplar: Exemplar, **forms: Any) -> HttpResponse:
    actor = request.actor
    may_change = policy.may_change(actor, exemplar)
    first = list(Tip.objects.filter(exemplar=exemplar).select_related("photo"))
    doubles = list(Tip.objects.filter(same_as__in=first).select_related("photo"))
    context = {
        "exemplar": exemplar,
        "tone": TONES[ExemplarState(exemplar.state)],
        "marks": _marks(exemplar),
        "life": _life(exemplar),
        "visits": exemplar.visits.order_by("on", "id"),
        "tips": first + doubles,
        "may_change": may_change,
        "steps": [(step, step.missing(exemplar)) for step in WORKFLOW.open_to(exemplar, actor)],
        "actions": gather("exemplar.actions", actor, exemplar),
        "panels": gather("exemplar.panels", actor, exemplar),
        "visit": VisitForm(initial={"visited_on": request.today}),
        "consent": ConsentForm(initial={"consent_on": request.today}),
        "papers": letters_of(exemplar),
        "may_praise": policy.may_praise(actor, exemplar),
    }
    return render(request, "exemplars/show.html", context | forms)


def _marks(exemplar: Exemplar) -> list[StepMark]:
    """Where it stands; set aside, it stands where its milestones ended."""
    days = {row.step: row.on for row in exemplar.milestones.order_by("pk")}
    here = LIFE.index(ExemplarState(exemplar.state)) if exemplar.state in LIFE else -1
    return [
        StepMark(
            str(one.label),
            Mark.DONE if place < here else Mark.NOW if place == here else Mark.NEXT,
            days[one.value].strftime("%d/%m/%Y") if one.value in days else "",
        )
        for place, one in enumerate(LIFE)
    ]


def _life(exemplar: Exemplar) -> list[TimelineItem]:
    labels = dict(ExemplarState.choices)
    return [
        TimelineItem(on=row.on, label=str(labels[row.step]).capitalize(), text=row.note)
        for row in exemplar.milestones.order_by("pk")
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    exemplar = visible(request, pk)
    require(policy.may_change(request.actor, exemplar))
    posted = request.POST if request.method == "POST" else None
    form = ExemplarForm(posted, exemplar=exemplar)
    context: dict[str, Any] = {"exemplar": exemplar, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                actions.change(
                    exemplar=exemplar,
                    draft=form.draft(),
                    version=form.cleaned_data["version"],
                    actor=request.actor,
                )
                messages.success(request, _("Saved."))
                return redirect("exemplars_show", pk=pk)
        except Conflict as conflict:
            exemplar.refresh_from_db()
            context |= {"conflict": _both(form, conflict), "latest": exemplar.version}
    return render(request, "exemplars/change.html", context)


def _both(form: ExemplarForm, conflict: Conflict) -> list[tuple[str, object, object]]:
    """Field by field, where the two texts differ."""
    return [
        (str(form.fields[name.removesuffix("_id")].label), theirs, conflict.mine[name])
        for name, theirs in conflict.theirs.items()
        if theirs != conflict.mine[name]
    ]


@require_POST
def visited(request: Request, pk: int) -> HttpResponse:
    exemplar = visible(request, pk)
    require(policy.may_change(request.actor, exemplar))
    form = VisitForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.visit(
                exemplar=exemplar,
                actor=request.actor,
                on=request.today,
                now=request.now,
                **form.cleaned_data,
            )
            messages.success(request, _("Saved."))
            return redirect("exemplars_show", pk=pk)
    return _page(request, exemplar, visit=form)


@require_POST
def answered(request: Request, pk: int) -> HttpResponse:
    exemplar = visible(request, pk)
    require(policy.may_change(request.actor, exemplar))
    form = ConsentForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.answer_consent(
                exemplar=exemplar, actor=request.actor, on=request.today, **form.cleaned_data
            )
            messages.success(request, _("Saved."))
            return redirect("exemplars_show", pk=pk)
    return _page(request, exemplar, consent=form)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    """Say what the step means, ask what is behind it, then take it."""
    exemplar = visible(request, pk)
    if name not in WORKFLOW.by_name:
        raise Http404
    taken = WORKFLOW.by_name[name]
    require(policy.may_step(request.actor, exemplar, name))
    posted = request.POST if request.method == "POST" else None
    form = StepForm(posted, needs_reason=taken.needs_reason)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.move(
                exemplar=exemplar,
                step=name,
                actor=request.actor,
                on=request.today,
                now=request.now,
                reason=form.cleaned_data["reason"],
            )
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("exemplars_show", pk=pk)
    context = {"exemplar": exemplar, "step": taken, "form": form, "lacks": taken.missing(exemplar)}
    return render(request, "exemplars/step.html", context)
