from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.foundation.tables import export, is_export
from thidua.kernel.errors import Cannot
from thidua.modules.organisations.api import Request
from thidua.modules.people import actions, forms, policy, queries
from thidua.modules.people.models import Initiative
from thidua.modules.people.tables import INITIATIVES
from thidua.modules.people.views.asking import ask, render_form


@require_safe
def listing(request: Request) -> HttpResponseBase:
    form = forms.InitiativeFilter(request.GET, actor=request.actor)
    rows = queries.initiatives_list(request.actor, form.filters())
    if is_export(request):
        return export(request, INITIATIVES, rows, order=("-year", "-id"))
    context = {
        "form": form,
        "page": keyset(rows, order=("-year", "-id"), token=request.GET.get("trang", "")),
        "table": INITIATIVES.on(request),
        "count": capped_count(rows),
        "may_add": policy.may_edit(request.actor, request.actor.organisation_id),
    }
    return render(request, "people/initiatives.html", context)


def add(request: Request) -> HttpResponse:
    require(policy.may_edit(request.actor, request.actor.organisation_id))
    initial = {"organisation": request.actor.organisation, "year": request.today.year}
    form = forms.NewInitiativeForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _added(request, form))
    return render_form(request, form, _("A new initiative"), back=reverse("initiatives_list"), creates=True)


def _added(request: Request, form: forms.NewInitiativeForm) -> str:
    row = actions.record_initiative(
        organisation=form.cleaned_data["organisation"],
        draft=form.draft(),
        actor=request.actor,
        on=request.today,
    )
    return reverse("initiatives_show", args=[row.pk])


def _visible(request: Request, pk: int) -> Initiative:
    rows = queries.visible_initiatives(request.actor).select_related("organisation")
    return get_object_or_404(rows, pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    context = {
        "row": row,
        "authors": row.authors.select_related("person__organisation").order_by("-share", "person__sort"),
        "may_edit": policy.may_edit(request.actor, row.organisation_id),
        "may_answer": policy.may_answer_for(request.actor, row.organisation_id),
    }
    return render(request, "people/initiative.html", context)


def change(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    require(policy.may_edit(request.actor, row.organisation_id))
    form = forms.InitiativeForm.of(row, request.POST or None, request.actor)
    return ask(
        request,
        form,
        lambda: actions.change_initiative(
            initiative=row, draft=form.draft(), actor=request.actor, on=request.today
        ),
        heading=row.title,
        back=reverse("initiatives_show", args=[pk]),
    )


@require_POST
def check(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    try:
        actions.check_initiative(initiative=row, actor=request.actor)
        messages.success(request, _("Recorded: it agrees with its paper."))
    except Cannot as refusal:
        messages.error(request, str(refusal))
    return redirect("initiatives_show", pk=pk)
