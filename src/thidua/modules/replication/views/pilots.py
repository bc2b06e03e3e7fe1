"""Choosing a pilot unit; the page of one pilot with its indicators and lessons; its end."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.modules.organisations.api import Request
from thidua.modules.replication import policy, queries
from thidua.modules.replication.actions import pilots as actions
from thidua.modules.replication.forms import LessonForm, MeasureForm, PilotForm, StepForm
from thidua.modules.replication.models import Pilot, PilotState, PracticeModel
from thidua.modules.replication.states import PILOT_WORKFLOW
from thidua.modules.replication.views.effects import effects_of, lesson_added, measure_added
from thidua.modules.replication.views.models import visible as visible_model

TONES = {PilotState.RUNNING: "wait", PilotState.CONCLUDED: "good", PilotState.DROPPED: "plain"}


def visible(request: Request, pk: int) -> Pilot:
    return get_object_or_404(queries.pilots_visible_to(request.actor), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: Request, pk: int) -> HttpResponse:
    model = visible_model(request, pk)
    require(policy.may_choose_pilots(request.actor, model))
    posted = request.POST if request.method == "POST" else None
    form = PilotForm(
        posted,
        units=queries.units_beside(model.organisation_id, request.today),
        initial={"since": request.today},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _chosen(request, model, form))
    return render(request, "replication/choose.html", {"model": model, "form": form})


def _chosen(request: Request, model: PracticeModel, form: PilotForm) -> str:
    actions.choose(model=model, actor=request.actor, on=request.today, now=request.now, **form.cleaned_data)
    return reverse("models_show", args=[model.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, pilot: Pilot, **forms: Any) -> HttpResponse:
    actor = request.actor
    context = {
        "pilot": pilot,
        "model": pilot.model,
        "place": pilot,
        "tone": TONES[PilotState(pilot.state)],
        "may_measure": policy.may_measure_pilot(actor, pilot),
        "steps": PILOT_WORKFLOW.open_to(pilot, actor),
        "measure_url": reverse("pilots_measure", args=[pilot.pk]),
        "lesson_url": reverse("pilots_lesson", args=[pilot.pk]),
    }
    return render(request, "replication/pilot.html", context | effects_of(request, pilot) | forms)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    pilot = visible(request, pk)
    if name not in PILOT_WORKFLOW.by_name:
        raise Http404
    taken = PILOT_WORKFLOW.by_name[name]
    require(policy.may_step_pilot(request.actor, pilot, name))
    form = StepForm(request.POST if request.method == "POST" else None)
    if name == "conclude":
        form.fields["reason"].label = _("Conclusion of the pilot")
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        with refusals_on(form):
            actions.end(pilot=pilot, step=name, reason=reason, actor=request.actor, on=request.today)
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("pilots_show", pk=pk)
    context = {"pilot": pilot, "step": taken, "form": form, "lacks": taken.missing(pilot)}
    return render(request, "replication/pilot_step.html", context)


@require_POST
def measure(request: Request, pk: int) -> HttpResponse:
    pilot = visible(request, pk)
    require(policy.may_measure_pilot(request.actor, pilot))
    form = MeasureForm(request.POST)
    here = reverse("pilots_show", args=[pk])
    return measure_added(request, pilot, form, here) or _page(request, pilot, measure=form)


@require_POST
def lesson(request: Request, pk: int) -> HttpResponse:
    pilot = visible(request, pk)
    require(policy.may_measure_pilot(request.actor, pilot))
    form = LessonForm(request.POST)
    here = reverse("pilots_show", args=[pk])
    return lesson_added(request, pilot, form, here) or _page(request, pilot, lesson=form)
