"""How a campaign moves: each indicator over its months, who has reported, who is silent."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import DateField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from thidua.modules.campaigns.models import (
    Adding,
    Campaign,
    CampaignState,
    Direction,
    Indicator,
    ProgressReport,
    Reading,
)
from thidua.modules.campaigns.periods import ends_on, periods_of
from thidua.modules.campaigns.policy import may_see_units
from thidua.modules.organisations.api import Actor, scope_ids

SILENT_AFTER = 30
# By unit: the figures of an indicator in the order of their periods.
ByUnit = dict[int, list[tuple[date, Decimal]]]


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


def series_of(campaign: Campaign, on: date) -> list[Series]:
    """What the campaign's own organisation reports stands for all; else the units' figures become one."""
    indicators = list(campaign.indicators.order_by("position", "id"))
    periods = periods_of(campaign, on)
    figures = _figures(indicators)
    return [
        Series(one, _points(one, periods, figures[one.pk], campaign.organisation_id)) for one in indicators
    ]


def _figures(indicators: Iterable[Indicator]) -> dict[int, ByUnit]:
    ids = [one.pk for one in indicators]
    rows = Reading.objects.filter(Q(indicator__in=ids) | Q(indicator__above__in=ids))
    found: dict[int, ByUnit] = defaultdict(lambda: defaultdict(list))
    values = rows.order_by("report__period").values_list(
        "indicator", "indicator__above", "report__organisation", "report__period", "value"
    )
    wanted = set(ids)
    for own, above, unit, period, value in values:
        for pk in wanted.intersection((own, above or 0)):
            found[pk][unit].append((period, value))
    return found


def _points(indicator: Indicator, periods: list[date], units: ByUnit, whole: int) -> tuple[Point, ...]:
    points = []
    for period in periods:
        known = {
            unit: value for unit, figures in units.items() if (value := _at(figures, period)) is not None
        }
        if whole in known:
            points.append(Point(period, known[whole], 1))
        elif known:
            total = sum(known.values(), Decimal(0))
            value = total / len(known) if indicator.adding == Adding.MEAN else total
            points.append(Point(period, value.quantize(Decimal("0.01")), len(known)))
        else:
            points.append(Point(period, None, 0))
    return tuple(points)


def _at(figures: list[tuple[date, Decimal]], period: date) -> Decimal | None:
    """Where it stood then: the last figure that is not later."""
    known = [value for day, value in figures if day <= period]
    return known[-1] if known else None


def moved_on(reports: QuerySet[ProgressReport]) -> Subquery:
    newest = reports.filter(moved=True).order_by("-reported_on").values("reported_on")[:1]
    return Subquery(newest, output_field=DateField())


def with_movement(rows: QuerySet[Campaign]) -> QuerySet[Campaign]:
    """`moved_on`: the last day on which a unit reported a figure that had changed; at first the day of launch."""
    of_it = Q(campaign=OuterRef("pk")) | Q(campaign__above=OuterRef("pk"))
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


def movement_of_units(campaign: Campaign) -> dict[int, UnitMovement]:
    """By unit: its newest report to the campaign or to its own plan, and when a figure last changed."""
    rows = ProgressReport.objects.filter(Q(campaign=campaign) | Q(campaign__above=campaign))
    found: dict[int, UnitMovement] = {}
    for unit, period, on, moved in rows.order_by("period").values_list(
        "organisation", "period", "reported_on", "moved"
    ):
        before = found.get(unit)
        last_moved = on if moved else before.moved_on if before else None
        found[unit] = UnitMovement(period, on, last_moved)
    return found


def readings_for(actor: Actor, campaign: Campaign) -> QuerySet[Reading]:
    """Every figure that was given for the campaign or for a unit's own plan; a unit has its own."""
    rows = Reading.objects.filter(Q(indicator__campaign=campaign) | Q(indicator__above__campaign=campaign))
    if not may_see_units(actor, campaign):
        rows = rows.filter(report__organisation__in=scope_ids(actor))
    return rows.select_related("indicator", "report__organisation", "report__campaign")


def due(campaign: Campaign, on: date) -> date | None:
    """The newest month or quarter that is over, of which figures can be given."""
    over = [first for first in periods_of(campaign, on) if ends_on(first, campaign.cadence) <= on]
    return over[-1] if over else None
