"""One sheet for many units: units down and indicators across; or on each line unit, indicator, figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from thidua.kernel.text import fold
from thidua.modules.campaigns.drafts import EnteredDraft
from thidua.modules.campaigns.figures import read_figure
from thidua.modules.campaigns.models import Indicator
from thidua.modules.campaigns.pasted import cells_of
from thidua.modules.organisations.models import Organisation

# Below this a name is like no other: naming one would only mislead.
NEAR = 60


@dataclass(slots=True)
class UnitLine:
    """One figure of one unit; `n` counts the lines of the sheet, `errors` are sentences for the screen."""

    n: int
    unit: Organisation | None = None
    indicator: Indicator | None = None
    value: Decimal | None = None
    written: tuple[str, str, str] = ("", "", "")
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class UnitReader:
    """Knows the units that the campaign has reached, and its indicators."""

    units: Sequence[Organisation]
    indicators: Sequence[Indicator]

    def read(self, text: str) -> list[UnitLine]:
        lines = [self._line(n, written) for n, written in self._triples(text)]
        seen: dict[tuple[int, int], int] = {}
        for line in lines:
            if line.unit is None or line.indicator is None:
                continue
            key = (line.unit.pk, line.indicator.pk)
            if key in seen:
                line.errors.append(_("The same figure stands in line %(n)s.") % {"n": seen[key]})
            seen.setdefault(key, line.n)
        return lines

    def _triples(self, text: str) -> Iterator[tuple[int, tuple[str, str, str]]]:
        """Unit, indicator, figure as written; a table with indicators across is turned."""
        across: list[str] | None = None
        for n, cells in cells_of(text):
            if across is None and self._is_head(cells):
                across = cells[1:]
            elif across is not None:
                pairs = zip(across, cells[1:], strict=False)
                yield from ((n, (cells[0], name, figure)) for name, figure in pairs if name and figure)
            elif not (n == 1 and len(cells) > 2 and read_figure(cells[2]) is None):  # a row of titles
                unit, name, figure = [*cells, "", "", ""][:3]
                yield n, (unit, name, figure)

    def _is_head(self, cells: list[str]) -> bool:
        """The first line when none of its cells is a figure and one is an indicator."""
        names = [cell for cell in cells[1:] if cell]
        if not names or any(read_figure(cell) is not None for cell in names):
            return False
        return any(self._indicator(cell) for cell in names)

    def _line(self, n: int, written: tuple[str, str, str]) -> UnitLine:
        unit, name, figure = written
        line = UnitLine(n, self._unit(unit), self._indicator(name), read_figure(figure), written)
        if line.unit is None:
            known = [one.name for one in self.units]
            line.errors.append(_unknown(_("The campaign has reached no unit “%(name)s”."), unit, known))
        if line.indicator is None:
            known = [one.name for one in self.indicators]
            line.errors.append(
                _unknown(_("No indicator of this campaign is called “%(name)s”."), name, known)
            )
        if line.value is None:
            line.errors.append(_("“%(text)s” is no figure.") % {"text": figure[:30]})
        return line

    def _unit(self, name: str) -> Organisation | None:
        """By its name, short name or code, never by one that is only like it."""
        folded = fold(name)
        known = [
            one
            for one in self.units
            if folded and folded in {fold(one.name), fold(one.short_name), fold(one.code)}
        ]
        return known[0] if len(known) == 1 else None

    def _indicator(self, name: str) -> Indicator | None:
        """By its name, with or without its unit of measure behind it."""
        folded = fold(name)
        for one in self.indicators:
            if folded in {fold(one.name), fold(f"{one.name} ({one.unit})")}:
                return one
        return None


def _unknown(sentence: str, name: str, known: Sequence[str]) -> str:
    """The sentence, and the name that is nearest to the one written."""
    said = sentence % {"name": name[:60]}
    near = process.extractOne(fold(name), [fold(one) for one in known], scorer=fuzz.WRatio, score_cutoff=NEAR)
    if near is None:
        return said
    return f"{said} {_('Nearest: “%(name)s”.') % {'name': known[near[2]]}}"


def by_unit(lines: Sequence[UnitLine]) -> list[EnteredDraft]:
    """What lines without errors say."""
    found: dict[int, dict[int, Decimal]] = {}
    for line in lines:
        if line.unit and line.indicator and line.value is not None and not line.errors:
            found.setdefault(line.unit.pk, {})[line.indicator.pk] = line.value
    return [EnteredDraft(organisation_id=pk, values=values) for pk, values in found.items()]
