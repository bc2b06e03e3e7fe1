"""Councils and their members."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.foundation.tables import export, is_export
from thidua.modules.accounts.models import User
from thidua.modules.councils import actions, policy, queries
from thidua.modules.councils.forms import CouncilForm, EndForm, MemberForm
from thidua.modules.councils.models import Council
from thidua.modules.councils.tables import COUNCILS
from thidua.modules.councils.views.shared import council
from thidua.modules.organisations.api import Request, Role, in_force, scope_ids
from thidua.modules.organisations.models import Grant, Organisation
from thidua.modules.papers.api import papers_of


@require_safe
def index(request: Request) -> HttpResponseBase:
    rows = queries.councils_for(request.actor)
    if is_export(request):
        return export(request, COUNCILS, rows, order=("-since", "-id"))
    context = {
        "page": keyset(rows, order=("-since", "-id"), token=request.GET.get("trang", "")),
        "table": COUNCILS.on(request),
        "count": capped_count(rows),
        "may_keep": policy.may_keep_councils(request.actor, request.actor.organisation_id or 0),
    }
    return render(request, "councils/councils.html", context)


def new(request: Request) -> HttpResponse:
    require(policy.may_keep_councils(request.actor, request.actor.organisation_id or 0))
    bodies = Organisation.objects.filter(pk=request.actor.organisation_id or 0)
    form = CouncilForm(request.POST or None, bodies=bodies, initial={"since": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _made(request, form.cleaned_data))
    return render(request, "councils/council_new.html", {"form": form})


def _made(request: Request, values: dict[str, Any]) -> str:
    return reverse("councils_show", args=[actions.create_council(actor=request.actor, **values).pk])


def show(request: Request, pk: int) -> HttpResponse:
    row = council(request, pk)
    may_keep = policy.may_keep_councils(request.actor, row.organisation_id)
    form = MemberForm(
        request.POST or None,
        users=_users(row, request),
        units=Organisation.objects.filter(pk__in=scope_ids(request.actor)).order_by("sort"),
        initial={"since": max(row.since, request.today)},
    )
    if request.method == "POST":
        require(may_keep)
        if form.is_valid():
            with refusals_on(form):
                return create_once(request, lambda: _seated(request, row, form.cleaned_data))
    context = {
        "council": row,
        "members": queries.members_on(row, request.today),
        "former": row.members.filter(until__lte=request.today).order_by("-until", "id"),
        "sittings": queries.visible_to(request.actor).filter(council=row).order_by("-held_on", "-id")[:20],
        "may_keep": may_keep,
        "may_plan": policy.may_plan(request.actor, row.organisation_id),
        "papers": papers_of(actions.subject_of_council(row)),
        "form": form,
        "end_form": EndForm(initial={"until": request.today}),
    }
    return render(request, "councils/council.html", context)


def _users(row: Council, request: Request) -> QuerySet[User]:
    """Accounts that hold the role of council member (or lead the body) and have no seat yet."""
    roles = [Role.COUNCIL_MEMBER, Role.COUNCIL_SECRETARY, Role.LEADER, Role.DEPUTY]
    grants = Grant.objects.filter(in_force(request.today), organisation=row.organisation_id, role__in=roles)
    seated = row.members.filter(until__isnull=True, user__isnull=False).values("user")
    return User.objects.filter(pk__in=grants.values("user")).exclude(pk__in=seated).order_by("full_name")


def _seated(request: Request, row: Council, values: dict[str, Any]) -> str:
    actions.add_member(council=row, actor=request.actor, **values)
    return reverse("councils_show", args=[row.pk])


@require_POST
def draw(request: Request, pk: int) -> HttpResponse:
    """Quyết định thành lập hội đồng."""
    row = council(request, pk)
    require(policy.may_keep_councils(request.actor, row.organisation_id))
    with told(request):
        actions.draw_council(council=row, actor=request.actor, on=request.today, now=request.now)
    return redirect("councils_show", pk)


@require_POST
def end_member(request: Request, pk: int, member_pk: int) -> HttpResponse:
    row = council(request, pk)
    require(policy.may_keep_councils(request.actor, row.organisation_id))
    member = get_object_or_404(row.members, pk=member_pk)
    form = EndForm(request.POST)
    if form.is_valid():
        with told(request):
            actions.end_member(member=member, actor=request.actor, **form.cleaned_data)
    return redirect("councils_show", pk)
