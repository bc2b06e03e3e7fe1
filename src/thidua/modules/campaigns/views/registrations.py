"""Registrations: the list with its counters, one unit's page, its steps."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua import law
from thidua.foundation.paging import keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.kernel.text import fold
from thidua.modules.campaigns import policy, queries
from thidua.modules.campaigns.actions import registering
from thidua.modules.campaigns.forms import (
    AnswerForm,
    EnrolForm,
    PlanFileForm,
    PledgeForm,
    RegistrationFilter,
)
from thidua.modules.campaigns.models import Participant, Registration, RegistrationState
from thidua.modules.campaigns.states import REGISTRATION_WORKFLOW
from thidua.modules.campaigns.tables import REGISTRATIONS
from thidua.modules.campaigns.views.lists import counters
from thidua.modules.campaigns.views.shared import both_texts, own_unit, posted, visible
from thidua.modules.organisations.api import Request

ORDER = ("-made_at", "-id")
TONES = {
    RegistrationState.DRAFT: "plain",
    RegistrationState.SENT: "wait",
    RegistrationState.REFUSED: "bad",
    RegistrationState.APPROVED: "good",
}


def visible_registration(request: Request, pk: int) -> Registration:
    rows = queries.registrations_visible_to(request.actor).select_related("pledge_file", "campaign__field")
    return get_object_or_404(rows, pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    form = RegistrationFilter(request.GET)
    chosen = form.chosen()
    rows = queries.registrations_visible_to(request.actor)
    if "phong_trao" in chosen:
        rows = rows.filter(campaign=chosen["phong_trao"])
    rows = queries.registrations_found(rows, chosen["q"]) if "q" in chosen else rows
    state = request.GET.get("trang-thai", "")
    shown = rows.filter(state=state) if state in RegistrationState.values else rows
    if is_export(request):
        return export(request, REGISTRATIONS, queries.with_participants(shown), order=ORDER)
    page = keyset(queries.with_participants(shown), order=ORDER, token=request.GET.get("trang", ""))
    counts = queries.registration_counts(rows)
    states = [(one.value, str(one.label), counts.get(one.value, 0)) for one in RegistrationState]
    context = {
        "form": form,
        "page": page,
        "lines": [(row, TONES[RegistrationState(row.state)]) for row in page.rows],
        "table": REGISTRATIONS.on(request),
        "count": counts.get(state, 0) if state in RegistrationState.values else sum(counts.values()),
        "counters": counters(request, states),
        "rule": law.registration_rule(request.today),
    }
    return render(request, "campaigns/registrations.html", context)


@require_POST
def begin(request: Request, pk: int) -> HttpResponse:
    """The registration of one's own unit for a campaign."""
    campaign = visible(request, pk)
    require(policy.may_register(request.actor, campaign))
    with told(request):
        row = registering.register(
            campaign=campaign, organisation=own_unit(request), actor=request.actor, now=request.now
        )
        return redirect("registrations_show", pk=row.pk)
    return redirect("campaigns_show", pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible_registration(request, pk))


def _enrol_form(request: Request, registration: Registration, data: Any = None) -> EnrolForm:
    asked = data if data is not None else request.GET
    kind = "collective" if asked.get("loai") == "tap-the" else "person"
    words = fold(asked.get("tim", ""))[:100]
    return EnrolForm(data, registration=registration, kind=kind, words=words, on=request.today)


def _page(request: Request, registration: Registration, **forms: Any) -> HttpResponse:
    actor = request.actor
    may_change = policy.may_change(actor, registration)
    people = registration.participants.select_related("person", "collective")
    context = {
        "registration": registration,
        "campaign": registration.campaign,
        "tone": TONES[RegistrationState(registration.state)],
        "participants": people.order_by("collective__sort", "person__sort", "id"),
        "may_change": may_change,
        "steps": [
            (step, step.missing(registration)) for step in REGISTRATION_WORKFLOW.open_to(registration, actor)
        ],
        "rule": law.registration_rule(registration.campaign.launched_on or request.today),
        "warnings": law.launch_warnings(request.today),
        "enrol": _enrol_form(request, registration) if may_change else None,
        "pledge": PledgeForm(registration=registration),
        "file": PlanFileForm(),
        "searched": request.GET.get("tim", ""),
    }
    return render(request, "campaigns/registration.html", context | forms)


@require_POST
def enrol(request: Request, pk: int) -> HttpResponse:
    registration = visible_registration(request, pk)
    require(policy.may_change(request.actor, registration))
    form = _enrol_form(request, registration, request.POST)
    if form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _enrolled(request, registration, form))
    return _page(request, registration, enrol=form)


def _enrolled(request: Request, registration: Registration, form: EnrolForm) -> str:
    n = registering.enrol(
        registration=registration,
        kind=form.kind,
        ids=form.cleaned_data["recipients"],
        target=form.cleaned_data["target"],
        honours=form.cleaned_data["honours"],
        actor=request.actor,
        on=request.today,
    )
    messages.success(request, _("Entered: %(n)s taking part.") % {"n": n})
    return reverse("registrations_show", args=[registration.pk])


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    rows = Participant.objects.filter(
        registration__in=queries.registrations_visible_to(request.actor).values("pk")
    )
    participant = get_object_or_404(rows.select_related("registration"), pk=pk)
    require(policy.may_change(request.actor, participant.registration))
    with told(request):
        registering.withdraw(participant=participant, actor=request.actor)
    return redirect("registrations_show", pk=participant.registration_id)


@require_POST
def pledge(request: Request, pk: int) -> HttpResponse:
    registration = visible_registration(request, pk)
    require(policy.may_change(request.actor, registration))
    form = PledgeForm(request.POST, registration=registration)
    if form.is_valid():
        try:
            with refusals_on(form):
                registering.pledge(
                    registration=registration,
                    draft=form.draft(),
                    version=form.cleaned_data["version"],
                    actor=request.actor,
                )
                messages.success(request, _("Saved."))
                return redirect("registrations_show", pk=pk)
        except Conflict as conflict:
            row = visible_registration(request, pk)
            anew = PledgeForm(registration=row)
            mine = {name: text for name, text in conflict.mine.items() if text != conflict.theirs[name]}
            return _page(request, row, pledge=anew, conflict=both_texts(anew, mine))
    return _page(request, registration, pledge=form)


@require_POST
def attach(request: Request, pk: int) -> HttpResponse:
    registration = visible_registration(request, pk)
    require(policy.may_change(request.actor, registration))
    form = PlanFileForm(request.POST, request.FILES)
    if form.is_valid():
        with refusals_on(form):
            file = form.cleaned_data["file"]
            registering.attach_pledge(
                registration=registration,
                content=file.read(),
                name=file.name,
                actor=request.actor,
                now=request.now,
            )
            messages.success(request, _("Saved."))
            return redirect("registrations_show", pk=pk)
    return _page(request, registration, file=form)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    """Say what the step means, ask for a reason where the unit should read one, then take it."""
    registration = visible_registration(request, pk)
    if name not in REGISTRATION_WORKFLOW.by_name:
        raise Http404
    taken = REGISTRATION_WORKFLOW.by_name[name]
    require(policy.may_step_registration(request.actor, registration, name))
    form = AnswerForm(posted(request), needs_reason=taken.needs_reason)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            registering.move(
                registration=registration,
                step=name,
                actor=request.actor,
                on=request.today,
                reason=form.cleaned_data["reason"],
            )
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("registrations_show", pk=pk)
    context = {
        "registration": registration,
        "campaign": registration.campaign,
        "step": taken,
        "form": form,
        "lacks": taken.missing(registration),
    }
    return render(request, "campaigns/registration_step.html", context)
