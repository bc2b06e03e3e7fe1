"""Papers of a public procedure at the one-stop centre, and a refusal."""

from dataclasses import dataclass
from datetime import date

from thidua.documents.letters.parts import AS_ABOVE, Letterhead, Recipients, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeReceipt:
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả."""

    head: Letterhead
    file_code: str
    procedure: str
    applicant: str
    filed_by: str
    about: str
    papers: tuple[str, ...]
    taken_on: date
    due_on: date
    n_days: int | None
    signature: Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalNotice:
    """Thông báo từ chối giải quyết hồ sơ, with the reason."""

    head: Letterhead
    to: tuple[str, ...]
    dossier: str
    received_on: date | None
    reason: str
    signature: Signature
    contact: str = ""
    recipients: Recipients = AS_ABOVE
