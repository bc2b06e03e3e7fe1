"""What a month holds, as plain data."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thidua.modules.duty.models import Side
from thidua.modules.organisations.models import Organisation


class Mark(StrEnum):
    """From most to least; a unit that says why there was none has done its duty as well."""

    COMMENDED = "commended"
    PROPOSED = "proposed"
    NOTHING = "nothing"
    TOLD = "told"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Month:
    """One unit in one month: what it commended itself, what it proposed to the level above."""

    first: date
    own: Mark = Mark.OPEN
    upward: Mark = Mark.OPEN

    def side(self, side: Side) -> Mark:
        return self.own if side == Side.OWN else self.upward


@dataclass(frozen=True, slots=True)
class Line:
    """A unit and its months from January; None before it was there, and in the future."""

    unit: Organisation
    months: tuple[Month | None, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that counts for a month, with where it is read."""

    on: date
    text: str
    url: str


@dataclass(slots=True)
class Behind:
    """What stands behind the marks of one month: deeds, or the unit's word."""

    month: Month
    own: list[Deed] = field(default_factory=list)
    upward: list[Deed] = field(default_factory=list)
    own_word: str = ""
    upward_word: str = ""

    @property
    def lacks(self) -> bool:
        """Is there a side of which the unit may say that there was none?"""
        return not {self.month.own, self.month.upward} <= {Mark.COMMENDED, Mark.PROPOSED}
