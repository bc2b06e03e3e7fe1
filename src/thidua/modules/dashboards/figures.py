"""The answers that pictures are drawn from: kept for an hour, asked anew after that or when somebody wishes it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from thidua.foundation.actions import action
from thidua.modules.dashboards.models import Snapshot
from thidua.modules.dashboards.pictures import TABLE, Facts, Scope
from thidua.modules.organisations.api import Actor

HOLDS_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Asked:
    facts: Facts
    at: datetime


def kept(scope: Scope, now: datetime) -> dict[str, Asked]:
    """By picture; without those that were never asked, or too long ago."""
    rows = Snapshot.objects.filter(
        organisation=scope.body_id, year=scope.year, asked_at__gt=now - HOLDS_FOR, picture__in=TABLE
    )
    return {row.picture: Asked(row.facts, row.asked_at) for row in rows}


@action
def ask(*, actor: Actor, scope: Scope, codes: Collection[str], now: datetime) -> dict[str, Asked]:
    """Ask the records and keep the answers; another who asks at the same time keeps the same."""
    del actor  # kept for whoever of the organisation looks: the answers count, and name nobody
    answers = {code: TABLE[code].ask(scope) for code in codes}
    Snapshot.objects.bulk_create(
        [
            Snapshot(organisation_id=scope.body_id, year=scope.year, picture=code, facts=facts, asked_at=now)
            for code, facts in answers.items()
        ],
        update_conflicts=True,
        unique_fields=["organisation", "year", "picture"],
        update_fields=["facts", "asked_at"],
    )
    return {code: Asked(facts, now) for code, facts in answers.items()}


def answers(actor: Actor, scope: Scope, now: datetime) -> Mapping[str, Asked]:
    """Of every picture: kept ones as they are, the others asked now."""
    found = kept(scope, now)
    lacking = [code for code in TABLE if code not in found]
    return found | ask(actor=actor, scope=scope, codes=lacking, now=now) if lacking else found
