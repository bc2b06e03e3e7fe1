"""Lists taken out as files. Their rows keep ids only: the ground knows neither accounts nor organisations."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.db.models import QuerySet

from thidua.foundation.models import Export
from thidua.foundation.tables import ASKED, CHOSEN
from thidua.modules.accounts.models import User
from thidua.modules.organisations.actor import Actor, scope_ids
from thidua.modules.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Line:
    export: Export
    who: str
    organisation: str
    filters: str
    """As they stood in the address."""


def exports_in_scope(actor: Actor) -> QuerySet[Export]:
    return Export.objects.filter(organisation_id__in=scope_ids(actor))


def with_names(rows: list[Export]) -> list[Line]:
    people = User.objects.in_bulk([row.user_id for row in rows])
    places = Organisation.objects.in_bulk([row.organisation_id for row in rows if row.organisation_id])
    return [
        Line(
            row,
            people[row.user_id].full_name,
            places[row.organisation_id or 0].name,
            ", ".join(
                f"{name}={value}"
                for name, value in parse_qsl(row.question)
                if name != ASKED and not name.startswith(CHOSEN)
            ),
        )
        for row in rows
    ]
