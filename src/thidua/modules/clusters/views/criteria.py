"""The sheet of criteria of a year: terms, groups, criteria, copied from the year before."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict, create_once, refusals_on, told
from thidua.modules.clusters import policy, queries
from thidua.modules.clusters.actions import criteria as actions
from thidua.modules.clusters.forms import CriterionForm, GroupForm, TermsForm
from thidua.modules.clusters.models import ClusterYear, Criterion, CriterionGroup
from thidua.modules.clusters.points import rule_in_words
from thidua.modules.clusters.tally import highest
from thidua.modules.clusters.views.shared import YEAR_TONES, both_texts, latest, year
from thidua.modules.organisations.api import Request


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _page(request, year(request, pk))


def _page(request: Request, row: ClusterYear, **forms: Any) -> HttpResponse:
    sheet = queries.sheet_of(row)
    may_write = policy.may_write_criteria(request.actor, row)
    context = {
        "year": row,
        "tone": YEAR_TONES[row.state],  # type: ignore[index]
        "groups": [(group, [(one, rule_in_words(one)) for one in criteria]) for group, criteria in sheet],
        "highest": highest(sheet),
        "n_criteria": sum(len(criteria) for _group, criteria in sheet),
        "may_write": may_write,
        "before": queries.previous_year(row) if may_write and not sheet else None,
        "terms": TermsForm(year=row),
        "group_form": GroupForm(),
    }
    return render(request, "clusters/criteria.html", context | forms)


@require_POST
def set_terms(request: Request, pk: int) -> HttpResponse:
    row = year(request, pk)
    require(policy.may_write_criteria(request.actor, row))
    form = TermsForm(request.POST, year=row)
    if not form.is_valid():
        return _page(request, row, terms=form)
    try:
        with refusals_on(form):
            actions.set_terms(
                year=row, terms=form.terms(), version=form.cleaned_data["version"], actor=request.actor
            )
            messages.success(request, _("Saved."))
            return redirect("cluster_years_criteria", pk=pk)
    except Conflict as conflict:
        row.refresh_from_db()
        again = TermsForm(latest(request, row.version), year=row)
        return _page(request, row, terms=again, conflict=both_texts(form, conflict))
    return _page(request, row, terms=form)


@require_POST
def copy(request: Request, pk: int) -> HttpResponse:
    row = year(request, pk)
    require(policy.may_write_criteria(request.actor, row))
    with told(request):
        n = actions.copy_criteria(year=row, actor=request.actor)
        words = ngettext(
            "%(n)s criterion copied: change what is different this year.",
            "%(n)s criteria copied: change what is different this year.",
            n,
        )
        messages.success(request, words % {"n": n})
    return redirect("cluster_years_criteria", pk=pk)


@require_POST
def add_group(request: Request, pk: int) -> HttpResponse:
    row = year(request, pk)
    require(policy.may_write_criteria(request.actor, row))
    form = GroupForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _added(request, row, form))
    return _page(request, row, group_form=form)


def _added(request: Request, row: ClusterYear, form: GroupForm) -> str:
    actions.add_group(year=row, actor=request.actor, **form.cleaned_data)
    return reverse("cluster_years_criteria", args=[row.pk])


def _group(request: Request, pk: int) -> CriterionGroup:
    rows = CriterionGroup.objects.filter(year__in=queries.years_visible_to(request.actor))
    group = get_object_or_404(rows.select_related("year__cluster__organisation", "year__period"), pk=pk)
    require(policy.may_write_criteria(request.actor, group.year))
    return group


def _criterion(request: Request, pk: int) -> Criterion:
    rows = Criterion.objects.filter(group__year__in=queries.years_visible_to(request.actor))
    known = rows.select_related("group__year__cluster__organisation", "group__year__period")
    criterion = get_object_or_404(known, pk=pk)
    require(policy.may_write_criteria(request.actor, criterion.group.year))
    return criterion


@require_http_methods(["GET", "HEAD", "POST"])
def change_group(request: Request, pk: int) -> HttpResponse:
    group = _group(request, pk)
    first = {"name": group.name, "ceiling": group.ceiling}
    form = GroupForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change_group(group=group, actor=request.actor, **form.cleaned_data)
            return redirect("cluster_years_criteria", pk=group.year_id)
    return render(request, "clusters/group.html", {"group": group, "year": group.year, "form": form})


@require_POST
def remove_group(request: Request, pk: int) -> HttpResponse:
    group = _group(request, pk)
    with told(request):
        actions.remove_group(group=group, actor=request.actor)
        messages.success(request, _("Taken out."))
    return redirect("cluster_years_criteria", pk=group.year_id)


@require_http_methods(["GET", "HEAD", "POST"])
def add_criterion(request: Request, pk: int) -> HttpResponse:
    group = _group(request, pk)
    form = CriterionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _criterion_added(request, group, form))
    return render(request, "clusters/criterion.html", {"group": group, "year": group.year, "form": form})


def _criterion_added(request: Request, group: CriterionGroup, form: CriterionForm) -> str:
    actions.add_criterion(group=group, draft=form.draft(), actor=request.actor)
    if "more" in request.POST:
        return reverse("criteria_add", args=[group.pk])
    return reverse("cluster_years_criteria", args=[group.year_id])


@require_http_methods(["GET", "HEAD", "POST"])
def change_criterion(request: Request, pk: int) -> HttpResponse:
    criterion = _criterion(request, pk)
    first = {name: getattr(criterion, name) for name in CriterionForm.base_fields}
    form = CriterionForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change_criterion(criterion=criterion, draft=form.draft(), actor=request.actor)
            return redirect("cluster_years_criteria", pk=criterion.group.year_id)
    context = {
        "group": criterion.group,
        "year": criterion.group.year,
        "criterion": criterion,
        "form": form,
    }
    return render(request, "clusters/criterion.html", context)


@require_POST
def remove_criterion(request: Request, pk: int) -> HttpResponse:
    criterion = _criterion(request, pk)
    with told(request):
        actions.remove_criterion(criterion=criterion, actor=request.actor)
        messages.success(request, _("Taken out."))
    return redirect("cluster_years_criteria", pk=criterion.group.year_id)
