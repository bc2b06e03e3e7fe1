"""What people type, handed to the actions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ClusterDraft:
    name: str
    kind: str
    running: str
    authority: str
    paper_number: str
    paper_on: date
    since: date
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermsDraft:
    """How a year is counted and voted."""

    basis: str = ""
    decimals: int = 2
    vote_way: str = "screen"
    n_ranked: int = 3
    may_rank_itself: bool = False
    ranked_by: str = "points"


@dataclass(frozen=True, slots=True)
class CriterionDraft:
    name: str
    way: str
    most: Decimal
    weight: Decimal = Decimal(1)
    target: Decimal | None = None
    each: Decimal | None = None
    unit: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One criterion of a card as somebody filled it in: a number, or points with a reason."""

    value: Decimal | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file (its bytes and name) or a link."""

    label: str = ""
    content: bytes | None = None
    name: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """What a block that is run on paper gave one of its members."""

    total: Decimal
    place: int
