"""Tokens of outside systems, and calls with them."""

from datetime import date
from typing import Any

from conftest import NOW, TODAY
from factories.organisations import actor
from thidua.modules.exchange.actions import make_token
from thidua.modules.exchange.kinds import Scope
from thidua.modules.exchange.models import Token
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Organisation

LAST_DAY = date(2027, 6, 30)


def token(
    body: Organisation, *scopes: str, unit: Organisation | None = None, last_day: date = LAST_DAY
) -> tuple[Token, str]:
    return make_token(
        organisation=body,
        unit=unit or body,
        system_name="Hệ thống văn bản",
        contact="Lê Văn Tin, Văn phòng",
        scopes=scopes or list(Scope),
        last_day=last_day,
        actor=actor(body, Role.ADMINISTRATOR),
        on=TODAY,
        now=NOW,
    )


def bearer(secret: str) -> dict[str, Any]:
    return {"headers": {"Authorization": f"Bearer {secret}"}}
