"""Sổ khen thưởng của một năm: what is printed, signed and bound."""

from dataclasses import dataclass

from thidua.documents.letters.parts import Letterhead, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class BookLine:
    """One act of the book; `place` is its number there, `note` says what it corrects or revokes."""

    place: int
    name: str
    unit: str
    award: str
    period: str
    decision: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBook:
    """`keeper` keeps the register and signs at the left."""

    head: Letterhead
    year: int
    lines: tuple[BookLine, ...]
    keeper: str
    signature: Signature
