"""The facts of a record, item by item, as the case format names them (docs/law/record.md).

A field that is None is unknown. `checked` is False for an entry nobody has compared with its source:
such a fact may hold, it never proves.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Grade = Literal["excellent", "good", "completed", "failed"]
Scope = Literal["base", "district", "province", "ministry", "nation"]
Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Title:
    honour: str
    year: int
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Award:
    honour: str
    year: int | None = None
    on: date | None = None
    for_years: Years | None = None
    by: str = "results"
    checked: bool = True

    @property
    def merit_to(self) -> int | None:
        """The last year of the span it rewarded, where one is written."""
        return self.for_years[1] if self.for_years else None


@dataclass(frozen=True, slots=True)
class YearGrade:
    year: int
    grade: Grade
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Initiative:
    year: int
    scope: Scope
    kind: Literal["initiative", "topic"] = "initiative"
    used_for: str | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Leave:
    kind: Literal["maternity", "sick", "injury", "study", "unpaid", "other"]
    year: int | None = None
    days: int | None = None
    months: int | None = None
    result: Literal["xuat_sac", "gioi", "kha", "trung_binh"] | None = None
    rules_obeyed: bool | None = None


@dataclass(frozen=True, slots=True)
class Work:
    place: Literal["same", "other"]
    since: date | None = None
    until: date | None = None
    months: int | None = None
    status: Literal["contract", "staff", "seconded"] | None = None
    hardship: bool = False


@dataclass(frozen=True, slots=True)
class Discipline:
    kind: Literal["reprimand", "warning", "pay_cut", "demotion", "removal", "dismissal"]
    on: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    kind: Literal["discipline", "investigation", "inspection", "complaint", "press"]
    since: date
    until: date | None = None
    cleared: bool | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    kind: Literal[
        "crime",
        "military_duty",
        "tax_duty",
        "child_marriage",
        "public_order",
        "gambling",
        "social_evil",
        "fire_safety",
        "domestic_violence",
    ]
    year: int
    fined: bool | None = None


@dataclass(frozen=True, slots=True)
class Movement:
    launched_by: str
    years: int
    result: Literal["leader", "outstanding", "took_part"]
    stage: Literal["interim", "final"]


@dataclass(frozen=True, slots=True)
class Model:
    """A farmer's model of production, recognised at `scope`."""

    years: int
    scope: Scope
    helps_households: bool | None = None
    creates_jobs: bool | None = None


@dataclass(frozen=True, slots=True)
class Post:
    post: str
    since: date | None = None
    until: date | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Collective:
    members: int | None = None
    ldtt: int | None = None
    cstdcs: int | None = None
    warned: int | None = None
    all_completed: bool | None = None
    founded: int | None = None
    gets_flags: bool | None = None
    leads_block: bool | None = None
    dissolved: bool | None = None
