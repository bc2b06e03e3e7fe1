"""Inspections: the list with what is found again and again, one inspection, its plan of the year."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.parts import TimelineItem
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.organisations.api import Request
from thidua.modules.oversight import actions, policy, queries
from thidua.modules.oversight.actions.inspections import inspection_plan_subject, inspection_subject
from thidua.modules.oversight.forms import (
    ConclusionForm,
    ExamineForm,
    FindingForm,
    InspectionForm,
    StepForm,
    YearPlanForm,
)
from thidua.modules.oversight.models import (
    Inspection,
    InspectionFinding,
    InspectionItem,
    InspectionState,
    ItemResult,
    Sampled,
)
from thidua.modules.oversight.states import INSPECTION, INSPECTS
from thidua.modules.oversight.tables import INSPECTIONS
from thidua.modules.papers.api import papers_of

ORDER = ("-begins_on", "-id")
TONES = {
    InspectionState.PLANNED: "plain",
    InspectionState.RUNNING: "wait",
    InspectionState.CONCLUDED: "gold",
    InspectionState.FOLLOWED_UP: "good",
    InspectionState.CALLED_OFF: "plain",
}
SIGNS = {
    ItemResult.OPEN: "wait",
    ItemResult.MET: "good",
    ItemResult.NOT_MET: "bad",
    ItemResult.NOT_NEEDED: "plain",
}


def visible(request: Request, pk: int) -> Inspection:
    return get_object_or_404(queries.inspections_visible_to(request.actor), pk=pk)


@require_safe
def index(request: Request) -> HttpResponseBase:
    actor = request.actor
    rows = queries.with_findings(queries.inspections_visible_to(actor))
    if is_export(request):
        return export(request, INSPECTIONS, rows, order=ORDER)
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""))
    context = {
        "page": page,
        "table": INSPECTIONS.on(request),
        "lines": [
            (row, TONES[InspectionState(row.state)], queries.reads_findings(actor, row)) for row in page.rows
        ],
        "count": capped_count(rows),
        "repeated": queries.repeated(actor),
        "plans": queries.inspection_plans_visible_to(actor).order_by("-year", "pk")[:5],
        "may_plan": actor.has(*INSPECTS) and not actor.is_system,
        "may_gather": policy.may_gather(actor, actor.organisation_id),
    }
    return render(request, "oversight/inspections.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    actor = request.actor
    require(policy.may_plan_any(actor))
    form = InspectionForm(
        request.POST if request.method == "POST" else None,
        actor=actor,
        initial={"last_on": request.today, "n_sampled": 5},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _planned(request, form))
    return render(request, "oversight/inspection_form.html", {"form": form})


def _planned(request: Request, form: InspectionForm) -> str:
    body = request.actor.organisation
    assert body is not None  # else the policy has refused
    row = actions.plan_inspection(
        body=body, draft=form.draft(), actor=request.actor, on=request.today, now=request.now
    )
    return reverse("inspections_show", args=[row.pk])


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, visible(request, pk))


def _page(request: Request, row: Inspection, **forms: Any) -> HttpResponse:
    actor = request.actor
    reads = queries.reads_findings(actor, row)
    context = {
        "row": row,
        "tone": TONES[InspectionState(row.state)],
        "reads": reads,
        "items": [(one, SIGNS[ItemResult(one.result)]) for one in row.items.order_by("place")]
        if reads
        else [],
        "sample": _sample(row) if reads else [],
        "findings": _findings(row) if reads else [],
        "steps": [
            (step, step.missing(row))
            for step in INSPECTION.open_to(row, actor)
            if policy.may_inspect(actor, row)
        ],
        "past": _past(row),
        "papers": papers_of(inspection_subject(row)) if reads else [],
        "may_prepare": policy.may_prepare_inspection(actor, row),
        "may_examine": policy.may_examine(actor, row),
        "may_draw": policy.may_inspect(actor, row) and row.conclusion,
        "results": ItemResult.choices,
        "finding_form": FindingForm(inspection=row),
        "conclusion_form": ConclusionForm(
            initial={"conclusion": row.conclusion, "number": row.number, "concluded_on": row.concluded_on}
        ),
    }
    return render(request, "oversight/inspection.html", context | forms)


def _sample(row: Inspection) -> list[tuple[Sampled, str]]:
    rows = row.sample.select_related("dossier").order_by("place")
    return [(one, SIGNS[ItemResult(one.result)]) for one in rows]


def _findings(row: Inspection) -> list[InspectionFinding]:
    return list(row.findings.select_related("item", "dossier", "shortcoming").order_by("pk"))


def _past(row: Inspection) -> list[TimelineItem]:
    labels = {step.name: str(step.label) for step in INSPECTION} | {"plan": _("Inspection planned")}
    steps = row.steps.order_by("-made_at", "-pk")
    return [TimelineItem(one.on, labels[one.step], one.note) for one in steps]


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_prepare_inspection(request.actor, row))
    form = InspectionForm(request.POST if request.method == "POST" else None, actor=request.actor, row=row)
    form.fields["organisation"].disabled = form.fields["kind"].disabled = True
    context: dict[str, Any] = {"row": row, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                version = form.cleaned_data["version"] or 0
                actions.change_inspection(row=row, draft=form.draft(), version=version, actor=request.actor)
                messages.success(request, _("Saved: checklist and sample were made again."))
                return redirect("inspections_show", pk=pk)
        except Conflict as conflict:
            row.refresh_from_db()
            context |= {"conflict": _both(form, conflict), "latest": row.version}
    return render(request, "oversight/inspection_form.html", context)


def _both(form: Any, conflict: Conflict) -> list[tuple[Any, object, object]]:
    return [
        (form.fields[name].label, theirs, conflict.mine[name])
        for name, theirs in conflict.theirs.items()
        if theirs != conflict.mine[name]
    ]


def _examined(request: Request, item: InspectionItem | Sampled) -> HttpResponse:
    require(policy.may_examine(request.actor, item.inspection))
    form = ExamineForm(request.POST)
    if form.is_valid():
        with told(request):
            actions.examine(item=item, actor=request.actor, **form.cleaned_data)
    else:
        messages.error(request, _("Choose a result, and write at most 500 characters."))
    return redirect(f"{reverse('inspections_show', args=[item.inspection_id])}#noi-dung")


@require_POST
def examine(request: Request, pk: int) -> HttpResponse:
    rows = InspectionItem.objects.filter(inspection__in=_keys(request))
    return _examined(request, get_object_or_404(rows.select_related("inspection"), pk=pk))


@require_POST
def read(request: Request, pk: int) -> HttpResponse:
    rows = Sampled.objects.filter(inspection__in=_keys(request))
    return _examined(request, get_object_or_404(rows.select_related("inspection"), pk=pk))


def _keys(request: Request) -> Any:
    return queries.inspections_visible_to(request.actor).values("pk")


@require_POST
def find(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_examine(request.actor, row))
    form = FindingForm(request.POST, inspection=row)
    if form.is_valid():
        with refusals_on(form):
            actions.add_finding(inspection=row, draft=form.draft(), actor=request.actor)
            messages.success(request, _("Saved."))
            return redirect("inspections_show", pk=pk)
    return _page(request, row, finding_form=form)


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    rows = InspectionFinding.objects.filter(inspection__in=_keys(request))
    finding = get_object_or_404(rows.select_related("inspection"), pk=pk)
    require(policy.may_examine(request.actor, finding.inspection))
    actions.drop_finding(finding=finding, actor=request.actor)
    return redirect("inspections_show", pk=finding.inspection_id)


@require_POST
def conclude(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_examine(request.actor, row))
    form = ConclusionForm(request.POST)
    if form.is_valid():
        actions.write_conclusion(row=row, actor=request.actor, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("inspections_show", pk=pk)
    return _page(request, row, conclusion_form=form)


@require_POST
def paper(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    require(policy.may_inspect(request.actor, row))
    with told(request):
        actions.draw_conclusion(row=row, actor=request.actor, on=request.today, now=request.now)
        messages.success(request, _("The conclusion is drawn."))
    return redirect("inspections_show", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, name: str) -> HttpResponse:
    row = visible(request, pk)
    if name not in INSPECTION.by_name:
        raise Http404
    require(policy.may_step_inspection(request.actor, row, name))
    taken = INSPECTION.by_name[name]
    form = StepForm(request.POST if request.method == "POST" else None)
    form.fields["reason"].required = taken.needs_reason
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            said: Any = {"actor": request.actor, "on": request.today, "now": request.now}
            actions.step_inspection(row=row, step=name, reason=form.cleaned_data["reason"], **said)
            messages.success(request, _("Done: %(step)s.") % {"step": taken.label})
            return redirect("inspections_show", pk=pk)
    context = {"row": row, "step": taken, "form": form, "lacks": taken.missing(row)}
    return render(request, "oversight/inspection_step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.inspection_plans_visible_to(request.actor), pk=pk)
    may_write = policy.may_oversee(request.actor, row.organisation_id)
    if request.method == "POST":
        require(may_write)
    form = YearPlanForm(request.POST if request.method == "POST" else None, plan=row)
    context: dict[str, Any] = {"plan": row, "form": form, "may_write": may_write}
    if request.method == "POST" and form.is_valid():
        try:
            with refusals_on(form):
                actions.write_inspection_plan(plan=row, actor=request.actor, **form.cleaned_data)
                messages.success(request, _("Saved."))
                return redirect("inspections_plan", pk=pk)
        except Conflict as conflict:
            row.refresh_from_db()
            context |= {"conflict": _both(form, conflict), "latest": row.version}
    held = row.inspections.select_related("organisation").order_by("begins_on", "pk")
    context |= {
        "lines": [(one, TONES[InspectionState(one.state)]) for one in held],
        "papers": papers_of(inspection_plan_subject(row)),
    }
    return render(request, "oversight/inspection_plan.html", context)


@require_POST
def plan_paper(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.inspection_plans_visible_to(request.actor), pk=pk)
    require(policy.may_oversee(request.actor, row.organisation_id))
    with told(request):
        actions.draw_inspection_plan(plan=row, actor=request.actor, on=request.today, now=request.now)
        messages.success(request, _("The plan is drawn."))
    return redirect("inspections_plan", pk=pk)
