"""The line of days that one slides along: from the first day anything is known to some time after the last change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thidua import law
from thidua.law.instruments import REGIMES
from thidua.modules.rulebook.sheets import Mark
from thidua.modules.rulebook.words import REGIMES as REGIME_NAMES

AFTERWARDS = timedelta(days=180)
# Money changes most often; what changes the conditions or who decides is drawn taller.
GREAT = frozenset({"standards", "obstacles", "votes", "authority"})


@dataclass(frozen=True, slots=True)
class Tick:
    x: str
    on: date
    is_great: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The stretch of one regime; `x` and `width` in percent of the line."""

    code: str
    name: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Years:
    x: str
    year: int


@dataclass(frozen=True, slots=True)
class Line:
    first: date
    last: date
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    years: tuple[Years, ...]

    @property
    def n_days(self) -> int:
        return (self.last - self.first).days

    def place(self, on: date) -> int:
        """How many days after the first, within the line."""
        return min(max((on - self.first).days, 0), self.n_days)

    def x(self, on: date) -> str:
        return f"{100 * self.place(on) / self.n_days:.2f}%"


def line(marks: Sequence[Mark], today: date) -> Line:
    first, last = marks[0].on, max(marks[-1].on, today) + AFTERWARDS
    bare = Line(first, last, (), (), ())
    ticks = tuple(Tick(bare.x(mark.on), mark.on, bool(GREAT & {*mark.changed})) for mark in marks)
    return Line(first, last, ticks, tuple(_bands(bare)), tuple(_years(bare)))


def _bands(bare: Line) -> Iterator[Band]:
    begins = [(since, code) for since, code in reversed(REGIMES) if since < bare.last]
    ends = [since for since, _code in begins[1:]] + [bare.last]
    for (since, code), until in zip(begins, ends, strict=True):
        if until > bare.first:
            start = max(since, bare.first)
            width = 100 * (until - start).days / bare.n_days
            yield Band(code, str(REGIME_NAMES[code]), bare.x(start), f"{width:.2f}%")


def _years(bare: Line) -> Iterator[Years]:
    step = 1 if bare.n_days < 3000 else 2
    for year in range(bare.first.year + 1, bare.last.year + 1):
        if year % step == 0:
            yield Years(bare.x(date(year, 1, 1)), year)


def around(marks: Sequence[Mark], on: date) -> tuple[Mark | None, Mark | None]:
    """The change before the day (or on it) to go back to, and the next one."""
    before = [mark for mark in marks if mark.on < on]
    after = [mark for mark in marks if mark.on > on]
    return (before[-1] if before else None), (after[0] if after else None)


def ended(book_numbers: frozenset[str], on: date) -> list[law.Instrument]:
    """Instruments that have ended by the day, though the rules of that day still rest on them."""
    known = law.instruments()
    found = [known[number] for number in sorted(book_numbers) if number in known]
    return [each for each in found if each.until is not None and each.until <= on]
