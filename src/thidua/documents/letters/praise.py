"""Thư khen: praise at once, which is no form of commendation and enters no register."""

from dataclasses import dataclass

from thidua.documents.letters.parts import Letterhead, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class PraiseLetter:
    """From the head of a body to one person, collective or household; it bears no number."""

    head: Letterhead
    to: str
    paragraphs: tuple[str, ...]
    signature: Signature
