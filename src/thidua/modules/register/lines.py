"""What is handed to the register: plain data of one award, and of the decision it stands on."""

from dataclasses import dataclass
from datetime import date

from thidua.modules.register.models import Ground, Line, Source


@dataclass(frozen=True, slots=True)
class Basis:
    """The decision. `decision_id` where it was made here; number or day may be missing for old awards."""

    decided_by: str
    decision_number: str = ""
    decided_on: date | None = None
    signer: str = ""
    decision_id: int | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """An honour conferred on exactly one person, collective or household, as it was on that day."""

    honour: str
    name: str
    organisation_id: int
    unit_name: str
    year: int
    ground: Ground | str
    person_id: int | None = None
    collective_id: int | None = None
    household_id: int | None = None
    honorific: str = ""
    post: str = ""
    position: str = ""
    level: str = ""
    line: Line | str = Line.STATE
    achievement: str = ""
    period_label: str = ""
    first_year: int | None = None
    last_year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class OldAward:
    """An award of former years, or of another body, with what it is known from."""

    basis: Basis
    award: Award
    source: Source
