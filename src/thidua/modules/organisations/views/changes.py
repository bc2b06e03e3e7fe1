"""Making organisations, changing them, merging and dividing them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.modules.organisations import actions, forms, policy, queries
from thidua.modules.organisations.models import Kind, Organisation
from thidua.modules.organisations.request import Request


def create(request: Request) -> HttpResponse:
    require(policy.may_administer(request.actor, [request.actor.organisation_id]))
    asked = request.GET.get("tren", "")
    initial = {
        "parent": asked if asked.isdecimal() else request.actor.organisation_id,
        "since": request.today,
        "kind": Kind.OFFICE,
    }
    form = forms.NewOrganisation(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _create(request, form.cleaned_data))
    context = _form(
        form,
        heading=_("A new organisation"),
        back=reverse("organisations_tree"),
        button=_("Make the organisation"),
        creates=True,
    )
    return render(request, "organisations/form.html", context)


def _create(request: Request, facts: dict[str, Any]) -> str:
    made = actions.create(actor=request.actor, on=facts.pop("since"), **facts)
    return reverse("organisations_show", args=[made.pk])


def _form(
    form: BaseForm, *, heading: str, back: str, button: str, sub: str = "", creates: bool = False
) -> dict[str, Any]:
    return {"form": form, "heading": heading, "back": back, "button": button, "sub": sub, "creates": creates}


def describe(request: Request, pk: int) -> HttpResponse:
    row = _changeable(request, pk)
    initial = {name: getattr(row, name) for name in ("short_name", "year_kind", "has_legal_personality")}
    form = forms.Description(request.POST or None, initial=initial)
    return _change(
        request,
        row,
        form,
        _("Description"),
        lambda facts: actions.describe(actor=request.actor, organisation=row, **facts),
    )


def rename(request: Request, pk: int) -> HttpResponse:
    row = _changeable(request, pk)
    form = forms.NewName(request.POST or None, initial={"since": request.today, "name": row.name})
    return _change(
        request,
        row,
        form,
        _("Another name"),
        lambda facts: actions.rename(actor=request.actor, organisation=row, on=facts.pop("since"), **facts),
    )


def move(request: Request, pk: int) -> HttpResponse:
    row = _changeable(request, pk)
    form = forms.NewPlace(
        request.POST or None, actor=request.actor, initial={"since": request.today, "parent": row.parent_id}
    )
    return _change(
        request,
        row,
        form,
        _("Another place"),
        lambda facts: actions.move(actor=request.actor, organisation=row, on=facts.pop("since"), **facts),
    )


def _changeable(request: Request, pk: int) -> Organisation:
    row: Organisation = get_object_or_404(queries.visible_to(request.actor), pk=pk)
    require(policy.may_administer(request.actor, [row.pk]))
    return row


def _change(
    request: Request,
    row: Organisation,
    form: BaseForm,
    heading: str,
    act: Callable[[dict[str, Any]], None],
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            act(form.cleaned_data)
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect("organisations_show", pk=row.pk)
    back = reverse("organisations_show", args=[row.pk])
    context = _form(form, heading=heading, back=back, button=_("Save"), sub=row.name)
    return render(request, "organisations/form.html", context)


def succeed(request: Request) -> HttpResponse:
    """Merger, split, abolition: first who, then, with a preview, who keeps whose books."""
    require(policy.may_administer(request.actor, [request.actor.organisation_id]))
    first = forms.WhoEnds(request.POST or None, actor=request.actor, initial={"on": request.today})
    if request.method != "POST" or not first.is_valid():
        return _first_step(request, first)
    facts = first.cleaned_data
    former, heirs = list(facts["predecessors"]), list(facts["successors"])
    is_second = "confirmed" in request.POST
    second = forms.Keepers(request.POST if is_second else None, predecessors=former, successors=heirs)
    if is_second and second.is_valid():
        with refusals_on(second):
            return create_once(request, lambda: _succeed(request, facts, second.cleaned_data))
    context = {"first": first, "second": second, "former": [(row, _what_moves(row)) for row in former]}
    return render(request, "organisations/succession_keepers.html", context)


def _first_step(request: Request, form: BaseForm) -> HttpResponse:
    context = _form(
        form,
        heading=_("Merger, split or abolition"),
        back=reverse("organisations_tree"),
        button=_("Continue"),
        sub=_("The next page shows what will move; nothing is changed before that."),
    )
    return render(request, "organisations/form.html", context)


def _what_moves(row: Organisation) -> dict[str, int]:
    return {
        "units": row.children.filter(until=None).count(),
        "roles": row.grants.filter(until=None).count(),
    }


def _succeed(request: Request, facts: dict[str, Any], keepers: dict[str, int]) -> str:
    parts = [
        actions.Part(former, heir, is_keeper=keepers[f"keeper_{former.pk}"] == heir.pk)
        for former in facts["predecessors"]
        for heir in facts["successors"]
    ]
    actions.record_succession(
        actor=request.actor,
        on=facts["on"],
        kind=facts["kind"],
        decision=facts["decision"],
        note=facts["note"],
        parts=parts,
    )
    return reverse("organisations_show", args=[parts[0].successor.pk])
