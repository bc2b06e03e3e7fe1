"""What is asked: which honour, for whom, on which day."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from thidua.law.record import Record

Kind = Literal["individual", "collective", "household"]
Group = Literal[
    "official",
    "public_employee",
    "worker",
    "farmer",
    "armed_forces",
    "entrepreneur",
    "citizen",
]
Position = Literal["leader", "manager", "direct_worker"]
Sex = Literal["female", "male"]
By = Literal["results", "movement", "sudden", "contribution", "work", "career", "years"]


@dataclass(frozen=True, slots=True)
class Question:
    """`on` is the day whose law governs; `year` the year a yearly title would honour."""

    honour: str
    kind: Kind
    record: Record
    on: date
    year: int | None = None
    place: str | None = None
    by: By | None = None
    group: Group | None = None
    position: Position | None = None
    sex: Sex | None = None
    contract: bool = False
    # Honours proposed for the same candidate in the same file: a lower title counts provisionally.
    provisional: frozenset[str] = field(default_factory=frozenset)
