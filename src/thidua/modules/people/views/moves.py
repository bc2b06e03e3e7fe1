"""Transfers between units, and merging and splitting double records."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.kernel.errors import Cannot
from thidua.modules.organisations.api import Request
from thidua.modules.people import actions, forms, policy, queries
from thidua.modules.people.actions.merging import preview
from thidua.modules.people.models import Person, PersonMerge, Transfer
from thidua.modules.people.views.asking import ask
from thidua.modules.people.views.people import visible


def transfer(request: Request, pk: int) -> HttpResponse:
    person = visible(request, pk)
    require(policy.may_ask_transfer(request.actor, person))
    form = forms.TransferForm(request.POST or None, initial={"moves_on": request.today})
    return ask(
        request,
        form,
        lambda: actions.ask_transfer(person=person, actor=request.actor, **form.cleaned_data),
        heading=_("Transfer of %(name)s") % {"name": person.name},
        back=reverse("people_show", args=[pk]),
        sub=_("The receiving unit accepts; this unit keeps reading its own years."),
        button=_("Ask the receiving unit"),
    )


def _open_transfer(request: Request, pk: int) -> Transfer:
    people = queries.visible_to(request.actor)
    return get_object_or_404(Transfer, pk=pk, person__in=people)


@require_POST
def accept(request: Request, pk: int) -> HttpResponse:
    row = _open_transfer(request, pk)
    try:
        actions.accept_transfer(transfer=row, actor=request.actor, on=request.today)
        messages.success(request, _("The person now belongs to your unit."))
    except Cannot as refusal:
        messages.error(request, str(refusal))
    return redirect("people_show", pk=row.person_id)


def decline(request: Request, pk: int) -> HttpResponse:
    row = _open_transfer(request, pk)
    require(policy.may_answer_transfer(request.actor, row))
    form = forms.ReasonForm(request.POST or None)
    return ask(
        request,
        form,
        lambda: actions.decline_transfer(
            transfer=row, reason=form.cleaned_data["reason"], actor=request.actor
        ),
        heading=_("Decline the transfer of %(name)s") % {"name": row.person.name},
        back=reverse("people_list"),
        button=_("Decline"),
    )


def merge(request: Request, pk: int, other: int) -> HttpResponse:
    """See what moves from the other record into this one, then do it."""
    kept, merged = visible(request, pk), visible(request, other)
    require(policy.may_merge(request.actor, kept, merged))
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            _merge(request, kept, merged, form.cleaned_data["reason"])
        if form.is_valid():
            messages.success(request, _("The two records are one. They can be split again."))
            return redirect("people_show", pk=kept.pk)
    context = {"kept": kept, "merged": merged, "form": form, "moving": preview(kept, merged)}
    return render(request, "people/merge.html", context)


def _merge(request: Request, kept: Person, merged: Person, reason: str) -> None:
    actions.merge(kept=kept, merged=merged, reason=reason, actor=request.actor, now=request.now)


@require_POST
def split(request: Request, pk: int) -> HttpResponse:
    people = queries.visible_to(request.actor)
    row = get_object_or_404(PersonMerge.objects.select_related("kept", "merged"), pk=pk, kept__in=people)
    try:
        person = actions.split(merge=row, actor=request.actor, now=request.now)
    except Cannot as refusal:
        messages.error(request, str(refusal))
        return redirect("people_show", pk=row.kept_id)
    messages.success(request, _("The records are apart again; each has its own facts."))
    return redirect("people_show", pk=person.pk)
