"""Giấy khen and bằng chứng nhận."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from thidua.documents.letters.parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Emblem:
    """A picture for the head of the certificate, 22 mm high; without one the place stays white."""

    content: bytes
    form: Literal["svg", "png", "jpg"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOfMerit:
    """A4 across; the order of lines is that of NĐ 98/2023, Art. 104 (read in a secondary source).

    `verb` and `award`: "TẶNG" + "GIẤY KHEN", or "TẶNG DANH HIỆU" + "CHIẾN SĨ THI ĐUA CƠ SỞ";
    `golden_book` is the recipient's place in the decision; `check_url` becomes a QR code.
    """

    decider: str
    award: str
    name: str
    merit: str
    decision_number: str
    decision_day: date
    place: str
    day: date
    signature: Signature
    verb: str = "TẶNG"
    honorific: str = ""
    description: str = ""
    """Post and unit, or address."""
    golden_book: int | str | None = None
    check_url: str = ""
    check_code: str = ""
    """The code of the QR code in letters, for whoever has no telephone with a camera."""
    emblem: Emblem | None = None
    with_border: bool = True
    """False for printing on a blank that has its border."""
