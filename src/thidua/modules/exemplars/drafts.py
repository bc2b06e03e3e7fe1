"""What forms hand to the actions: plain values."""

from dataclasses import dataclass, field
from datetime import date

from thidua.modules.exemplars.models import ExemplarKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TipDraft:
    """A good deed in a few lines."""

    deed: str
    place: str
    deed_on: date
    who: str = ""
    witnesses: str = ""
    shows_child: bool = False
    teller_name: str = ""
    teller_contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarDraft:
    """Who it is and what was done; at most one of the three records, of the kind said."""

    name: str
    deed: str
    deed_on: date
    deed_place: str
    kind: str = ExemplarKind.PERSON
    person_id: int | None = None
    collective_id: int | None = None
    household_id: int | None = None
    status_group: str = ""
    natures: list[str] = field(default_factory=list)
    confirmed_by: str = ""
    mentor: str = ""
    plan: str = ""
