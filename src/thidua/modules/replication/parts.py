"""What screens show of a model's spread and effects, as plain data."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from thidua.modules.replication.models import Measure


class Part(StrEnum):
    """What a unit is to a model; the last that it became counts."""

    ORIGIN = "origin"
    PILOT = "pilot"
    ADOPTER = "adopter"
    FORMER = "former"


PART_WORDS = {
    Part.ORIGIN: _("began it"),
    Part.PILOT: _("tried it out"),
    Part.ADOPTER: _("applies it"),
    Part.FORMER: _("applied it once"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A unit in the graph of spread; `source` is the unit it learnt the model from."""

    unit_id: int
    name: str
    part: Part
    on: date
    source: int | None = None
    url: str = ""
    has_effect: bool = False

    @property
    def words(self) -> str:
        return str(PART_WORDS[self.part])


@dataclass(frozen=True, slots=True)
class Change:
    """An indicator with what became of it, as it is written; `tone` is that of a chip."""

    measure: Measure
    before: str
    after: str
    words: str = ""
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class MonthOfSpread:
    """How many units applied the model at the end of a month."""

    first: date
    n: int
