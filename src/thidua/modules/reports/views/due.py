"""Which forms a body asks for, from itself and all below it, and by when."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.organisations.api import Request
from thidua.modules.reports import actions, policy, queries
from thidua.modules.reports.forms import DueRuleForm
from thidua.modules.reports.models import DueForm


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: Request) -> HttpResponse:
    require(policy.may_ask(request.actor))
    form = DueRuleForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            values = {name: form.cleaned_data[name] for name in ("cadence", "n_days", "basis")}
            state_form = queries.form_of(form.cleaned_data["form"])
            assert state_form is not None  # the form has only such
            actions.ask_for(form=state_form, values=values, actor=request.actor, now=request.now)
            return redirect("reports_due")
    rows = DueForm.objects.filter(organisation=request.actor.organisation_id).order_by("form", "cadence")
    context = {"form": form, "rows": [(row, queries.form_of(row.form)) for row in rows]}
    return render(request, "reports/due.html", context)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(DueForm, pk=pk, organisation=request.actor.organisation_id)
    require(policy.may_ask(request.actor))
    actions.ask_no_more(due=row, actor=request.actor)
    return redirect("reports_due")
