"""The secret of a token, and who acts with it."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date

from thidua.modules.exchange.models import Token
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Organisation

MARK = "thidua_"
HINT = len(MARK) + 4


def new_secret() -> str:
    return MARK + secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """Without salt: 256 bits of chance are not guessed from a list."""
    return hashlib.sha256(secret.encode()).hexdigest()


def usable(secret: str, on: date) -> Token | None:
    """The token of a secret, as long as it is neither over nor revoked."""
    rows = Token.objects.select_related("unit", "organisation")
    return rows.filter(digest=digest_of(secret), revoked_at=None, last_day__gte=on).first()


def reader(token: Token, on: date) -> Actor:
    """Reads in the token's unit and below it, nothing that is still being worked on."""
    return _machine(token, token.unit, (Role.VISITOR,), on)


def proposer(token: Token, unit: Organisation, on: date) -> Actor:
    """Prepares a draft as the unit's officer does; to send it takes a person."""
    return _machine(token, unit, (Role.UNIT_OFFICER,), on)


def _machine(token: Token, unit: Organisation, roles: Iterable[str], on: date) -> Actor:
    return Actor(None, token.system_name, unit, frozenset(roles), on)
