"""What forms hand to the actions: plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thidua.modules.campaigns.models import Adding, Cadence, CampaignKind, CampaignScope, Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignDraft:
    """What it is, when, by which paper. `until` is the day after the last."""

    name: str
    field_id: int
    since: date
    until: date | None = None
    kind: str = CampaignKind.THEMATIC
    scope: str = CampaignScope.LOCAL
    launching_body: str = ""
    cadence: str = Cadence.MONTH
    plan_number: str = ""
    plan_on: date | None = None
    plan_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorDraft:
    name: str
    unit: str
    baseline: Decimal | None = None
    target: Decimal | None = None
    source: str = ""
    direction: str = Direction.MORE
    adding: str = Adding.SUM
