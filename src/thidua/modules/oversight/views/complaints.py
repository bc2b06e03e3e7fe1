"""Letters about awards: a list without what they say, one letter, its sorting and its end."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import TimelineItem
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.modules.organisations.api import Request
from thidua.modules.oversight import actions, policy, queries
from thidua.modules.oversight.forms import LetterForm, ReasonForm, SettleForm, SortForm
from thidua.modules.oversight.letterbox import Words
from thidua.modules.oversight.models import Complaint, ComplaintOutcome, ComplaintState, ComplaintTarget
from thidua.modules.oversight.states import COMPLAINT
from thidua.modules.people.api import search, search_collectives

ORDER = ("-received_on", "-id")
FOUND = 10
OWN_FORMS = {"sort": "complaints_sort", "conclude": "complaints_settle"}
TONES = {
    ComplaintState.RECEIVED: "wait",
    ComplaintState.SORTED: "wait",
    ComplaintState.ACCEPTED: "gold",
    ComplaintState.DECLINED: "plain",
    ComplaintState.WITHDRAWN: "plain",
    ComplaintState.ENDED: "good",
}


def visible(request: Request, pk: int) -> Complaint:
    return get_object_or_404(queries.letters_visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponse:
    rows = queries.letters_visible_to(request.actor)
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""))
    context = {
        "page": page,
        "lines": [(row, TONES[ComplaintState(row.state)]) for row in page.rows],
        "count": capped_count(rows),
        "may_receive": policy.may_receive_letters(request.actor),
    }
    return render(request, "oversight/complaints.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    require(policy.may_receive_letters(request.actor))
    start = {"received_on": request.today}
    form = LetterForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _received(request, form))
    return render(request, "oversight/complaint_form.html", {"form": form})


def _received(request: Request, form: LetterForm) -> str:
    body = request.actor.organisation
    assert body is not None  # else the policy has refused
    row = actions.receive(
        organisation=body, draft=form.draft(), actor=request.actor, on=request.today, now=request.now
    )
    return reverse("complaints_show", args=[row.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    actor = request.actor
    words = actions.note_opening(row=row, actor=actor, now=request.now)
    steps = COMPLAINT.open_to(row, actor) if policy.may_receive_letters(actor) else []
    asked = request.GET.get("tim", "").strip()
    may_sort = any(step.name == "sort" for step in steps)
    context = {
        "row": row,
        "words": words,
        "tone": TONES[ComplaintState(row.state)],
        "steps": [(step, OWN_FORMS.get(step.name, "")) for step in steps],
        "may_sort": may_sort,
        "asked": asked,
        "people": search(actor, asked)[:FOUND] if asked and may_sort else [],
        "teams": search_collectives(actor, asked)[:FOUND] if asked and may_sort else [],
        "targets": row.targets.select_related("person", "collective", "matter").order_by("pk"),
        "accused": row.accused.select_related("user").order_by("user__full_name"),
        "past": _past(row, words),
        "openings": row.openings.select_related("user").order_by("-opened_at")[:FOUND],
        "awards": queries.awards_concerned(row)[:FOUND] if _leads_to_revocation(row) else [],
    }
    return render(request, "oversight/complaint.html", context)


def _leads_to_revocation(row: Complaint) -> bool:
    return row.outcome in {ComplaintOutcome.FOUNDED, ComplaintOutcome.PARTLY} and bool(row.ground)


def _past(row: Complaint, words: Words) -> list[TimelineItem]:
    labels = {step.name: str(step.label) for step in COMPLAINT} | {"receive": _("Letter received")}
    said = dict(words.notes)
    rows = row.steps.order_by("-made_at", "-pk")
    return [TimelineItem(one.on, labels[one.step], said.get(one.step, "")) for one in rows]


@require_http_methods(["GET", "HEAD", "POST"])
def sort(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step_letter(request.actor, row, "sort"))
    form = SortForm(request.POST if request.method == "POST" else None, actor=request.actor, row=row)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            said: Any = {"actor": request.actor, "on": request.today, "now": request.now}
            actions.sort(row=row, sorting=form.sorting(), **said)
            messages.success(request, _("Saved."))
            return redirect("complaints_show", pk=pk)
    return render(request, "oversight/complaint_form.html", {"form": form, "row": row})


@require_POST
def concern(request: Request, pk: int) -> HttpResponse:
    """Somebody found by the search of the page."""
    row = visible(request, pk)
    require(policy.may_step_letter(request.actor, row, "sort"))
    kind, _colon, key = request.POST.get("ai", "").partition(":")
    rows: Any = {"ca-nhan": search, "tap-the": search_collectives}.get(kind)
    if rows is None or not key.isdecimal():
        raise Http404
    recipient = get_object_or_404(rows(request.actor, ""), pk=int(key))
    actions.concern(row=row, recipient=recipient, actor=request.actor)
    return redirect("complaints_show", pk=pk)


@require_POST
def release(request: Request, pk: int) -> HttpResponse:
    letters = queries.letters_visible_to(request.actor).values("pk")
    rows = ComplaintTarget.objects.filter(complaint__in=letters).select_related("complaint")
    target = get_object_or_404(rows, pk=pk)
    require(policy.may_step_letter(request.actor, target.complaint, "sort"))
    actions.release(target=target, actor=request.actor)
    return redirect("complaints_show", pk=target.complaint_id)


@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step_letter(request.actor, row, "conclude"))
    form = SettleForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            said: Any = {"actor": request.actor, "on": request.today, "now": request.now}
            actions.settle(row=row, settlement=form.settlement(), **said)
            messages.success(request, _("Saved."))
            return redirect("complaints_show", pk=pk)
    return render(request, "oversight/complaint_form.html", {"form": form, "row": row, "is_end": True})


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    row = visible(request, pk)
    if name not in COMPLAINT.by_name or name in OWN_FORMS:
        raise Http404
    require(policy.may_step_letter(request.actor, row, name))
    taken = COMPLAINT.by_name[name]
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            said: Any = {"actor": request.actor, "on": request.today, "now": request.now}
            actions.step_letter(row=row, step=name, reason=form.cleaned_data["reason"], **said)
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("complaints_show", pk=pk)
    context = {"row": row, "step": taken, "form": form, "lacks": taken.missing(row)}
    return render(request, "oversight/complaint_step.html", context)
