"""Revoking and correcting an entry of the register by a new decision."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.forms import Form
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.modules.decisions import actions, policy
from thidua.modules.decisions.forms import CorrectionForm, RevocationForm
from thidua.modules.decisions.models import Decision
from thidua.modules.organisations.api import Request, scope_ids
from thidua.modules.register.models import Act, Entry
from thidua.modules.rulebook import api as rulebook

Draft = Callable[..., Decision]


def _entry(request: Request, entry_id: int) -> Entry:
    """The entry, of a body in the actor's scope; 404 else."""
    rows = Entry.objects.filter(act=Act.GRANT, chain__body__in=scope_ids(request.actor))
    entry = get_object_or_404(rows.select_related("chain__body"), pk=entry_id)
    require(policy.may_draft(request.actor, entry.chain.body))
    return entry


def revoke(request: Request, entry_id: int) -> HttpResponse:
    entry = _entry(request, entry_id)
    form = RevocationForm(request.POST or None)

    def amendment() -> actions.Amendment:
        return actions.Amendment(
            entry, ground=form.cleaned_data["ground"], reason=form.cleaned_data["reason"]
        )

    return _answer(
        request,
        entry,
        form,
        heading=_("Revoke a commendation"),
        draft=actions.draft_revocation,
        amendment=amendment,
    )


def correct(request: Request, entry_id: int) -> HttpResponse:
    entry = _entry(request, entry_id)
    as_written = {name: getattr(entry, name) for name in CorrectionForm.base_fields if hasattr(entry, name)}
    form = CorrectionForm(request.POST or None, initial=as_written)

    def amendment() -> actions.Amendment:
        changes = {name: value for name, value in form.cleaned_data.items() if name != "reason"}
        return actions.Amendment(entry, reason=form.cleaned_data["reason"], changes=changes)

    return _answer(
        request,
        entry,
        form,
        heading=_("Correct a commendation"),
        draft=actions.draft_correction,
        amendment=amendment,
    )


def _answer(
    request: Request,
    entry: Entry,
    form: Form,
    *,
    heading: str,
    draft: Draft,
    amendment: Callable[[], actions.Amendment],
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _create(request, entry, draft, amendment()))
    context: dict[str, Any] = {
        "entry": entry,
        "form": form,
        "heading": heading,
        "honour": rulebook.honour(entry.honour),
    }
    return render(request, "decisions/amend.html", context)


def _create(request: Request, entry: Entry, draft: Draft, amendment: actions.Amendment) -> str:
    decision = draft(
        organisation=entry.chain.body,
        amendments=[amendment],
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    return reverse("decisions_edit", args=[decision.pk])
