"""The unit's list of grades of a period: seen, entered as a whole, confirmed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.foundation.tables import export_rows, is_export
from thidua.modules.organisations.api import Request, periods_for
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.people import actions, forms, policy, queries
from thidua.modules.people.kinds import GradeLevel
from thidua.modules.people.tables import GRADES


def sheet(request: Request) -> HttpResponseBase:
    choice = forms.SheetFilter(request.GET, actor=request.actor)
    unit, period = _chosen(request, choice)
    context: dict[str, Any] = {"choice": choice, "unit": unit, "period": period}
    if unit is None or period is None:
        return render(request, "people/grades.html", context)
    lines = queries.grade_sheet(unit, period)
    if is_export(request):
        return export_rows(request, GRADES, lines)
    form = forms.SheetForm(request.POST or None, sheet=lines, initial={"decision": _decision(lines)})
    if request.method == "POST":
        require(policy.may_edit(request.actor, unit.pk))
        if form.is_valid() and _entered(request, form, unit, period):
            return redirect(_address(unit, period))
    counts = queries.grade_counts(unit, period)
    context |= {
        "form": form,
        "lines": zip(form.rows(), [grade for _person, grade in lines], strict=True),
        "n_people": len(lines),
        "counts": [(GradeLevel(level).label, n) for level, n in sorted(counts.items())],
        "n_unchecked": queries.unchecked_grades(unit, period),
        "may_edit": policy.may_edit(request.actor, unit.pk),
        "may_answer": policy.may_answer_for(request.actor, unit.pk),
    }
    return render(request, "people/grades.html", context)


def _chosen(request: Request, choice: forms.SheetFilter) -> tuple[Organisation | None, Period | None]:
    """As asked for; else the actor's own unit and the newest period that it is evaluated by."""
    chosen = choice.chosen()
    unit = chosen.get("don_vi") or request.actor.organisation
    period = chosen.get("ky") or (periods_for(unit, request.today).first() if unit else None)
    choice.data = {"don_vi": unit.pk if unit else "", "ky": period.pk if period else ""}
    return unit, period


def _decision(lines: list[Any]) -> str:
    known = {grade.decision for _person, grade in lines if grade and grade.decision}
    return known.pop() if len(known) == 1 else ""


def _entered(request: Request, form: forms.SheetForm, unit: Organisation, period: Period) -> bool:
    with refusals_on(form):
        done = actions.enter_grades(
            organisation=unit,
            period=period,
            decision=form.cleaned_data["decision"],
            lines=form.lines(),
            actor=request.actor,
        )
        words = {"new": done.n_new, "changed": done.n_changed}
        messages.success(request, _("Saved: %(new)s new, %(changed)s kept or changed.") % words)
    return form.is_valid()


def _address(unit: Organisation, period: Period) -> str:
    return f"{reverse('grades_list')}?don_vi={unit.pk}&ky={period.pk}"


@require_POST
def confirm(request: Request) -> HttpResponse:
    choice = forms.SheetFilter(request.POST, actor=request.actor)
    unit, period = _chosen(request, choice)
    if unit is None or period is None:
        return redirect("grades_list")
    n_confirmed = actions.confirm_grades(organisation=unit, period=period, actor=request.actor)
    messages.success(request, _("%(n)s grades confirmed.") % {"n": n_confirmed})
    return redirect(_address(unit, period))
