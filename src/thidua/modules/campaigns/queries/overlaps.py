"""Campaigns that ask the same units for the same thing in the same weeks."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz

from thidua.kernel.text import fold
from thidua.modules.campaigns.models import (
    Campaign,
    CampaignState,
    CampaignUnit,
    Indicator,
    Reach,
)
from thidua.modules.campaigns.queries.units import units_below

ALIKE = 85
MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Overlap:
    """`indicators` are those of the other campaign that ask for nearly the same."""

    other: Campaign
    n_units: int
    same_field: bool
    indicators: tuple[str, ...]


def reached(campaign: Campaign, on: date) -> list[int]:
    """Ids of the units that it has reached, or would reach if launched on the day."""
    if campaign.launched_on is None and campaign.reach == Reach.ALL:
        return list(units_below(campaign.organisation_id, on).values_list("pk", flat=True))
    return list(campaign.units.values_list("organisation", flat=True))


def n_to_reach(campaign: Campaign, on: date) -> int:
    return len(reached(campaign, on))


def overlapping(campaign: Campaign, on: date) -> list[Overlap]:
    """Launched ones of the same days with units in common, when the field or an indicator is the same."""
    units = reached(campaign, on)
    shared: dict[int, int] = defaultdict(int)
    rows = CampaignUnit.objects.filter(organisation__in=units, campaign__state=CampaignState.LAUNCHED)
    for pk in rows.exclude(campaign=campaign.pk).values_list("campaign", flat=True):
        shared[pk] += 1
    same_days = Q(until__gt=campaign.since) & (Q(since__lt=campaign.until) if campaign.until else Q())
    others = Campaign.objects.filter(same_days, pk__in=shared).select_related("organisation")
    names = _indicator_names([campaign.pk, *shared])
    found = [
        Overlap(
            other,
            shared[other.pk],
            other.field_id == campaign.field_id,
            _alike(names[campaign.pk], names[other.pk]),
        )
        for other in others.order_by("-since", "-id")
    ]
    return [one for one in found if one.same_field or one.indicators][:MOST_SHOWN]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two running campaigns that ask `n_units` units for the same in the same days."""

    one: Campaign
    other: Campaign
    n_units: int


def pairs(units: QuerySet[Any, int], on: date) -> Iterator[Pair]:
    """Among all that have reached these units, in three queries."""
    reached_by: dict[int, set[int]] = defaultdict(set)
    rows = CampaignUnit.objects.filter(
        organisation__in=units, stood_aside_on=None, campaign__state=CampaignState.LAUNCHED
    )
    for campaign, unit in rows.values_list("campaign", "organisation"):
        reached_by[campaign].add(unit)
    running = Campaign.objects.filter(pk__in=reached_by, since__lte=on, until__gt=on)
    known = list(running.select_related("organisation").order_by("pk"))
    names = _indicator_names([row.pk for row in known])
    for one, other in combinations(known, 2):
        n_units = len(reached_by[one.pk] & reached_by[other.pk])
        if n_units and (one.field_id == other.field_id or _alike(names[one.pk], names[other.pk])):
            yield Pair(one, other, n_units)


def _indicator_names(campaigns: list[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for pk, name in Indicator.objects.filter(campaign__in=campaigns).values_list("campaign", "name"):
        names[pk].append(name)
    return names


def _alike(mine: list[str], theirs: list[str]) -> tuple[str, ...]:
    folded = [fold(name) for name in mine]
    return tuple(
        name for name in theirs if any(fuzz.token_sort_ratio(fold(name), one) >= ALIKE for one in folded)
    )
