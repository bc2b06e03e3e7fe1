"""The list of ceremonies, the plan of one, and the days that may carry it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import keyset
from thidua.foundation.parts import Counter, Mark, StepMark
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.law.ceremonies import CeremonyLaw, ceremony_law
from thidua.modules.ceremonies import calendar as days
from thidua.modules.ceremonies import policy, queries
from thidua.modules.ceremonies.actions import planning as actions
from thidua.modules.ceremonies.costs import cost_of
from thidua.modules.ceremonies.forms import CeremonyForm, CostForm, PartForm, ReasonForm
from thidua.modules.ceremonies.letters import starts
from thidua.modules.ceremonies.models import Ceremony, CeremonyState, CheckKind, ProgrammePart
from thidua.modules.ceremonies.outcome import outcome_of
from thidua.modules.ceremonies.seating import people_of
from thidua.modules.ceremonies.states import WORKFLOW
from thidua.modules.ceremonies.tables import CEREMONIES
from thidua.modules.newsroom import api as newsroom
from thidua.modules.organisations.api import Request

ORDER = ("-on", "-id")
C = CeremonyState
TONES = {
    C.DRAFT: "wait",
    C.CLEARED: "gold",
    C.INVITED: "gold",
    C.HELD: "wait",
    C.CLOSED: "good",
    C.CANCELLED: "plain",
}
LIFE: list[CeremonyState] = [one for one in CeremonyState if one != C.CANCELLED]


def visible(request: Request, pk: int) -> Ceremony:
    return get_object_or_404(queries.visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    rows = queries.visible_to(request.actor)
    state = request.GET.get("trang-thai", "")
    shown = queries.with_numbers(rows.filter(state=state) if state in C.values else rows)
    if is_export(request):
        return export(request, CEREMONIES, shown, order=ORDER)
    page = keyset(shown, order=ORDER, token=request.GET.get("trang", ""))
    counts = queries.state_counts(rows)
    context = {
        "page": page,
        "lines": [(row, TONES[C(row.state)]) for row in page.rows],
        "table": CEREMONIES.on(request),
        "count": counts.get(state, 0) if state in C.values else sum(counts.values()),
        "counters": _counters(state, counts),
        "coming": days.coming(request.today)[:4],
        "may_plan": policy.may_plan(request.actor, request.actor.organisation_id),
    }
    return render(request, "ceremonies/list.html", context)


def _counters(chosen: str, counts: Any) -> list[Counter]:
    """One chip for each state that has rows; a second click takes the filter off."""
    return [
        Counter(
            str(one.label),
            counts[one.value],
            "?" + ("" if one.value == chosen else urlencode({"trang-thai": one.value})),
            is_on=one.value == chosen,
        )
        for one in CeremonyState
        if counts.get(one.value)
    ]


@require_safe
def calendar(request: Request) -> HttpResponse:
    coming = [(one, one.days_left(request.today)) for one in days.coming(request.today)]
    may_plan = policy.may_plan(request.actor, request.actor.organisation_id)
    return render(request, "ceremonies/calendar.html", {"coming": coming, "may_plan": may_plan})


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_plan(actor, actor.organisation_id))
    first = {"combined_with": request.GET.get("dip", "")[:200], "on": request.GET.get("ngay", "")[:10]}
    form = CeremonyForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _begun(request, form))
    return render(request, "ceremonies/form.html", {"form": form, "cite": _cite(ceremony_law(request.today))})


def _begun(request: Request, form: CeremonyForm) -> str:
    assert request.actor.organisation is not None  # the policy has asked
    ceremony = actions.plan(
        organisation=request.actor.organisation,
        draft=form.draft(),
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("ceremonies_show", args=[ceremony.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, ceremony: Ceremony, **forms: Any) -> HttpResponse:
    actor = request.actor
    checks = list(ceremony.checks.order_by("kind", "place", "id"))
    parts = list(ceremony.parts.order_by("place", "id"))
    law = ceremony_law(ceremony.on)
    context = {
        "ceremony": ceremony,
        "tone": TONES[C(ceremony.state)],
        "marks": _marks(ceremony),
        "law": law,
        "cite": _cite(law),
        "law_note": law and (law.note_en if get_language() == "en" else law.note_vi),
        "cost": cost_of(ceremony),
        "check_groups": [(kind.label, [row for row in checks if row.kind == kind]) for kind in CheckKind],
        "parts": list(zip(starts(ceremony), parts, strict=True)),
        "n_minutes": sum(part.minutes for part in parts),
        "n_seats": len(people_of(ceremony)),
        "outcome": outcome_of(ceremony) if ceremony.state in {C.HELD, C.CLOSED} else None,
        "n_arrived": ceremony.attendees.filter(arrived_at__isnull=False).count(),
        "owed": list(queries.to_hand_over(ceremony).order_by("place")[:50]),
        "steps": [(step, step.missing(ceremony)) for step in WORKFLOW.open_to(ceremony, actor)],
        "may_change": policy.may_change(actor, ceremony),
        "may_list": policy.may_list(actor, ceremony),
        "may_take_invitations": policy.may_take_invitations(actor, ceremony),
        "may_receive": policy.may_receive(actor, ceremony),
        "may_report": policy.may_report(actor, ceremony),
        "may_news": newsroom.may_write(actor, ceremony.organisation_id),
        "may_run": policy.may_run(actor, ceremony),
        "may_count": policy.may_count(actor, ceremony),
        "part": PartForm(),
        "counting": CostForm(initial={"actual_cost": ceremony.actual_cost}),
    }
    return render(request, "ceremonies/show.html", context | forms)


def _cite(law: CeremonyLaw | None) -> str:
    """The article, and how well it was read."""
    if law is None:
        return ""
    if get_language() == "en":
        return f"{law.cite.label_en()} · {law.confidence.label_en}"
    return f"{law.cite.label_vi()} · {law.confidence.label_vi}"


def _marks(ceremony: Ceremony) -> list[StepMark]:
    here = LIFE.index(C(ceremony.state)) if ceremony.state in LIFE else -1
    return [
        StepMark(str(one.label), Mark.DONE if n < here else Mark.NOW if n == here else Mark.NEXT)
        for n, one in enumerate(LIFE)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_change(request.actor, ceremony))
    form = CeremonyForm(request.POST if request.method == "POST" else None, ceremony=ceremony)
    context: dict[str, Any] = {"ceremony": ceremony, "form": form, "cite": _cite(ceremony_law(ceremony.on))}
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            with refusals_on(form):
                actions.change(ceremony=ceremony, draft=form.draft(), version=version, actor=request.actor)
                messages.success(request, _("Saved."))
                return redirect("ceremonies_show", pk=pk)
        except Conflict as conflict:
            ceremony.refresh_from_db()
            context |= {"conflict": _both(form, conflict), "latest": ceremony.version}
    return render(request, "ceremonies/form.html", context)


def _both(form: CeremonyForm, conflict: Conflict) -> list[tuple[str, object, object]]:
    return [
        (str(form.fields[name].label), theirs, conflict.mine[name])
        for name, theirs in conflict.theirs.items()
        if theirs != conflict.mine[name]
    ]


@require_POST
def checks(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_change(request.actor, ceremony))
    posted = request.POST
    answers = {
        row.pk: (
            f"done-{row.pk}" in posted,
            posted.get(f"who-{row.pk}", "")[:120],
            posted.get(f"note-{row.pk}", "")[:200],
        )
        for row in ceremony.checks.all()
    }
    with told(request):
        actions.check(ceremony=ceremony, answers=answers, actor=request.actor)
        messages.success(request, _("Saved."))
    return redirect("ceremonies_show", pk=pk)


@require_POST
def part_added(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_list(request.actor, ceremony))
    form = PartForm(request.POST)
    if form.is_valid():
        actions.add_part(ceremony=ceremony, draft=form.draft(), actor=request.actor)
        return redirect("ceremonies_show", pk=pk)
    return _page(request, ceremony, part=form)


@require_POST
def part_removed(request: Request, pk: int) -> HttpResponse:
    rows = ProgrammePart.objects.filter(ceremony__in=queries.visible_to(request.actor))
    part = get_object_or_404(rows.select_related("ceremony"), pk=pk)
    require(policy.may_list(request.actor, part.ceremony))
    actions.remove_part(part=part, actor=request.actor)
    return redirect("ceremonies_show", pk=part.ceremony_id)


@require_POST
def counted(request: Request, pk: int) -> HttpResponse:
    ceremony = visible(request, pk)
    require(policy.may_count(request.actor, ceremony))
    form = CostForm(request.POST)
    if form.is_valid():
        actions.count(ceremony=ceremony, actor=request.actor, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("ceremonies_show", pk=pk)
    return _page(request, ceremony, counting=form)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    ceremony = visible(request, pk)
    if name not in WORKFLOW.by_name:
        raise Http404
    taken = WORKFLOW.by_name[name]
    require(policy.may_step(request.actor, ceremony, name))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if not taken.needs_reason:
        del form.fields["reason"]
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.move(
                ceremony=ceremony,
                step=name,
                actor=request.actor,
                on=request.today,
                reason=form.cleaned_data.get("reason", ""),
            )
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("ceremonies_show", pk=pk)
    context = {"ceremony": ceremony, "step": taken, "form": form, "lacks": taken.missing(ceremony)}
    return render(request, "ceremonies/step.html", context)
