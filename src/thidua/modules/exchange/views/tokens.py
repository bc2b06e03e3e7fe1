"""Which outside systems are let in: the list, a new token (told once), its calls, its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.modules.exchange import actions, policy, queries
from thidua.modules.exchange.forms import RevokeForm, TokenForm
from thidua.modules.exchange.models import Token
from thidua.modules.organisations.api import Request

NEWEST = ("-id",)


@require_safe
def index(request: Request) -> HttpResponse:
    require(policy.may_manage(request.actor, request.actor.organisation_id))
    is_over = "da_het" in request.GET
    choose = queries.over if is_over else queries.working
    rows = choose(queries.visible_to(request.actor), request.today)
    page = keyset(queries.with_use(rows), order=NEWEST, token=request.GET.get("trang", ""))
    context = {"page": page, "count": capped_count(rows), "is_over": is_over}
    return render(request, "exchange/tokens.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: Request) -> HttpResponse:
    require(policy.may_manage(request.actor, request.actor.organisation_id))
    form = TokenForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        made: list[tuple[Token, str]] = []
        with refusals_on(form):
            answer = create_once(request, lambda: _made(request, form, made))
            if not made:  # the same form again: what was told once is not told twice
                return answer
            row, secret = made[0]
            return render(request, "exchange/told_once.html", {"row": row, "secret": secret})
    return render(request, "exchange/make.html", {"form": form})


def _made(request: Request, form: TokenForm, made: list[tuple[Token, str]]) -> str:
    organisation = request.actor.organisation
    assert organisation is not None  # else policy has refused
    row, secret = actions.make_token(
        organisation=organisation,
        **form.cleaned_data,
        actor=request.actor,
        on=request.today,
        now=request.now,
    )
    made.append((row, secret))
    return reverse("tokens_show", args=[row.pk])


def visible(request: Request, pk: int) -> Token:
    require(policy.may_manage(request.actor, request.actor.organisation_id))
    return get_object_or_404(queries.with_use(queries.visible_to(request.actor)), pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    return _shown(request, visible(request, pk), RevokeForm())


def _shown(request: Request, row: Token, form: RevokeForm) -> HttpResponse:
    calls = row.calls.all()
    context = {
        "row": row,
        "form": form,
        "subscriptions": queries.subscriptions_of(row),
        "page": keyset(calls, order=NEWEST, token=request.GET.get("trang", "")),
        "count": capped_count(calls),
        "works": row.revoked_at is None and row.last_day >= request.today,
    }
    return render(request, "exchange/token.html", context)


@require_http_methods(["POST"])
def revoke(request: Request, pk: int) -> HttpResponse:
    row = visible(request, pk)
    form = RevokeForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            actions.revoke_token(
                token=row, reason=form.cleaned_data["reason"], actor=request.actor, now=request.now
            )
        if form.is_valid():
            messages.success(request, _("Revoked: the system gets in no more."))
            return redirect("tokens_show", row.pk)
    return _shown(request, row, form)
