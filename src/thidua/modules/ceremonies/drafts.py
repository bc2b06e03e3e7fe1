"""What forms hand to the actions: plain values."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyDraft:
    title: str
    on: date
    starts_at: time
    venue: str
    capacity: int
    presenter: str
    kind: str = "confer"
    seats_per_row: int = 12
    authorised_by: str = ""
    combined_with: str = ""
    alone_reason: str = ""
    planned_cost: int = 0
    cost_norm: int | None = None
    cost_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestDraft:
    name: str
    honorific: str = ""
    role: str = ""
    needs: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDraft:
    answer: str
    representative: str = ""
    needs: str = ""
    reading: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDraft:
    label: str
    minutes: int
    leads: str = ""
    confers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAnswer:
    """Of somebody who holds an invitation."""

    answer: str
    representative: str = ""
    needs: str = ""
