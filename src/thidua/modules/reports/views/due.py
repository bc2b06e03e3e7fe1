"""Which forms a body asks for, from itself and all below it, and by when."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.organisations.api import Request
from thidua.modules.reports import actions, policy, queries
from thidua.modules.reports.forms import DueRuleForm
from thidua.modules.reports.models import DueForm, OwnForm


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: Request) -> HttpResponse:
    require(policy.may_ask(request.actor))
    known = queries.forms_for(request.actor.organisation_id, request.today)
    form = DueRuleForm(request.POST if request.method == "POST" else None, known=known)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            values = {name: form.cleaned_data[name] for name in ("cadence", "n_days", "basis")}
            state_form = known[form.cleaned_data["form"]]
            actions.ask_for(form=state_form, values=values, actor=request.actor, now=request.now)
            return redirect("reports_due")
    rows = DueForm.objects.filter(organisation=request.actor.organisation_id).order_by("form", "cadence")
    context = {
        "form": form,
        "rows": [(row, known.get(row.form)) for row in rows],
        "own": queries.set_by(request.actor.organisation_id),
    }
    return render(request, "reports/due.html", context)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(DueForm, pk=pk, organisation=request.actor.organisation_id)
    require(policy.may_ask(request.actor))
    actions.ask_no_more(due=row, actor=request.actor)
    return redirect("reports_due")


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    """From today on the form is drawn up for no later period."""
    row = get_object_or_404(OwnForm, pk=pk, organisation=request.actor.organisation_id, until__isnull=True)
    require(policy.may_ask(request.actor))
    with told(request):
        actions.end_form(row=row, until=request.today, actor=request.actor)
    return redirect("reports_due")
