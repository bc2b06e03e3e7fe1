"""Telling what waits: each once, a few tries with growing pauses, then the subscription is switched off."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from http.client import HTTPException

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import acting
from thidua.kernel.days import civil_day
from thidua.modules.exchange.hooks.reach import CannotReach, post, target
from thidua.modules.exchange.hooks.secrets import secret_of, signature
from thidua.modules.exchange.kinds import DispatchState
from thidua.modules.exchange.models import Dispatch, Subscription
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role

BATCH = 200
AT_ONCE = timedelta(seconds=40)
PAUSES = tuple(timedelta(minutes=n) for n in (1, 5, 30, 120, 360))
MOST_FAILURES = 12
SWITCHED_OFF = _("{system} is told nothing more: its address has failed {n} times one after the other.")


def live(on: date) -> QuerySet[Subscription]:
    """Switched on, with a token that works."""
    return Subscription.objects.filter(is_on=True, token__revoked_at=None, token__last_day__gte=on)


def send_due(clock: Callable[[], datetime]) -> int:
    """Gives how many were told. Two workers never take the same one.

    Other jobs wait meanwhile: an address that does not answer costs one try, and the rest is left to the next minute.
    """
    now = clock()
    due = Dispatch.objects.filter(state=DispatchState.WAITING, next_at__lte=now)
    due = due.filter(subscription__in=live(civil_day(now))).order_by("next_at", "id")
    n_told, failing = 0, set()
    for pk, subscription in due.values_list("pk", "subscription")[:BATCH]:
        if clock() - now > AT_ONCE:
            break
        if subscription in failing:
            continue
        if _send_one(pk, clock):
            n_told += 1
        else:
            failing.add(subscription)
    return n_told


def _send_one(pk: int, clock: Callable[[], datetime]) -> bool:
    with acting(None, action="exchange.tell"):
        rows = Dispatch.objects.select_for_update(skip_locked=True, of=("self",))
        row = rows.filter(pk=pk, state=DispatchState.WAITING).first()
        if row is None:
            return False
        to = Subscription.objects.select_related("token__organisation").get(pk=row.subscription_id)
        if not to.is_on:  # switched off meanwhile
            return False
        row.n_tries += 1
        row.tried_at = now = clock()
        row.status, row.error = _tried(to, row, now)
        is_told = row.status is not None and 200 <= row.status < 300
        _settle(row, is_told=is_told, now=now)
        _count(to, is_told=is_told, now=now)
        return is_told


def _tried(to: Subscription, row: Dispatch, now: datetime) -> tuple[int | None, str]:
    body, at = message(row), int(now.timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "thidua",
        "X-Thidua-Event": row.event,
        "X-Thidua-Delivery": str(row.key),
        "X-Thidua-Signature": f"t={at},v1={signature(secret_of(to), at, body)}",
    }
    try:
        return post(target(to.address), body, headers), ""
    except (OSError, HTTPException, CannotReach) as failure:
        return None, (str(failure) or type(failure).__name__)[:300]


def message(row: Dispatch) -> bytes:
    """What happened and where to read it: nothing of anybody stands in the message itself."""
    content = {
        "id": str(row.key),
        "event": row.event,
        "at": row.made_at.isoformat(),
        "url": f"{settings.BASE_URL}{row.path}",
    }
    return json.dumps(content).encode()


def _settle(row: Dispatch, *, is_told: bool, now: datetime) -> None:
    if is_told:
        row.state = DispatchState.DELIVERED
    elif row.n_tries > len(PAUSES):
        row.state = DispatchState.FAILED
    else:
        row.next_at = now + PAUSES[row.n_tries - 1]
    row.save(update_fields=["state", "n_tries", "next_at", "tried_at", "status", "error"])


def _count(to: Subscription, *, is_told: bool, now: datetime) -> None:
    """Too many failures one after the other: off, and the administrators hear of it."""
    before, to.n_failures = to.n_failures, 0 if is_told else to.n_failures + 1
    if to.n_failures >= MOST_FAILURES:
        text = format_lazy(SWITCHED_OFF, system=to.token.system_name, n=to.n_failures)
        to.is_on, to.off_reason, to.n_failures = False, str(text)[:300], 0
        news = News(
            text=text,
            url=reverse("subscriptions_show", args=[to.pk]),
            effect=f"exchange.switched_off/{to.pk}/{now.isoformat()}",
        )
        on, body = civil_day(now), to.token.organisation
        tell_roles(actor=None, now=now, news=news, organisation=body, roles=(Role.ADMINISTRATOR,), on=on)
    if before != to.n_failures or not to.is_on:
        to.save(update_fields=["n_failures", "is_on", "off_reason"])
