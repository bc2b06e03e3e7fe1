"""One remark: what was said, what was done with it, and the step that comes next."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.consultations import actions, policy, queries
from thidua.modules.consultations.forms import HandleForm
from thidua.modules.consultations.models import Remark
from thidua.modules.consultations.phones import phone_of
from thidua.modules.organisations.api import Request

STEPS = {"xac-minh": "verify", "ket-luan": "conclude", "chuyen": "refer"}


def visible(request: Request, pk: int) -> Remark:
    return get_object_or_404(queries.remarks_visible_to(request.actor), pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk), HandleForm())


def _page(request: Request, row: Remark, form: HandleForm) -> HttpResponse:
    steps = {name: policy.may_step_remark(request.actor, row, name) for name in STEPS.values()}
    context = {
        "row": row,
        "phone": phone_of(row),
        "form": form,
        "steps": [slug for slug, name in STEPS.items() if steps[name]],
        "log": row.steps.select_related("made_by").order_by("pk"),
    }
    return render(request, "consultations/remark.html", context)


@require_POST
def step(request: Request, pk: int, slug: str) -> HttpResponse:
    row = visible(request, pk)
    if slug not in STEPS:
        raise Http404
    require(policy.may_step_remark(request.actor, row, STEPS[slug]))
    form = HandleForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            _take(request, row, STEPS[slug], form)
        if form.is_valid():
            return redirect("showings_show", row.showing_id)
    return _page(request, row, form)


def _take(request: Request, row: Remark, name: str, form: HandleForm) -> None:
    note = form.cleaned_data["note"]
    if name == "verify":
        actions.verify(remark=row, note=note, actor=request.actor, now=request.now)
    elif name == "refer":
        actions.refer(remark=row, note=note, actor=request.actor, now=request.now)
    else:
        outcome = form.cleaned_data["outcome"]
        actions.conclude_remark(remark=row, outcome=outcome, note=note, actor=request.actor, now=request.now)
