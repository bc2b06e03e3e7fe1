"""Figures of units become one, level by level: added up or averaged, as the indicator says."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from thidua.modules.campaigns.models import Adding, Campaign, Indicator, Reading
from thidua.modules.campaigns.queries.levels import Levels

# Of one unit, in the order of the periods.
History = list[tuple[date, Decimal]]
ByUnit = dict[int, History]
CENT = Decimal("0.01")


def at(history: History, period: date) -> Decimal | None:
    """Where it stood then: the last figure that is not later."""
    place = bisect_right(history, period, key=lambda pair: pair[0])
    return history[place - 1][1] if place else None


def combined(indicator: Indicator, units: ByUnit, period: date, whole: int) -> tuple[Decimal | None, int]:
    """And of how many units; what the campaign's own organisation reports stands for all."""
    known = {unit: value for unit, figures in units.items() if (value := at(figures, period)) is not None}
    if whole in known:
        return known[whole], 1
    if not known:
        return None, 0
    total = sum(known.values(), Decimal(0))
    value = total / len(known) if indicator.adding == Adding.MEAN else total
    return value.quantize(CENT), len(known)


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was reported to a campaign and to the plans below it."""

    plans: dict[int, Campaign]
    answering: dict[int, list[Indicator]]
    read: dict[int, ByUnit]
    known: dict[int, ByUnit] = field(default_factory=dict)

    def by_unit(self, indicator: Indicator) -> ByUnit:
        """What units said to the campaign itself, and what their own plans come to; worked out once."""
        if indicator.pk not in self.known:
            self.known[indicator.pk] = self._by_unit(indicator)
        return self.known[indicator.pk]

    def _by_unit(self, indicator: Indicator) -> ByUnit:
        found = {unit: list(history) for unit, history in self.read[indicator.pk].items()}
        for one in self.answering[indicator.pk]:
            unit = self.plans[one.campaign_id].organisation_id
            both = [*found.get(unit, []), *self._whole(one, unit)]
            found[unit] = sorted(both, key=lambda pair: pair[0])
        return {unit: history for unit, history in found.items() if history}

    def _whole(self, indicator: Indicator, organisation_id: int) -> History:
        units = self.by_unit(indicator)
        if set(units) == {organisation_id}:
            return units[organisation_id]
        days = sorted({day for history in units.values() for day, _value in history})
        values = ((day, combined(indicator, units, day, organisation_id)[0]) for day in days)
        return [(day, value) for day, value in values if value is not None]


def figures_of(below: Levels) -> Figures:
    """In two queries, however many units there are."""
    rows = Indicator.objects.filter(campaign__in=list(below.plans))
    answering: dict[int, list[Indicator]] = defaultdict(list)
    for one in rows.order_by("pk"):
        if one.above_id:
            answering[one.above_id].append(one)
    return Figures(below.plans, answering, _read(below.plans))


def _read(campaigns: Iterable[int]) -> dict[int, ByUnit]:
    found: dict[int, ByUnit] = defaultdict(lambda: defaultdict(list))
    rows = Reading.objects.filter(report__campaign__in=list(campaigns)).order_by("report__period")
    for indicator, unit, period, value in rows.values_list(
        "indicator", "report__organisation", "report__period", "value"
    ):
        found[indicator][unit].append((period, value))
    return found
