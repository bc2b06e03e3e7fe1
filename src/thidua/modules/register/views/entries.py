"""The register: its list, one award with everything that happened to it, old awards, comparison."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.slots import gather
from thidua.foundation.tables import export, is_export
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation
from thidua.modules.register import actions, forms, policy, queries
from thidua.modules.register.models import Entry
from thidua.modules.register.queries import is_checked
from thidua.modules.register.tables import REGISTER


@require_safe
def listing(request: Request) -> HttpResponseBase:
    form = forms.EntryFilter(request.GET, actor=request.actor)
    filters = form.filters()
    rows = queries.entries_list(request.actor, filters).select_related("refers_to")
    if is_export(request):
        return export(request, REGISTER, rows, order=queries.NEWEST)
    context = {
        "form": form,
        "page": keyset(rows, order=queries.NEWEST, token=request.GET.get("trang", "")),
        "table": REGISTER.on(request),
        "count": capped_count(queries.entries_list(request.actor, filters)),
        "may_add": policy.may_enter_old(request.actor, request.actor.organisation_id),
        "books": queries.books(request.actor)[:20],
        "year": request.today.year,
        "followed": _followed(filters),
    }
    return render(request, "register/list.html", context)


def _followed(filters: Mapping[str, Any]) -> list[str]:
    """Names of the former units whose awards stand in the list with those of the chosen one."""
    unit = filters.get("organisation")
    if not isinstance(unit, Organisation):
        return []
    former = [pk for pk in queries.units_of(unit) if pk != unit.pk]
    return list(Organisation.objects.filter(pk__in=former).order_by("sort").values_list("name", flat=True))


def _visible(request: Request, pk: int) -> Entry:
    rows = queries.with_standing(queries.visible_to(request.actor))
    return get_object_or_404(rows.select_related("chain__body", "refers_to", "organisation"), pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    entry = _visible(request, pk)
    if entry.refers_to_id:
        return redirect("register_show", pk=entry.refers_to_id)
    acts = list(queries.acts_of(entry).select_related("entered_by"))
    wordings = [act for act in acts if act.act != "revoke"]
    context = {
        "entry": entry,
        "current": wordings[-1],
        "acts": acts,
        "checks": entry.checks.select_related("checked_by").order_by("checked_at"),
        "may_check": not is_checked(entry) and policy.may_check(request.actor, entry),
        "notes": gather("entry.notes", entry),
        "actions": gather("entry.actions", request.actor, entry),
        "revocation": next((act for act in acts if act.act == "revoke"), None),
    }
    return render(request, "register/show.html", context)


def check(request: Request, pk: int) -> HttpResponse:
    entry = _visible(request, pk)
    require(policy.may_check(request.actor, entry))
    form = forms.CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            note = form.cleaned_data["note"]
            actions.check_entry(entry=entry, note=note, actor=request.actor, now=request.now)
        if form.is_valid():
            messages.success(request, _("Recorded: the entry agrees with its paper."))
            return redirect("register_show", pk=pk)
    return render(request, "register/check.html", {"form": form, "entry": entry})


def add_old(request: Request) -> HttpResponse:
    require(policy.may_enter_old(request.actor, request.actor.organisation_id))
    form = forms.OldAwardForm(request.POST or None, actor=request.actor, initial={"source": "original"})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _entered(request, form))
    return render(request, "register/old.html", {"form": form})


def _entered(request: Request, form: forms.OldAwardForm) -> str:
    body = request.actor.organisation
    assert body is not None  # else policy.may_enter_old has refused
    entry = actions.enter_historical(
        body=body,
        basis=form.basis(),
        award=form.award(),
        source=form.cleaned_data["source"],
        actor=request.actor,
        now=request.now,
    )
    return reverse("register_show", args=[entry.pk])
