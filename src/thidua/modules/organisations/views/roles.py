"""Roles: those of the scope for administrators, one's own for everybody, and handing them over."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.kernel.days import next_day
from thidua.kernel.text import search_words
from thidua.modules.organisations import actions, forms, policy, queries
from thidua.modules.organisations.actor import in_force, scope_ids
from thidua.modules.organisations.middleware import SESSION_KEY
from thidua.modules.organisations.models import Grant
from thidua.modules.organisations.request import Request


@require_safe
def grants(request: Request) -> HttpResponse:
    require(policy.may_open_accounts(request.actor))
    form = forms.GrantFilter(request.GET)
    rows = _filtered(queries.grants_in_scope(request.actor), form.chosen(), request.today)
    page = keyset(rows, order=("organisation__sort", "role", "id"), token=request.GET.get("trang", ""))
    context = {"form": form, "page": page, "count": capped_count(rows), "today": request.today}
    return render(request, "organisations/grants.html", context)


def _filtered(rows: QuerySet[Grant], chosen: dict[str, Any], today: date) -> QuerySet[Grant]:
    for word in search_words(chosen.get("tim", "")):
        rows = rows.filter(Q(organisation__search__contains=word) | Q(user__search__contains=word))
    if role := chosen.get("vai"):
        rows = rows.filter(role=role)
    return rows if chosen.get("ca_cu") else rows.filter(Q(until__isnull=True) | Q(until__gt=today))


def _after(last_day: date | None) -> date | None:
    """People write the last day; periods end on the day after it."""
    return next_day(last_day) if last_day else None


def give(request: Request) -> HttpResponse:
    require(policy.may_open_accounts(request.actor))
    given = {"user": request.GET.get("nguoi"), "organisation": request.GET.get("don-vi")}
    initial = {name: value for name, value in given.items() if value and value.isdecimal()}
    form = forms.NewGrant(
        request.POST or None, actor=request.actor, initial={"since": request.today, **initial}
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _give(request, form.cleaned_data))
    return render(
        request,
        "organisations/form.html",
        {
            "form": form,
            "heading": _("Give a role"),
            "sub": _("Nobody gives himself a role."),
            "back": reverse("grants_list"),
            "button": _("Give the role"),
            "creates": True,
        },
    )


def _give(request: Request, facts: dict[str, Any]) -> str:
    until = _after(facts.pop("last_day"))
    actions.give_role(actor=request.actor, until=until, **facts)
    return reverse("accounts_show", args=[facts["user"].pk])


def end(request: Request, pk: int) -> HttpResponse:
    """By an administrator; or by who handed the role over, who has it back then."""
    in_scope = Q(organisation__in=scope_ids(request.actor))
    rows = Grant.objects.filter(in_scope | Q(handed_over_from__user=request.user.pk))
    grant = get_object_or_404(rows.select_related("user", "organisation", "handed_over_from"), pk=pk)
    require(policy.may_end_grant(request.actor, grant))
    form = forms.EndOfGrant(request.POST or None, initial={"last_day": request.today})
    back = (
        reverse("roles_mine") if grant.handed_over_from_id else reverse("accounts_show", args=[grant.user_id])
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.end_grant(
                actor=request.actor,
                on=request.today,
                grant=grant,
                until=next_day(form.cleaned_data["last_day"]),
                reason=form.cleaned_data["reason"],
            )
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect(back)
    sub = f"{grant.user.full_name} · {grant.get_role_display()} · {grant.organisation.name}"
    context = {
        "form": form,
        "heading": _("End a role"),
        "sub": sub,
        "back": back,
        "button": _("End the role"),
    }
    return render(request, "organisations/form.html", context)


@require_safe
def mine(request: Request) -> HttpResponse:
    """The organisations I act for, my roles, and what I have handed over."""
    own = Grant.objects.filter(in_force(request.today), user=request.user.pk)
    context = {
        "places": queries.places_of(request.user.pk, request.today),
        "held": own.filter(handed_over_from=None)
        .select_related("organisation")
        .order_by("organisation__sort", "role"),
        "handed_over": queries.handed_over_by(request.user.pk),
        "today": request.today,
    }
    return render(request, "organisations/mine.html", context)


@require_POST
def act_for(request: Request) -> HttpResponse:
    """From now on I act for this organisation; one I have no role in is simply not chosen."""
    asked = request.POST.get("organisation", "")
    places = {organisation.pk for organisation, _grants in queries.places_of(request.user.pk, request.today)}
    if asked.isdecimal() and int(asked) in places:
        request.session[SESSION_KEY] = int(asked)
    return redirect("home")


def hand_over(request: Request, pk: int) -> HttpResponse:
    rows = Grant.objects.filter(Q(organisation__in=scope_ids(request.actor)) | Q(user=request.user.pk))
    grant = get_object_or_404(rows.select_related("organisation", "user"), pk=pk)
    require(policy.may_hand_over(request.actor, grant))
    form = forms.HandOver(request.POST or None, grant=grant, initial={"since": request.today})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _hand_over(request, grant, form.cleaned_data))
    context = {
        "form": form,
        "heading": _("Hand a role over"),
        "sub": f"{grant.get_role_display()} · {grant.organisation.name}",
        "back": reverse("roles_mine"),
        "button": _("Hand over"),
        "creates": True,
    }
    return render(request, "organisations/form.html", context)


def _hand_over(request: Request, grant: Grant, facts: dict[str, Any]) -> str:
    actions.hand_over(
        actor=request.actor,
        on=request.today,
        grant=grant,
        to=facts["to"],
        since=facts["since"],
        until=next_day(facts["last_day"]),
        basis=facts["basis"],
    )
    return reverse("roles_mine")
