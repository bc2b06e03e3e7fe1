from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.slots import gather
from thidua.foundation.tables import export, is_export
from thidua.modules.organisations.api import Request
from thidua.modules.people import actions, forms, policy, queries
from thidua.modules.people.kinds import Part
from thidua.modules.people.models import Household
from thidua.modules.people.tables import HOUSEHOLDS
from thidua.modules.people.views.asking import answer_for, ask, render_form


@require_safe
def listing(request: Request) -> HttpResponseBase:
    form = forms.UnitFilter(request.GET, actor=request.actor)
    rows = queries.households_list(request.actor, form.filters())
    if is_export(request):
        return export(request, HOUSEHOLDS, rows, order=("sort", "id"))
    context = {
        "form": form,
        "page": keyset(rows, order=("sort", "id"), token=request.GET.get("trang", "")),
        "table": HOUSEHOLDS.on(request),
        "count": capped_count(rows),
        "may_add": policy.may_edit(request.actor, request.actor.organisation_id),
    }
    return render(request, "people/households.html", context)


def add(request: Request) -> HttpResponse:
    require(policy.may_edit(request.actor, request.actor.organisation_id))
    form = forms.NewHouseholdForm(request.POST or None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _added(request, form))
    return render_form(request, form, _("A new household"), back=reverse("households_list"), creates=True)


def _added(request: Request, form: forms.NewHouseholdForm) -> str:
    row = actions.add_household(actor=request.actor, **form.cleaned_data)
    return reverse("households_show", args=[row.pk])


def _visible(request: Request, pk: int) -> Household:
    rows = queries.visible_households(request.actor).select_related("organisation", "head")
    return get_object_or_404(rows, pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    context = {
        "row": row,
        "timeline": gather("household.timeline", request.actor, [pk]),
        "parts": [(Part.AWARDS.label, Part.AWARDS in row.known)],
        "may_edit": policy.may_edit(request.actor, row.organisation_id),
        "may_answer": policy.may_answer_for(request.actor, row.organisation_id),
    }
    return render(request, "people/household.html", context)


def change(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    require(policy.may_edit(request.actor, row.organisation_id))
    initial = {"head_name": row.head_name, "address": row.address, "head": row.head}
    form = forms.HouseholdForm(request.POST or None, actor=request.actor, initial=initial)
    return ask(
        request,
        form,
        lambda: actions.change_household(household=row, actor=request.actor, **form.cleaned_data),
        heading=row.head_name,
        back=reverse("households_show", args=[pk]),
    )


def confirm(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    return answer_for(request, row, row.head_name, reverse("households_show", args=[pk]))
