"""What is done on the page of one file."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.appraisal import actions, policy, queries
from thidua.modules.appraisal.forms import (
    AssignForm,
    CandidateForm,
    ConcludeForm,
)
from thidua.modules.appraisal.models import (
    Appraisal,
    ChecklistItem,
    CheckResult,
)
from thidua.modules.appraisal.views.page import page_of
from thidua.modules.appraisal.views.shared import visible
from thidua.modules.organisations.api import Request


def _back(row: Appraisal, candidate: str) -> HttpResponse:
    chosen = candidate if candidate.isdecimal() else "ho-so"
    return redirect(f"{reverse('appraisal_show', args=[row.pk])}?ung-vien={chosen}#muc")


@require_POST
def assign(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_assign(request.actor, row))
    form = AssignForm(request.POST, specialists=queries.specialists_of(row.organisation_id, request.today))
    if form.is_valid():
        with told(request):
            actions.assign(
                appraisal=row, assignee=form.cleaned_data["assignee"], actor=request.actor, on=request.today
            )
    return redirect("appraisal_show", pk)


@require_POST
def examine(request: Request, pk: int) -> HttpResponse:
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


def _examine_one(request: Request, item: ChecklistItem) -> None:
    result = request.POST.get(f"result_{item.pk}", item.result)
    note = request.POST.get(f"note_{item.pk}", item.note)[:300]
    if result in CheckResult.values and (result, note) != (item.result, item.note):
        actions.examine(item=item, result=result, note=note, actor=request.actor)


@require_POST
def refresh(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_examine(request.actor, row))
    with told(request):
        actions.refresh_checklist(appraisal=row, actor=request.actor, on=request.today)
    return _back(row, request.POST.get("candidate", ""))


@require_POST
def conclude_candidate(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_examine(request.actor, row))
    candidate = get_object_or_404(row.dossier.candidates, pk=_number(request.POST.get("candidate", "")))
    form = CandidateForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.conclude_candidate(
                appraisal=row, candidate=candidate, actor=request.actor, **form.cleaned_data
            )
        if form.is_valid():
            return _back(row, str(candidate.pk))
    return page_of(request, row, candidate_form=form)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


@require_POST
def conclude(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step(request.actor, row, "conclude"))
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
    return page_of(request, row, conclude_form=form)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_step(request.actor, row, "reopen"))
    with told(request):
        actions.reopen(
            appraisal=row,
            reason=request.POST.get("reason", ""),
            actor=request.actor,
            on=request.today,
            now=request.now,
        )
    return redirect("appraisal_show", pk)
