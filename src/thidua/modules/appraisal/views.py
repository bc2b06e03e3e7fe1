"""Screens of the appraisal: what has come, one file examined item by item, the conclusion."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import capped_count, counted, keyset
from thidua.foundation.parts import Counter
from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.kernel.errors import Cannot
from thidua.kernel.text import search_words
from thidua.modules.appraisal import actions, checklist, policy, queries
from thidua.modules.appraisal.clock import Reading
from thidua.modules.appraisal.forms import (
    AssignForm,
    CandidateForm,
    ConcludeForm,
    ListFilter,
    ReasonForm,
    ReceiveForm,
)
from thidua.modules.appraisal.models import (
    Appraisal,
    AppraisalState,
    CandidateFinding,
    ChecklistItem,
    CheckResult,
)
from thidua.modules.appraisal.terms import suggested
from thidua.modules.consultations import api as consultations
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState, DossierState
from thidua.modules.organisations.api import Actor

ORDER = ("-received_on", "-id")
TONES = {AppraisalState.OPEN: "plain", AppraisalState.WAITING: "wait", AppraisalState.CONCLUDED: "good"}


class Asked(HttpRequest):
    """What the middleware puts on every request."""

    actor: Actor
    today: date
    now: datetime


@contextmanager
def told(request: HttpRequest) -> Iterator[None]:
    """A refusal of the house is said on the next page."""
    try:
        yield
    except Cannot as refusal:
        messages.error(request, str(refusal))


def visible(request: Asked, pk: int) -> Appraisal:
    return get_object_or_404(queries.visible_to(request.actor).prefetch_related("pauses"), pk=pk)


@require_safe
def index(request: Asked) -> HttpResponse:
    form = ListFilter(request.GET)
    rows = queries.visible_to(request.actor)
    for word in search_words(form.chosen().get("q", "")):
        rows = rows.filter(dossier__search__contains=word)
    chosen = request.GET.get("nhom", "")
    conditions = queries.filters(request.actor, request.today)
    shown = rows.filter(conditions[chosen]) if chosen in conditions else rows
    counted_each = shown.annotate(n_candidates=counted(Candidate.objects.all(), "dossier", of="dossier"))
    page = keyset(counted_each.prefetch_related("pauses"), order=ORDER, token=request.GET.get("trang", ""))
    clocks = queries.readings(page.rows, on=request.today)
    return render(
        request,
        "appraisal/list.html",
        {
            "form": form,
            "counters": _counters(request, chosen),
            "page": page,
            "rows": [(row, clocks[row.pk]) for row in page.rows],
            "count": capped_count(shown),
            "to_receive": list(queries.to_receive(request.actor)[:20]),
            "tones": TONES,
        },
    )


def _counters(request: Asked, chosen: str) -> list[Counter]:
    labels = {
        "open": _("in appraisal"),
        "mine": _("assigned to me"),
        "unassigned": _("not assigned"),
        "soon": _("due within 3 working days"),
        "overdue": _("overdue"),
        "waiting": _("waiting for supplements"),
        "concluded": _("concluded"),
    }
    counts = queries.counts(request.actor, request.today)
    return [
        Counter(
            labels[name],
            n,
            "?" if name == chosen else f"?nhom={name}",
            is_on=name == chosen,
            tone="bad" if name == "overdue" and n else "plain",
        )
        for name, n in counts.items()
    ]


def receive(request: Asked, dossier_pk: int) -> HttpResponse:
    dossier = get_object_or_404(dossiers.visible_to(request.actor), pk=dossier_pk)
    require(policy.may_receive(request.actor, dossier))
    known = Appraisal.objects.filter(dossier=dossier).first()
    if known and dossier.state != DossierState.SENT:
        return redirect("appraisal_show", known.pk)
    term = suggested(dossier, request.today)
    initial = {"n_days": term.n_days, "days_basis": term.basis} if term else {}
    if known:
        initial = {"n_days": known.n_days, "days_basis": known.days_basis}
    form = ReceiveForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            row = actions.receive(
                dossier=dossier, actor=request.actor, on=request.today, now=request.now, **form.cleaned_data
            )
        if form.is_valid():
            return redirect("appraisal_show", row.pk)
    context = {"form": form, "dossier": dossier, "term": term, "known": known}
    return render(request, "appraisal/receive.html", context)


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate of the file on the page: how far it is examined, what was concluded."""

    candidate: Candidate
    examined: queries.Examined | None
    finding: CandidateFinding | None
    is_chosen: bool


@require_safe
def show(request: Asked, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Asked, row: Appraisal, **forms: Any) -> HttpResponse:
    actor = request.actor
    candidates = _candidates(row)
    chosen = _chosen(request, candidates)
    examined = queries.examined(row)
    findings = {found.candidate_id: found for found in row.findings.all()}
    clock = queries.reading_of(row, on=request.today)
    may_examine = policy.may_examine(actor, row)
    found = findings.get(chosen.pk) if chosen else None
    specialists = queries.specialists_of(row.organisation_id, request.today)
    context = {
        "row": row,
        "clock": clock,
        "tone": TONES[AppraisalState(row.state)],
        "clock_tone": _clock_tone(row, clock),
        "lines": [_line(one, examined, findings, chosen) for one in candidates],
        "whole": examined.get(None),
        "chosen": chosen,
        "items": _items(row, chosen),
        "results": CheckResult.choices,
        "may_examine": may_examine,
        "candidate_form": CandidateForm(
            initial={"finding": found.finding, "reason": found.reason} if found else {}
        ),
        "conclude_form": ConcludeForm(initial={"conclusion": row.conclusion}),
        "may_conclude": policy.may_step(actor, row, "conclude"),
        "may_reopen": policy.may_step(actor, row, "reopen") and row.dossier.state == DossierState.APPRAISED,
        "may_return": dossiers.may_step(actor, row.dossier, "return"),
        "reopen_form": ReasonForm(),
        "may_assign": policy.may_assign(actor, row),
        "assign_form": AssignForm(specialists=specialists, initial={"assignee": row.assignee}),
        "pauses": row.pauses.order_by("since"),
        "consultations": consultations.of_dossier(row.dossier),
        "may_consult": consultations.may_prepare(actor, row.dossier),
    }
    return render(request, "appraisal/show.html", context | forms)


def _candidates(row: Appraisal) -> list[Candidate]:
    rows = row.dossier.candidates.exclude(state=CandidateState.DROPPED)
    return list(rows.order_by("place", "id"))


def _chosen(request: Asked, candidates: list[Candidate]) -> Candidate | None:
    """The candidate whose checklist is open; None for the papers of the whole file."""
    wanted = request.GET.get("ung-vien") or request.POST.get("candidate") or ""
    if wanted == "ho-so":
        return None
    return next((one for one in candidates if str(one.pk) == wanted), candidates[0] if candidates else None)


def _line(
    one: Candidate,
    examined: dict[int | None, queries.Examined],
    findings: dict[int, CandidateFinding],
    chosen: Candidate | None,
) -> Line:
    return Line(
        one, examined.get(one.pk), findings.get(one.pk), is_chosen=chosen is not None and chosen.pk == one.pk
    )


def _items(row: Appraisal, chosen: Candidate | None) -> list[tuple[ChecklistItem, bool]]:
    """The checklist, with whether the paper lies in the file."""
    papers = checklist.attached(row.dossier)
    items = row.items.filter(candidate=chosen).order_by("id")
    return [(item, bool(papers & {(item.candidate_id, item.code), (None, item.code)})) for item in items]


def _clock_tone(row: Appraisal, clock: Reading) -> str:
    if row.state != AppraisalState.OPEN:
        return TONES[AppraisalState(row.state)]
    if clock.is_overdue:
        return "bad"
    return "wait" if clock.n_left <= queries.SOON else "plain"


def _back(row: Appraisal, candidate: str) -> HttpResponse:
    chosen = candidate if candidate.isdecimal() else "ho-so"
    return redirect(f"{reverse('appraisal_show', args=[row.pk])}?ung-vien={chosen}#muc")


@require_POST
def assign(request: Asked, pk: int) -> HttpResponse:
    row = visible(request, pk)
    form = AssignForm(request.POST, specialists=queries.specialists_of(row.organisation_id, request.today))
    if form.is_valid():
        with told(request):
            actions.assign(
                appraisal=row, assignee=form.cleaned_data["assignee"], actor=request.actor, on=request.today
            )
    return redirect("appraisal_show", pk)


@require_POST
def examine(request: Asked, pk: int) -> HttpResponse:
    """All items of one candidate (or of the file) at once."""
    row = visible(request, pk)
    require(policy.may_examine(request.actor, row))
    candidate = request.POST.get("candidate", "")
    items = row.items.filter(candidate=int(candidate) if candidate.isdecimal() else None)
    with told(request), transaction.atomic():
        for item in items:
            _examine_one(request, item)
        if "rest" in request.POST:
            one = row.dossier.candidates.filter(pk=candidate).first() if candidate.isdecimal() else None
            actions.examine_rest(appraisal=row, candidate=one, actor=request.actor)
    return _back(row, candidate)


def _examine_one(request: Asked, item: ChecklistItem) -> None:
    result = request.POST.get(f"result_{item.pk}", item.result)
    note = request.POST.get(f"note_{item.pk}", item.note)[:300]
    if result in CheckResult.values and (result, note) != (item.result, item.note):
        actions.examine(item=item, result=result, note=note, actor=request.actor)


@require_POST
def refresh(request: Asked, pk: int) -> HttpResponse:
    row = visible(request, pk)
    with told(request):
        actions.refresh_checklist(appraisal=row, actor=request.actor, on=request.today)
    return _back(row, request.POST.get("candidate", ""))


@require_POST
def conclude_candidate(request: Asked, pk: int) -> HttpResponse:
    row = visible(request, pk)
    candidate = get_object_or_404(row.dossier.candidates, pk=_number(request.POST.get("candidate", "")))
    form = CandidateForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.conclude_candidate(
                appraisal=row, candidate=candidate, actor=request.actor, **form.cleaned_data
            )
        if form.is_valid():
            return _back(row, str(candidate.pk))
    return _page(request, row, candidate_form=form)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


@require_POST
def conclude(request: Asked, pk: int) -> HttpResponse:
    row = visible(request, pk)
    form = ConcludeForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.conclude(
                appraisal=row, actor=request.actor, on=request.today, now=request.now, **form.cleaned_data
            )
        if form.is_valid():
            messages.success(request, _("The appraisal is concluded. The dossier may go before the council."))
            return redirect("appraisal_show", pk)
        row = visible(request, pk)
    return _page(request, row, conclude_form=form)


@require_POST
def reopen(request: Asked, pk: int) -> HttpResponse:
    row = visible(request, pk)
    with told(request):
        actions.reopen(
            appraisal=row,
            reason=request.POST.get("reason", ""),
            actor=request.actor,
            on=request.today,
            now=request.now,
        )
    return redirect("appraisal_show", pk)
