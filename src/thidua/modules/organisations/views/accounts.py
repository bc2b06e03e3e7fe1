"""Administration of accounts: open, change, print the slip, shut."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.kernel.days import next_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import search_words
from thidua.modules.accounts.api import has_second_factor
from thidua.modules.accounts.models import User
from thidua.modules.organisations import actions, forms, policy, queries
from thidua.modules.organisations.request import Request


@require_safe
def accounts(request: Request) -> HttpResponse:
    require(policy.may_open_accounts(request.actor))
    form = forms.AccountFilter(request.GET)
    rows = queries.accounts_in_scope(request.actor)
    for word in search_words(form.chosen().get("tim", "")):
        rows = rows.filter(search__contains=word)
    page = keyset(rows, order=("sort", "id"), token=request.GET.get("trang", ""))
    roles = queries.roles_by_user([user.pk for user in page.rows], request.actor)
    context = {
        "form": form,
        "page": page,
        "count": capped_count(rows),
        "rows": [(user, roles[user.pk]) for user in page.rows],
    }
    return render(request, "organisations/accounts.html", context)


def create(request: Request) -> HttpResponse:
    require(policy.may_open_accounts(request.actor))
    initial = {"organisation": request.actor.organisation_id}
    form = forms.NewAccount(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _create(request, form.cleaned_data))
    context = {
        "form": form,
        "heading": _("A new account"),
        "sub": _("The person signs in the first time with a printed slip; an e-mail address is not needed."),
        "back": reverse("accounts_list"),
        "button": _("Open the account"),
        "creates": True,
    }
    return render(request, "organisations/form.html", context)


def _create(request: Request, facts: dict[str, Any]) -> str:
    last_day = facts.pop("last_day")
    user = actions.create_account(
        actor=request.actor,
        on=request.today,
        now=request.now,
        until=next_day(last_day) if last_day else None,
        **facts,
    )
    return reverse("accounts_show", args=[user.pk])


def _visible(request: Request, pk: int) -> User:
    require(policy.may_open_accounts(request.actor))
    found: User = get_object_or_404(queries.accounts_in_scope(request.actor), pk=pk)
    return found


def show(request: Request, pk: int) -> HttpResponse:
    user = _visible(request, pk)
    may_change = policy.may_administer_account(request.actor, user)
    if request.method == "POST":
        require(may_change)
    initial = {name: getattr(user, name) for name in ("full_name", "email", "must_use_second_factor")}
    form = forms.Account(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.change_account(actor=request.actor, user=user, **form.cleaned_data)
        if form.is_valid():
            messages.success(request, _("Saved."))
            return redirect("accounts_show", pk=pk)
    context = {
        "account": user,
        "form": form,
        "may_change": may_change,
        "why": forms.Why(),
        "grants": queries.grants_in_scope(request.actor).filter(user=user).order_by("-since", "-id"),
        "last_slip": user.slips.order_by("-issued_at").first(),
        "has_second_factor": has_second_factor(user.pk),
        "today": request.today,
    }
    return render(request, "organisations/account.html", context)


@never_cache
@require_POST
def slip(request: Request, pk: int) -> HttpResponse:
    """The printed slip: the code is shown this once and kept nowhere. Printing again makes it void."""
    user = _visible(request, pk)
    require(policy.may_administer_account(request.actor, user))
    try:
        made, code = actions.print_slip(actor=request.actor, on=request.today, now=request.now, user=user)
    except Cannot as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts_show", pk=pk)
    address = request.build_absolute_uri(reverse("accounts_activate"))
    return render(
        request, "organisations/slip.html", {"account": user, "slip": made, "code": code, "address": address}
    )


@require_POST
def shut(request: Request, pk: int) -> HttpResponse:
    user = _visible(request, pk)
    require(policy.may_administer_account(request.actor, user))
    form = forms.Why(request.POST)
    if form.is_valid():
        actions.set_active(actor=request.actor, user=user, is_active=not user.is_active, **form.cleaned_data)
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Say why."))
    return redirect("accounts_show", pk=pk)


@require_POST
def take_second_factor_off(request: Request, pk: int) -> HttpResponse:
    user = _visible(request, pk)
    require(policy.may_administer_account(request.actor, user))
    form = forms.Why(request.POST)
    if form.is_valid():
        actions.reset_second_factor(actor=request.actor, user=user, **form.cleaned_data)
        messages.success(request, _("The second factor is off: the next sign-in asks to set it up anew."))
    else:
        messages.error(request, _("Say why."))
    return redirect("accounts_show", pk=pk)
