"""What forms hand to the actions: plain values."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeDraft:
    """What the unit binds itself to, when and with whom it was signed."""

    pledge: str
    pledged_on: date | None = None
    pledged_with: str = ""
    pledge_link: str = ""

    def values(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """A unit's figures of one month or quarter, by the indicator's id."""

    period: date
    values: dict[int, Decimal]
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredDraft:
    """Figures of one of many units, by the id of the campaign's indicator."""

    organisation_id: int
    values: dict[int, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentDraft:
    """What a paper changes in a launched plan: its last day, targets by the id of their indicator, words."""

    number: str
    on: date
    text: str = ""
    last_day: date | None = None
    targets: Mapping[int, Decimal] = field(default_factory=dict)
