"""Which items of a record make up a named yearly fact."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from thidua.law.events import Events
from thidua.law.items import NONE, Items, Numbers, once, year_of
from thidua.law.series import Series, build
from thidua.law.sheet import Sheet
from thidua.law.tri import Bools

GRADES = ("failed", "completed", "good", "excellent")
GRADE_PLACES = {grade: place for place, grade in enumerate(GRADES)}
# A ministry stands beside a province: its scope serves where a province's is asked, and the reverse.
SCOPES = {"base": 0, "district": 1, "province": 2, "ministry": 2, "nation": 3}
LOWER_TITLES = {
    "CSTDCT": frozenset({"CSTDCS"}),
    "CSTDTQ": frozenset({"CSTDCS", "CSTDCT"}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a yearly fact may depend on: the honour, the base year, the year asked."""

    honour: str
    base: int
    year: int | None


def read(sheet: Sheet, name: str, asked: Asked) -> Series:
    """The yearly fact of each candidate."""
    kind, _, rest = name.partition(":")
    return READERS[kind](sheet, rest, asked)


def _events(items: Items, years: Callable[[Items], Numbers], base: int) -> Events:
    """Everything on a list, by the year in which it counts."""

    def make() -> Events:
        return Events.of(items.row, years(items), items.flags("checked") != 0, base)

    return once(items, (years, base), make)


def _year(items: Items) -> Numbers:
    return items.numbers("year")


def _titles(sheet: Sheet, code: str, asked: Asked) -> Series:
    """Titles given, and the one proposed in the same file for the year asked."""
    given, proposed = sheet.items("titles"), sheet.proposed()
    held = _events(given, _year, asked.base).only(given.words("honour").be(code))
    if asked.year is not None and len(proposed.row):
        held += _events(proposed, _year, asked.base).only(proposed.words("honour").be(code))
    return build(held, given.known)


def _given_in(awards: Items) -> Numbers:
    on = once(awards, "year_of_on", lambda: year_of(awards.days("on")))
    return np.where(on == NONE, awards.numbers("year"), on)


def _merit_until(awards: Items) -> Numbers:
    """The last year whose merit it rewarded; the year it was given where no span is written."""
    last = awards.numbers("merit_to")
    return np.where(last == NONE, _given_in(awards), last)


def _awards(sheet: Sheet, rest: str, asked: Asked, year: Callable[[Items], Numbers]) -> Series:
    code, _, by = rest.partition(":")
    awards = sheet.items("awards")
    wanted = awards.words("honour").be(code)
    if by.startswith("!"):
        wanted &= ~awards.words("by").be(by[1:])
    elif by:
        wanted &= awards.words("by").be(by)
    return build(_events(awards, year, asked.base).only(wanted), awards.known)


def _given(sheet: Sheet, rest: str, asked: Asked) -> Series:
    return _awards(sheet, rest, asked, _given_in)


def _merit_end(sheet: Sheet, rest: str, asked: Asked) -> Series:
    """The years with which the merit of each award ended."""
    return _awards(sheet, rest, asked, _merit_until)


def _grades(sheet: Sheet, least: str, asked: Asked) -> Series:
    grades = sheet.items("grades")
    place = once(grades, "places", lambda: grades.words("grade").places(GRADE_PLACES))
    wanted = place >= GRADE_PLACES[least]
    return build(_events(grades, _year, asked.base).only(wanted), grades.known)


def _initiatives(sheet: Sheet, rest: str, asked: Asked) -> Series:
    """Read "base:initiative": recognised at least there, of this kind or "any", not used up."""
    scope, _, kind = rest.partition(":")
    items = sheet.items("initiatives")
    wanted = _usable(items, asked.honour) & (items.words("scope").places(SCOPES) >= SCOPES[scope])
    if kind != "any":
        wanted &= items.words("kind").be(kind)
    return build(_events(items, _year, asked.base).only(wanted), items.known)


def _usable(initiatives: Items, honour: str) -> Bools:
    """An initiative serves once; a lower fighter title leaves it to the next one up."""
    used = initiatives.words("used_for")
    return ~used.known | used.among(LOWER_TITLES.get(honour, ()))


READERS: dict[str, Callable[[Sheet, str, Asked], Series]] = {
    "title": _titles,
    "award": _given,
    "merit": _merit_end,
    "grade": _grades,
    "initiative": _initiatives,
}
