"""How a campaign moves: each indicator over its months, who has reported, who is silent."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import DateField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from thidua.modules.campaigns.models import (
    Campaign,
    CampaignState,
    Direction,
    Indicator,
    ProgressReport,
    Reading,
)
from thidua.modules.campaigns.periods import periods_of
from thidua.modules.campaigns.policy import may_see_units
from thidua.modules.campaigns.queries.adding import ByUnit, Figures, combined, figures_of
from thidua.modules.campaigns.queries.levels import levels
from thidua.modules.organisations.api import Actor, scope_ids

SILENT_AFTER = 30


@dataclass(frozen=True, slots=True)
class Point:
    period: date
    value: Decimal | None
    n_units: int


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator from the baseline on; a unit that has not reported for a month stands where it stood."""

    indicator: Indicator
    points: tuple[Point, ...]

    @property
    def last(self) -> Decimal | None:
        return next((one.value for one in reversed(self.points) if one.value is not None), None)

    @property
    def is_reached(self) -> bool:
        target, last = self.indicator.target, self.last
        if target is None or last is None:
            return False
        return last >= target if self.indicator.direction == Direction.MORE else last <= target

    @property
    def percent(self) -> int | None:
        """How much of the way from the baseline to the target lies behind."""
        target, last, base = self.indicator.target, self.last, self.indicator.baseline or Decimal(0)
        if target is None or last is None:
            return None
        if target == base:
            return 100 if self.is_reached else 0
        return int(100 * (last - base) / (target - base))


def series_of(campaign: Campaign, on: date, figures: Figures | None = None) -> list[Series]:
    """What the campaign's own organisation reports stands for all; else the units' figures become one."""
    figures = figures or figures_of(levels(campaign))
    periods = periods_of(campaign, on)
    return [
        Series(one, _points(one, periods, figures.by_unit(one), campaign.organisation_id))
        for one in campaign.indicators.order_by("position", "id")
    ]


def _points(indicator: Indicator, periods: list[date], units: ByUnit, whole: int) -> tuple[Point, ...]:
    return tuple(Point(period, *combined(indicator, units, period, whole)) for period in periods)


def kept_of_units(campaign: Campaign, period: date) -> dict[tuple[int, int], Decimal]:
    """By unit and the campaign's indicator: what stands there for one month, in the unit's own plan before all."""
    of_it = Q(indicator__campaign=campaign) | Q(indicator__above__campaign=campaign)
    rows = Reading.objects.filter(of_it, report__period=period).order_by("indicator__above_id")
    values = rows.values_list(
        "report__organisation", "indicator", "indicator__campaign", "indicator__above", "value"
    )
    own = [row for row in values if row[2] == campaign.pk]
    plans = [row for row in values if row[2] != campaign.pk]
    said = {(unit, pk): value for unit, pk, _campaign, _above, value in own}
    return said | {(unit, above or 0): value for unit, _pk, _campaign, above, value in plans}


def moved_on(reports: QuerySet[ProgressReport]) -> Subquery:
    newest = reports.filter(moved=True).order_by("-reported_on").values("reported_on")[:1]
    return Subquery(newest, output_field=DateField())


def with_movement(rows: QuerySet[Campaign]) -> QuerySet[Campaign]:
    """`moved_on`: the last day on which a unit reported a figure that had changed; at first the day of launch."""
    here = OuterRef("pk")
    of_it = Q(campaign=here) | Q(campaign__above=here) | Q(campaign__above__above=here)
    newest = moved_on(ProgressReport.objects.filter(of_it))
    return rows.annotate(moved_on=Greatest(F("launched_on"), Coalesce(newest, F("launched_on"))))


def silent(rows: QuerySet[Campaign], on: date) -> QuerySet[Campaign]:
    """Launched, running, and nothing has moved for thirty days."""
    running = with_movement(rows).filter(state=CampaignState.LAUNCHED, until__gt=on)
    return running.filter(Q(moved_on__lt=on - timedelta(days=SILENT_AFTER)))


def days_silent(campaign: Campaign, on: date) -> int | None:
    """Days without movement where there are too many of them; asks for `with_movement`."""
    last: date | None = getattr(campaign, "moved_on", None)
    if campaign.state != CampaignState.LAUNCHED or last is None or (campaign.until and campaign.until <= on):
        return None
    n_days = (on - last).days
    return n_days if n_days > SILENT_AFTER else None


@dataclass(frozen=True, slots=True)
class UnitMovement:
    last_period: date
    reported_on: date
    moved_on: date | None
    entered_for: bool = False


def movement_of_units(campaign: Campaign) -> dict[int, UnitMovement]:
    """By unit: the newest report of its own or from below it, and when a figure last changed there."""
    below = levels(campaign)
    rows = ProgressReport.objects.filter(campaign__in=list(below.plans))
    found: dict[int, UnitMovement] = {}
    for plan, reporter, period, on, moved, for_it in rows.order_by("period").values_list(
        "campaign", "organisation", "period", "reported_on", "moved", "entered_for"
    ):
        unit = below.below_top(plan, reporter)
        before = found.get(unit)
        last_moved = on if moved else before.moved_on if before else None
        found[unit] = UnitMovement(period, on, last_moved, for_it)
    return found


def readings_for(actor: Actor, campaign: Campaign) -> QuerySet[Reading]:
    """Every figure that was given for the campaign or for a plan below it; a unit has its own."""
    rows = Reading.objects.filter(report__campaign__in=list(levels(campaign).plans))
    if not may_see_units(actor, campaign):
        rows = rows.filter(report__organisation__in=scope_ids(actor))
    return rows.select_related("indicator", "report__organisation", "report__campaign__organisation")
