"""A picture as plain data: its table is on the page, and the browser draws the picture from that table."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Value = int | float | Decimal | None


class Kind(StrEnum):
    LINE = "line"
    BARS = "bars"
    STACKED = "stacked"
    ACROSS = "across"
    """Bars that lie, for labels that are names."""
    ACROSS_STACKED = "across stacked"


class Tone(StrEnum):
    GOLD = "gold"
    BRAND = "brand"
    GOOD = "good"
    BLUE = "blue"
    TEAL = "teal"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Line:
    """One column of the table: a line, or bars of one colour."""

    label: str
    tone: Tone = Tone.GOLD


@dataclass(frozen=True, slots=True)
class Row:
    """One place on the axis; `values` in the order of the lines, None where nothing is known."""

    label: str
    values: tuple[Value, ...]
    note: str = ""
    """For the table alone, under the chart's `note_head`."""
    url: str = ""
    """What lies behind this place: a press on it in the picture or in the table goes there."""


@dataclass(frozen=True, slots=True)
class Chart:
    """`words` say what the picture shows, for who does not see it; `head` names the first column."""

    kind: Kind
    words: str
    head: str
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    target: Value = None
    note_head: str = ""
    is_small: bool = False
    """One of many beside each other: no legend, a lower picture."""

    @property
    def is_empty(self) -> bool:
        return all(value is None for row in self.rows for value in row.values)
