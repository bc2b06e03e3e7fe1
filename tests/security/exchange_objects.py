"""A token of the ward that the matrix is tried on."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.foundation.audit import acting
from thidua.modules.exchange.models import Token
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

    def any_number(self) -> Arguments:
        return {"pk": 1}
