"""Tờ trình and the list that goes with it."""

from dataclasses import dataclass

from thidua.documents.letters.parts import AS_ABOVE, Letterhead, NomineeGroup, Recipients, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Submittal:
    """Tờ trình: whom the sender asks the authority to commend. The names stand in an annex.

    `period` as named ("năm học 2025 - 2026"); `grounds` with or without
    "Căn cứ" and their closing marks.
    """

    head: Letterhead
    to: tuple[str, ...]
    subject: str
    period: str
    grounds: tuple[str, ...]
    groups: tuple[NomineeGroup, ...]
    signature: Signature
    recipients: Recipients = AS_ABOVE
    paragraphs: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalList:
    """Danh sách đề nghị khen thưởng, as a paper of its own; drawn across the page."""

    head: Letterhead
    subject: str
    period: str
    groups: tuple[NomineeGroup, ...]
    signature: Signature
    recipients: Recipients | None = None
