"""Months or quarters of a campaign, each kept as its first day; how they are written and read."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from thidua.kernel.text import fold
from thidua.modules.campaigns.models import Cadence, Campaign

MONTH = re.compile(r"(?:thang |month |t)?(\d{1,2})[/.-](\d{4})")
QUARTER = re.compile(r"(?:quy |quarter |q)(\d|i{1,3}|iv)[/. -]+(\d{4})")
DAY = re.compile(r"\d{1,2}[/.-](\d{1,2})[/.-](\d{4})")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def periods_of(campaign: Campaign, on: date) -> list[date]:
    """From the one it began in to the one that runs, or in which it ended."""
    last = min(on, campaign.until) if campaign.until else on
    return [first for first in _firsts(campaign) if first <= last and first != campaign.until]


def _firsts(campaign: Campaign) -> Iterator[date]:
    step = 3 if campaign.cadence == Cadence.QUARTER else 1
    first = first_of(campaign.since, campaign.cadence)
    for _n in range(400):
        yield first
        first = _later(first, step)


def first_of(day: date, cadence: str) -> date:
    month = day.month - (day.month - 1) % 3 if cadence == Cadence.QUARTER else day.month
    return date(day.year, month, 1)


def _later(first: date, n_months: int) -> date:
    months = first.year * 12 + first.month - 1 + n_months
    return date(months // 12, months % 12 + 1, 1)


def ends_on(first: date, cadence: str) -> date:
    """The day after its last."""
    return _later(first, 3 if cadence == Cadence.QUARTER else 1)


def label(first: date, cadence: str) -> str:
    if cadence == Cadence.QUARTER:
        return _("quarter %(n)s/%(year)s") % {"n": (first.month + 2) // 3, "year": first.year}
    return _("month %(n)s/%(year)s") % {"n": first.month, "year": first.year}


def read_period(text: str, cadence: str) -> date | None:
    """“9/2026”, “tháng 9/2026”, “Quý III/2026”, “30/09/2026”; None for what is none of these."""
    folded = fold(text)
    if found := QUARTER.fullmatch(folded):
        quarter = ROMAN.get(found[1]) or int(found[1] if found[1].isdecimal() else 0)
        return _first(quarter * 3 - 2, int(found[2]), cadence) if 1 <= quarter <= 4 else None
    found = DAY.fullmatch(folded) or MONTH.fullmatch(folded)
    return _first(int(found[1]), int(found[2]), cadence) if found else None


def _first(month: int, year: int, cadence: str) -> date | None:
    if not 1 <= month <= 12 or not 2000 <= year <= 2200:
        return None
    return first_of(date(year, month, 1), cadence)
