"""What hangs, lies and is shown in the hall: slides, cards with names, the plan of the seats."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """`kicker` above, small: the honour; `name` as large as the screen lets it be."""

    name: str
    kicker: str = ""
    below: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slides:
    """Shown while names are called, one after the other, wide (16:9)."""

    occasion: str
    body: str
    day: date
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCard:
    """`seat` as A1; `url` is drawn as a code for the door."""

    name: str
    role: str
    seat: str
    url: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCards:
    """Eight on a page, to be cut along the lines."""

    occasion: str
    when: str
    day: date
    cards: tuple[NameCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat without a name stays free."""

    label: str
    name: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPlan:
    """Rows from the stage backwards."""

    occasion: str
    about: str
    day: date
    rows: tuple[tuple[Seat, ...], ...]


HallPaper = Slides | NameCards | SeatPlan
