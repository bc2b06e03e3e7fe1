"""Letting outside systems in, and out."""

from collections.abc import Collection
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.exchange import policy
from thidua.modules.exchange.models import Token
from thidua.modules.exchange.tokens import HINT, digest_of, new_secret
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation

LONGEST_DAYS = 366


class CannotLetIn(Cannot):
    """The token would never work, for too long, or for nothing."""


class CannotRevoke(Cannot):
    """It is revoked already, or nobody says why."""


@action
def make_token(
    *,
    organisation: Organisation,
    unit: Organisation,
    system_name: str,
    contact: str,
    scopes: Collection[str],
    last_day: date,
    actor: Actor,
    on: date,
    now: datetime,
) -> tuple[Token, str]:
    """The row, and the secret that is told this once."""
    require(policy.may_manage(actor, organisation.pk, unit.pk))
    if not scopes:
        raise CannotLetIn(_("Choose at least one thing that the system may do."), field="scopes")
    if last_day < on:
        raise CannotLetIn(_("The last day has passed already."), field="last_day")
    if (last_day - on).days > LONGEST_DAYS:
        raise CannotLetIn(_("At most one year: then a new token is made."), field="last_day")
    secret = new_secret()
    row = Token.objects.create(
        organisation=organisation,
        unit=unit,
        system_name=clean(system_name),
        contact=clean(contact),
        scopes=sorted(scopes),
        hint=secret[:HINT],
        digest=digest_of(secret),
        last_day=last_day,
        made_by_id=actor.user_id,
        made_at=now,
    )
    return row, secret


@action
def revoke_token(*, token: Token, reason: str, actor: Actor, now: datetime) -> Token:
    """From now on it opens nothing; the row stays."""
    require(policy.may_change(actor, token))
    held = Token.objects.select_for_update(of=("self",)).get(pk=token.pk)
    if held.revoked_at is not None:
        raise CannotRevoke(_("This token is revoked already."))
    if not clean(reason):
        raise CannotRevoke(_("Say why the token is revoked."), field="reason")
    held.revoked_at, held.revoked_by_id, held.revoked_reason = now, actor.user_id, clean(reason)[:300]
    held.save(update_fields=["revoked_at", "revoked_by", "revoked_reason"])
    return held
