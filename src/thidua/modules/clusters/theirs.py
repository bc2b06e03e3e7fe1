"""A card in the form of whoever runs the block: their columns, in their order, with what the member has entered."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.documents.spreadsheet import ColumnKind, SheetColumn, Value, xlsx_bytes
from thidua.modules.clusters.columns import Part, parts_of
from thidua.modules.clusters.models import Scorecard
from thidua.modules.clusters.tally import CardTally

NUMBERS = frozenset({Part.MOST, Part.WEIGHT, Part.TARGET, Part.EACH, Part.REACHED, Part.OWN})
WIDE = {Part.NAME: 60.0, Part.GROUP: 36.0, Part.EVIDENCE: 40.0, Part.NOTE: 40.0}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def in_their_form(card: Scorecard, tally: CardTally) -> bytes:
    titles, parts = _with_points(card.year.form)
    columns = [
        SheetColumn(title, ColumnKind.POINTS if part in NUMBERS else ColumnKind.TEXT, WIDE.get(part, 14))
        for title, part in zip(titles, parts, strict=True)
    ]
    return xlsx_bytes(columns, list(_rows(tally, parts)), name=_("Scorecard"))


def _with_points(titles: Sequence[str]) -> tuple[list[str], list[Part]]:
    """A form without a place for the member's points gets one at its end: they are what it is sent back for."""
    parts = list(parts_of(titles))
    if Part.OWN in parts:
        return list(titles), parts
    return [*titles, "Điểm tự chấm"], [*parts, Part.OWN]


def _rows(tally: CardTally, parts: Sequence[Part]) -> Iterator[list[Value]]:
    """Headings as lines of their own where the form has no column for them."""
    for place, group in enumerate(tally.groups):
        if Part.GROUP not in parts:
            number = ROMAN[place] if place < len(ROMAN) else str(place + 1)
            heading = {
                Part.NUMBER: number,
                Part.NAME: group.group.name,
                Part.MOST: _float(group.group.ceiling),
            }
            yield [heading.get(part) for part in parts]
        for n, line in enumerate(group.lines, 1):
            said = _line(group.group.name, line) | {Part.NUMBER: str(n)}
            yield [said.get(part) for part in parts]
    total = {Part.NAME: "Tổng cộng", Part.OWN: _float(tally.total)}
    yield [total.get(part) for part in parts]


def _line(group: str, line: object) -> dict[Part, Value]:
    one, score = line.criterion, line.score  # type: ignore[attr-defined]
    labels = [proof.label for proof in score.evidence.all()] if score else []
    return {
        Part.GROUP: group,
        Part.NAME: one.name,
        Part.MOST: _float(-one.most if one.way == "minus" else one.most),
        Part.WEIGHT: _float(one.weight),
        Part.WAY: str(one.get_way_display()),
        Part.TARGET: _float(one.target),
        Part.EACH: _float(one.each),
        Part.UNIT: one.unit,
        Part.REACHED: _float(score.figure) if score else None,
        Part.OWN: _float(score.own) if score else None,
        Part.EVIDENCE: "; ".join(labels) or one.evidence,
        Part.NOTE: score.note if score else None,
    }


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
