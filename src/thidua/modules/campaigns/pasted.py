"""Figures as they are pasted from Excel.

Indicators down and months across, or the other way round; or on each line month, indicator, figure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from thidua.kernel.text import clean, fold
from thidua.modules.campaigns.figures import read_figure
from thidua.modules.campaigns.models import Indicator
from thidua.modules.campaigns.periods import label, read_period

ALIKE = 90
MOST_LINES = 2_000


@dataclass(slots=True)
class Line:
    """One figure: `n` counts the lines as they were pasted; `errors` are sentences for the screen."""

    n: int
    period: date | None = None
    indicator: Indicator | None = None
    value: Decimal | None = None
    written: tuple[str, str, str] = ("", "", "")
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reader:
    """Knows the campaign's indicators and the periods that can be reported."""

    indicators: Sequence[Indicator]
    periods: Sequence[date]
    cadence: str

    def read(self, text: str) -> list[Line]:
        lines = [self._line(n, cells) for n, cells in self._triples(text)]
        seen: dict[tuple[date | None, int], int] = {}
        for line in lines:
            if line.indicator is None or line.period is None:
                continue
            first = seen.setdefault((line.period, line.indicator.pk), line.n)
            if first != line.n:
                line.errors.append(_("The same figure stands in line %(n)s.") % {"n": first})
        return lines

    def _triples(self, text: str) -> Iterator[tuple[int, tuple[str, str, str]]]:
        """Month, indicator, figure as written; a table is taken apart."""
        across: list[str] = []
        are_months = False
        for n, cells in cells_of(text):
            if self._is_head(cells):
                across, are_months = cells[1:], True
            elif self._names_indicators(cells):
                across, are_months = cells[1:], False
            elif across:
                pairs = [(head, figure) for head, figure in zip(across, cells[1:], strict=False) if figure]
                down = cells[0]
                yield from ((n, (head, down, v) if are_months else (down, head, v)) for head, v in pairs)
            elif not (n == 1 and len(cells) > 2 and read_figure(cells[2]) is None):  # a row of titles
                month, name, figure = [*cells, "", "", ""][:3]
                yield n, (month, name, figure)

    def _is_head(self, cells: list[str]) -> bool:
        months = [cell for cell in cells[1:] if cell]
        return bool(months) and all(read_period(cell, self.cadence) for cell in months)

    def _names_indicators(self, cells: list[str]) -> bool:
        names = [cell for cell in cells[1:] if cell]
        return bool(names) and all(map(self._named, names))

    def _line(self, n: int, written: tuple[str, str, str]) -> Line:
        month, name, figure = written
        line = Line(n, written=written)
        line.period = read_period(month, self.cadence)
        if line.period not in self.periods:
            line.errors.append(self._wrong_period(month))
        line.indicator = self._named(name)
        if line.indicator is None:
            line.errors.append(_("No indicator of this campaign is called “%(name)s”.") % {"name": name[:60]})
        line.value = read_figure(figure)
        if line.value is None:
            line.errors.append(_("“%(text)s” is no figure.") % {"text": figure[:30]})
        return line

    def _wrong_period(self, month: str) -> str:
        words = {
            "text": month[:30],
            "first": label(self.periods[0], self.cadence) if self.periods else "—",
            "last": label(self.periods[-1], self.cadence) if self.periods else "—",
        }
        return _("“%(text)s” does not lie between %(first)s and %(last)s.") % words

    def _named(self, name: str) -> Indicator | None:
        """By its name, or by the one name that is nearly it."""
        folded = fold(name)
        for one in self.indicators:
            if fold(one.name) == folded:
                return one
        near = [one for one in self.indicators if fuzz.ratio(fold(one.name), folded) >= ALIKE]
        return near[0] if len(near) == 1 else None


def cells_of(text: str) -> Iterator[tuple[int, list[str]]]:
    for n, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        cells = [clean(cell) for cell in line.split("\t" if "\t" in line else ";")]
        if len(cells) > 2 and (cells[0].rstrip(".").isdecimal() or fold(cells[0]) in {"stt", "tt", "so tt"}):
            del cells[0]
        if any(cells):
            yield n, cells


def by_period(lines: Sequence[Line]) -> Mapping[date, dict[int, Decimal]]:
    """What lines without errors say, as reports are kept."""
    found: dict[date, dict[int, Decimal]] = {}
    for line in lines:
        if line.period and line.indicator and line.value is not None and not line.errors:
            found.setdefault(line.period, {})[line.indicator.pk] = line.value
    return found
