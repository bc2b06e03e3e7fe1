"""Which addresses a system has told to tell, what was told them, and once more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on, told
from thidua.modules.exchange import policy, queries
from thidua.modules.exchange.forms import SubscriptionForm
from thidua.modules.exchange.hooks import actions
from thidua.modules.exchange.kinds import DispatchState
from thidua.modules.exchange.models import Dispatch, Subscription, Token
from thidua.modules.exchange.views.tokens import NEWEST, visible
from thidua.modules.organisations.api import Request

TONES = {DispatchState.WAITING: "wait", DispatchState.DELIVERED: "good", DispatchState.FAILED: "bad"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: Request, pk: int) -> HttpResponse:
    token = visible(request, pk)
    form = SubscriptionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made: list[tuple[Subscription, str]] = []
        with refusals_on(form):
            answer = create_once(request, lambda: _made(request, token, form, made))
            if not made:
                return answer
            row, secret = made[0]
            return render(request, "exchange/subscribed.html", {"row": row, "secret": secret})
    return render(request, "exchange/subscribe.html", {"form": form, "token": token})


def _made(
    request: Request, token: Token, form: SubscriptionForm, made: list[tuple[Subscription, str]]
) -> str:
    row, secret = actions.subscribe(token=token, **form.cleaned_data, actor=request.actor, now=request.now)
    made.append((row, secret))
    return reverse("subscriptions_show", args=[row.pk])


def _visible(request: Request, pk: int) -> Subscription:
    require(policy.may_manage(request.actor, request.actor.organisation_id))
    return get_object_or_404(queries.subscriptions_visible_to(request.actor), pk=pk)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    page = keyset(row.dispatches.all(), order=NEWEST, token=request.GET.get("trang", ""))
    context = {
        "row": row,
        "page": page,
        "lines": [(one, TONES[DispatchState(one.state)]) for one in page.rows],
        "count": capped_count(row.dispatches.all()),
    }
    return render(request, "exchange/subscription.html", context)


@require_POST
def switch(request: Request, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    actions.switch(subscription=row, is_on="bat" in request.POST, actor=request.actor, now=request.now)
    return redirect("subscriptions_show", row.pk)


@require_POST
def again(request: Request, pk: int) -> HttpResponse:
    require(policy.may_manage(request.actor, request.actor.organisation_id))
    rows = Dispatch.objects.filter(subscription__in=queries.subscriptions_visible_to(request.actor))
    row = get_object_or_404(rows.select_related("subscription__token"), pk=pk)
    with told(request):
        actions.tell_again(dispatch=row, actor=request.actor, now=request.now)
        messages.success(request, _("It is told again within a minute."))
    return redirect("subscriptions_show", row.subscription_id)
