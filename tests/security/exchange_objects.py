"""A token of the ward that the matrix is tried on."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from thidua.foundation.audit import acting
from thidua.modules.exchange.models import Dispatch, Subscription, Token
from thidua.modules.organisations.models import Organisation

Arguments = dict[str, Any]


class ExchangeObjects:
    ward: Organisation

    def _token(self) -> Token:
        with acting(None, action="test"):
            return Token.objects.create(
                organisation=self.ward,
                unit=self.ward,
                system_name="Hệ thống mẫu",
                contact="Văn phòng",
                scopes=["register", "decisions", "campaigns"],
                hint="thidua_abcd",
                digest="0" * 64,
                last_day=date(2027, 3, 1),
                made_at=datetime(2026, 3, 2, tzinfo=UTC),
            )

    def exchange_token(self) -> Arguments:
        return {"pk": self._token().pk}

    def _subscription(self) -> Subscription:
        with acting(None, action="test"):
            return Subscription.objects.create(
                token=self._token(),
                address="https://vidu.example/nhan-tin",
                happenings=["decision.in_force"],
                made_at=datetime(2026, 3, 2, tzinfo=UTC),
            )

    def subscription(self) -> Arguments:
        return {"pk": self._subscription().pk}

    def dispatch(self) -> Arguments:
        at = datetime(2026, 3, 2, tzinfo=UTC)
        row = Dispatch.objects.create(
            subscription=self._subscription(),
            event="decision.in_force",
            key=uuid.UUID(int=1),
            path="/api/v1/decisions/1",
            made_at=at,
            next_at=at,
            state="failed",
        )
        return {"pk": row.pk}

    def any_number(self) -> Arguments:
        return {"pk": 1}
