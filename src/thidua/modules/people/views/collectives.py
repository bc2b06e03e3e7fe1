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
from thidua.modules.organisations.api import Request, periods_for
from thidua.modules.people import actions, forms, policy, queries
from thidua.modules.people.kinds import Part
from thidua.modules.people.models import Collective
from thidua.modules.people.tables import COLLECTIVES
from thidua.modules.people.views.asking import answer_for, ask, render_form


@require_safe
def listing(request: Request) -> HttpResponseBase:
    form = forms.UnitFilter(request.GET, actor=request.actor)
    rows = queries.collectives_list(request.actor, form.filters())
    if is_export(request):
        return export(request, COLLECTIVES, rows, order=("sort", "id"))
    context = {
        "form": form,
        "page": keyset(rows, order=("sort", "id"), token=request.GET.get("trang", "")),
        "table": COLLECTIVES.on(request),
        "count": capped_count(rows),
        "may_add": policy.may_edit(request.actor, request.actor.organisation_id),
    }
    return render(request, "people/collectives.html", context)


def add(request: Request) -> HttpResponse:
    require(policy.may_edit(request.actor, request.actor.organisation_id))
    initial = {"organisation": request.actor.organisation}
    form = forms.NewCollectiveForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _added(request, form))
    return render_form(request, form, _("A new collective"), back=reverse("collectives_list"), creates=True)


def _added(request: Request, form: forms.NewCollectiveForm) -> str:
    row = actions.add_collective(actor=request.actor, **form.cleaned_data)
    return reverse("collectives_show", args=[row.pk])


def _visible(request: Request, pk: int) -> Collective:
    rows = queries.visible_collectives(request.actor).select_related("organisation")
    return get_object_or_404(rows, pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    context = {
        "row": row,
        "years": row.years.select_related("period").order_by("-period__year"),
        "grades": row.grades.select_related("period").order_by("-period__year"),
        "timeline": gather("collective.timeline", request.actor, [pk]),
        "parts": [(part.label, part in row.known) for part in (Part.AWARDS, Part.GRADES, Part.MATTERS)],
        "may_edit": policy.may_edit(request.actor, row.organisation_id),
        "may_answer": policy.may_answer_for(request.actor, row.organisation_id),
    }
    return render(request, "people/collective.html", context)


FIELDS = ("name", "status_group", "founded_on", "dissolved_on", "gets_flags")


def change(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    require(policy.may_edit(request.actor, row.organisation_id))
    initial = {name: getattr(row, name) for name in FIELDS}
    form = forms.CollectiveForm(request.POST or None, initial=initial)
    return ask(
        request,
        form,
        lambda: actions.change_collective(collective=row, actor=request.actor, **form.cleaned_data),
        heading=row.name,
        back=reverse("collectives_show", args=[pk]),
    )


def count(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    require(policy.may_edit(request.actor, row.organisation_id))
    periods = periods_for(row.organisation, request.today)
    form = forms.HeadCountForm(request.POST or None, periods=periods)
    return ask(
        request,
        form,
        lambda: actions.count_heads(collective=row, actor=request.actor, **form.cleaned_data),
        heading=_("Head count of %(name)s") % {"name": row.name},
        back=reverse("collectives_show", args=[pk]),
        sub=_("Shares are taken from these numbers and never rounded."),
    )


def confirm(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    return answer_for(request, row, row.name, reverse("collectives_show", args=[pk]))
