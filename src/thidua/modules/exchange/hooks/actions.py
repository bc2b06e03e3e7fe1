"""Whom to tell of what, told again by hand, switched on and off."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.exchange import policy
from thidua.modules.exchange.hooks.reach import target
from thidua.modules.exchange.hooks.secrets import new_secret, seal
from thidua.modules.exchange.kinds import NEEDS, DispatchState, Happening
from thidua.modules.exchange.models import Dispatch, Subscription, Token
from thidua.modules.organisations.api import Actor


class CannotSubscribe(Cannot):
    """The token may not read what it would be told of, or is told already."""


class CannotTell(Cannot):
    """It is on its way already, or the subscription is switched off."""


@action
def subscribe(
    *, token: Token, address: str, events: Collection[str], actor: Actor, now: datetime
) -> tuple[Subscription, str]:
    """The row, and the secret of its signatures, told this once."""
    require(policy.may_change(actor, token))
    if token.revoked_at is not None:
        raise CannotSubscribe(_("This token is revoked already."))
    for event in events:
        if (scope := NEEDS[Happening(event)]) not in token.scopes:
            raise CannotSubscribe(
                _("For that the token must be let: %(scope)s.") % {"scope": scope.label}, field="events"
            )
    target(address)
    if token.subscriptions.filter(address=address).exists():
        raise CannotSubscribe(_("This address is told already."), field="address")
    row = Subscription.objects.create(
        token=token, address=address, happenings=sorted(events), made_by_id=actor.user_id, made_at=now
    )
    secret = new_secret()
    seal(row, secret)
    row.save(update_fields=["secret_sealed"])
    return row, secret


@action
def switch(*, subscription: Subscription, is_on: bool, actor: Actor, now: datetime) -> Subscription:
    """Off: nothing more is noted. On again: what still waits is told at once."""
    require(policy.may_change(actor, subscription.token))
    held = Subscription.objects.select_for_update(of=("self",)).get(pk=subscription.pk)
    held.is_on, held.n_failures = is_on, 0
    held.off_reason = "" if is_on else str(_("switched off by hand"))
    held.save(update_fields=["is_on", "n_failures", "off_reason"])
    if is_on:
        held.dispatches.filter(state=DispatchState.WAITING).update(next_at=now)
    return held


@action
def tell_again(*, dispatch: Dispatch, actor: Actor, now: datetime) -> Dispatch:
    """Whatever became of it before: it waits again, with all its tries."""
    require(policy.may_change(actor, dispatch.subscription.token))
    held = Dispatch.objects.select_for_update(of=("self",)).get(pk=dispatch.pk)
    if not dispatch.subscription.is_on:
        raise CannotTell(_("Nothing is told while it is switched off."))
    held.state, held.n_tries, held.next_at = DispatchState.WAITING, 0, now
    held.save(update_fields=["state", "n_tries", "next_at"])
    return held
