"""What is typed of a showing and of a remark."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class ShowingDraft:
    """`summaries` by candidate: only these are shown."""

    basis: str
    opens_on: date
    ends_on: date
    blocks: bool = False
    summaries: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RemarkDraft:
    name: str
    content: str
    phone: str = ""
    about: int | None = None
    is_complaint: bool = False
