"""Months, quarters, half-years and years as half-open intervals, by a name that stands in the address: 2026, 2026-N1, 2026-Q3, 2026-11."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

FIRST_YEAR = 2014
NAMED = re.compile(r"(20\d\d)(?:-(N[12]|Q[1-4]|0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Span:
    """`until` is the day after the last."""

    name: str
    since: date
    until: date

    @property
    def label(self) -> str:
        year, _dash, part = self.name.partition("-")
        said = {"year": year, "n": part[1:] if part[:1] in {"N", "Q"} else part}
        if not part:
            return _("year %(year)s") % said
        if part[0] == "N":
            return _("half-year %(n)s of %(year)s") % said
        return (_("quarter %(n)s of %(year)s") if part[0] == "Q" else _("month %(n)s of %(year)s")) % said


def span(name: str) -> Span | None:
    """None for what names no period."""
    found = NAMED.fullmatch(name)
    if found is None:
        return None
    year, part = int(found[1]), found[2] or ""
    first, months = _months(part)
    return Span(name, date(year, first, 1), _after(year, first, months))


def _months(part: str) -> tuple[int, int]:
    """The first month, and how many."""
    if not part:
        return 1, 12
    if part[0] == "N":
        return 6 * int(part[1]) - 5, 6
    if part[0] == "Q":
        return 3 * int(part[1]) - 2, 3
    return int(part), 1


def _after(year: int, first: int, months: int) -> date:
    month = first + months
    return date(year + (month > 12), month - 12 if month > 12 else month, 1)


def choices(on: date) -> list[Span]:
    """What one may report on: this year's periods that have begun, the last year's, and earlier years whole."""
    names = [f"{year}{part}" for year in (on.year, on.year - 1) for part in _parts()]
    names += [str(year) for year in range(on.year - 2, FIRST_YEAR - 1, -1)]
    found = (span(name) for name in names)
    return [one for one in found if one and one.since <= on]


def _parts() -> list[str]:
    return [
        "",
        *(f"-N{n}" for n in (1, 2)),
        *(f"-Q{n}" for n in range(1, 5)),
        *(f"-{n:02}" for n in range(1, 13)),
    ]
