"""What is printed on a pre-printed blank (phôi): texts at their places, nothing else."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on the blank in millimetres from its upper left corner, and the letters that it takes.

    A text that does not fit at `points` is broken into lines and made smaller, never below `smallest`;
    with `whole` it is rather made smaller than broken: so names of people.
    """

    x: float
    y: float
    width: float
    height: float
    points: float
    smallest: float
    align: Align = "center"
    bold: bool = False
    italic: bool = False
    red: bool = False
    capitals: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedText:
    field: str
    text: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankPage:
    """One blank: its size in millimetres, what goes where, and how far the printer is off."""

    width: float
    height: float
    texts: tuple[PlacedText, ...]
    day: date
    code_url: str = ""
    code_box: Box | None = None
    right: float = 0
    down: float = 0
