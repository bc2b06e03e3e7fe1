"""Plans to overcome shortcomings: what they hold, their text, their paper with progress."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.organisations.api import Request
from thidua.modules.oversight import actions, letters, policy, queries
from thidua.modules.oversight.actions.plans import plan_subject
from thidua.modules.oversight.forms import PlanForm
from thidua.modules.oversight.models import RemedyPlan, Shortcoming, ShortcomingState
from thidua.modules.oversight.tables import PLANS
from thidua.modules.oversight.views.remedies import TONES
from thidua.modules.papers.api import papers_of

ORDER = ("-made_at", "-id")


def visible(request: Request, pk: int) -> RemedyPlan:
    return get_object_or_404(queries.plans_visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    rows = queries.plans_visible_to(actor)
    if is_export(request):
        return export(request, PLANS, rows, order=ORDER)
    context = {
        "page": keyset(rows, order=ORDER, token=request.GET.get("trang", "")),
        "table": PLANS.on(request),
        "count": capped_count(rows),
        "may_begin": policy.may_oversee(actor, actor.organisation_id),
    }
    return render(request, "oversight/plans.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_oversee(actor, actor.organisation_id))
    fresh = RemedyPlan(title=_("Plan to overcome shortcomings of emulation and commendation"))
    form = PlanForm(request.POST if request.method == "POST" else None, plan=fresh)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _begun(request, form))
    return render(request, "oversight/plan_form.html", {"form": form})


def _begun(request: Request, form: PlanForm) -> str:
    organisation = request.actor.organisation
    assert organisation is not None  # else the policy has refused
    title = form.cleaned_data["title"]
    plan = actions.begin_plan(organisation=organisation, title=title, actor=request.actor, now=request.now)
    actions.write_plan(plan=plan, actor=request.actor, **(form.cleaned_data | {"version": 0}))
    return reverse("remedy_plans_show", args=[plan.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    plan = visible(request, pk)
    held = list(plan.shortcomings.select_related("organisation", "owner").order_by("due_on", "pk"))
    may_write = policy.may_write_plan(request.actor, plan)
    loose = queries.shortcomings_visible_to(request.actor).filter(body=plan.organisation_id, plan=None)
    context = {
        "plan": plan,
        "lines": [(row, TONES[ShortcomingState(row.state)]) for row in held],
        "progress": letters.progress(held, request.today),
        "papers": papers_of(plan_subject(plan)),
        "may_write": may_write,
        "loose": loose.order_by("due_on", "pk")[:50] if may_write else [],
    }
    return render(request, "oversight/plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    plan = visible(request, pk)
    require(policy.may_write_plan(request.actor, plan))
    form = PlanForm(request.POST if request.method == "POST" else None, plan=plan)
    context: dict[str, Any] = {"plan": plan, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                actions.write_plan(plan=plan, actor=request.actor, **form.cleaned_data)
                messages.success(request, _("Saved."))
                return redirect("remedy_plans_show", pk=pk)
        except Conflict as conflict:
            plan.refresh_from_db()
            context |= {"conflict": _both(form, conflict), "latest": plan.version}
    return render(request, "oversight/plan_form.html", context)


def _both(form: Any, conflict: Conflict) -> list[tuple[Any, object, object]]:
    return [
        (form.fields[name].label, theirs, conflict.mine[name])
        for name, theirs in conflict.theirs.items()
        if theirs != conflict.mine[name]
    ]


@require_POST
def add(request: Request, pk: int) -> HttpResponse:
    plan = visible(request, pk)
    require(policy.may_write_plan(request.actor, plan))
    asked = [int(value) for value in request.POST.getlist("ton_tai") if value.isdecimal()]
    rows = queries.shortcomings_visible_to(request.actor).filter(pk__in=asked)
    actions.add_to_plan(plan=plan, rows=rows, actor=request.actor)
    return redirect("remedy_plans_show", pk=pk)


@require_POST
def take(request: Request, pk: int) -> HttpResponse:
    plans = queries.plans_visible_to(request.actor).values("pk")
    row = get_object_or_404(Shortcoming.objects.select_related("plan").filter(plan__in=plans), pk=pk)
    plan = row.plan
    assert plan is not None  # filtered by it
    require(policy.may_write_plan(request.actor, plan))
    actions.take_from_plan(row=row, actor=request.actor)
    return redirect("remedy_plans_show", pk=plan.pk)


@require_POST
def paper(request: Request, pk: int) -> HttpResponse:
    plan = visible(request, pk)
    require(policy.may_write_plan(request.actor, plan))
    with told(request):
        actions.draw_plan(plan=plan, actor=request.actor, on=request.today, now=request.now)
        messages.success(request, _("The plan is drawn."))
    return redirect("remedy_plans_show", pk=pk)
