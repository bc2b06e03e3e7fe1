"""What each unit of a campaign comes to with those below it, and who has not reported, on each level."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from thidua.modules.campaigns.models import (
    Campaign,
    CampaignState,
    CampaignUnit,
    Indicator,
    ProgressReport,
)
from thidua.modules.campaigns.periods import ends_on, periods_of
from thidua.modules.campaigns.queries.adding import Figures, at
from thidua.modules.campaigns.queries.levels import Levels
from thidua.modules.organisations.models import Organisation

QUARTER = timedelta(days=92)
Marks = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit that the campaign reached: where each indicator stands there, and the units under it."""

    organisation: Organisation
    values: tuple[Decimal | None, ...]
    has_reported: bool
    asked: tuple[Organisation, ...]
    silent: tuple[Organisation, ...]

    @property
    def n_reported(self) -> int:
        return len(self.asked) - len(self.silent)


@dataclass(frozen=True, slots=True)
class Rollup:
    """`period`: the newest that is over, of which everybody is asked; None before the first is over."""

    period: date | None
    indicators: tuple[Indicator, ...]
    branches: tuple[Branch, ...]

    @property
    def silent(self) -> list[Organisation]:
        return [one.organisation for one in self.branches if not one.has_reported]

    @property
    def n_reported(self) -> int:
        return len(self.branches) - len(self.silent)

    @property
    def has_levels(self) -> bool:
        return any(one.asked for one in self.branches)

    @property
    def n_asked_below(self) -> int:
        return sum(len(one.asked) for one in self.branches)

    @property
    def n_reported_below(self) -> int:
        return sum(one.n_reported for one in self.branches)


def due(campaign: Campaign, on: date) -> date | None:
    """The newest month or quarter that is over, of which figures can be given."""
    over = [first for first in periods_of(campaign, on) if ends_on(first, campaign.cadence) <= on]
    return over[-1] if over else None


def rollup(below: Levels, figures: Figures, indicators: Iterable[Indicator], on: date) -> Rollup:
    """In two queries more than `levels` and `figures_of` have asked."""
    campaign = below.top
    period, asked = due(campaign, on), tuple(indicators)
    marks = _marks(below, period) if period else set()
    units = _units(below)
    values = _values(figures, asked, units.get(campaign.pk, []), on)
    plans = {row.organisation_id: row for row in below.plans.values() if _runs(row, campaign)}
    branches = tuple(
        _branch(campaign, one, plans.get(one.pk), units, marks, values) for one in units.get(campaign.pk, [])
    )
    return Rollup(period, asked, branches)


def _runs(plan: Campaign, above: Campaign) -> bool:
    """A plan that has reached the units of its own."""
    return plan.above_id == above.pk and plan.state in (CampaignState.LAUNCHED, CampaignState.ENDED)


def _branch(  # noqa: PLR0917
    campaign: Campaign,
    unit: Organisation,
    plan: Campaign | None,
    units: dict[int, list[Organisation]],
    marks: Marks,
    values: dict[int, tuple[Decimal | None, ...]],
) -> Branch:
    asked = tuple(units.get(plan.pk, [])) if plan else ()
    silent = tuple(one for one in asked if plan and (plan.pk, one.pk) not in marks)
    return Branch(unit, values[unit.pk], (campaign.pk, unit.pk) in marks, asked, silent)


def _units(below: Levels) -> dict[int, list[Organisation]]:
    """Those that take part in each of the plans."""
    rows = CampaignUnit.objects.filter(campaign__in=list(below.plans), stood_aside_on=None)
    found: dict[int, list[Organisation]] = {}
    for row in rows.select_related("organisation").order_by("organisation__sort", "id"):
        found.setdefault(row.campaign_id, []).append(row.organisation)
    return found


def _marks(below: Levels, period: date) -> Marks:
    """(campaign, unit) of each report that covers the month or quarter, and of all above it."""
    end = ends_on(period, below.top.cadence)
    rows = ProgressReport.objects.filter(
        campaign__in=list(below.plans), period__gte=period - QUARTER, period__lt=end
    )
    return {
        mark
        for campaign, unit, first in rows.values_list("campaign", "organisation", "period")
        if ends_on(first, below.plans[campaign].cadence) > period
        for mark in below.climb(campaign, unit)
    }


def _values(
    figures: Figures, indicators: tuple[Indicator, ...], units: Iterable[Organisation], on: date
) -> dict[int, tuple[Decimal | None, ...]]:
    """By unit, in the order of the indicators."""
    known = [figures.by_unit(one) for one in indicators]
    return {unit.pk: tuple(at(by_unit.get(unit.pk, []), on) for by_unit in known) for unit in units}
