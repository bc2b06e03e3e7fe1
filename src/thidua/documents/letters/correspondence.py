"""Letters to other bodies: công văn."""

from dataclasses import dataclass
from datetime import date

from thidua.documents.letters.parts import AS_ABOVE, Letterhead, NomineeGroup, Recipients, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationLetter:
    """Công văn lấy ý kiến: asks bodies about those proposed, to be answered by a day."""

    head: Letterhead
    to: tuple[str, ...]
    subject: str
    """What stands after "V/v"."""
    reason: str
    matters: tuple[str, ...]
    groups: tuple[NomineeGroup, ...]
    signature: Signature
    reply_by: date | None = None
    reply_to: str = ""
    recipients: Recipients = AS_ABOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPoint:
    """One thing to put right: where, what is wrong, what to do."""

    place: str
    fault: str
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnNotice:
    """Yêu cầu bổ sung, hoàn thiện hồ sơ."""

    head: Letterhead
    to: tuple[str, ...]
    dossier: str
    received_on: date | None
    points: tuple[ReturnPoint, ...]
    signature: Signature
    due_on: date | None = None
    contact: str = ""
    recipients: Recipients = AS_ABOVE
