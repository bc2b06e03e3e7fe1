"""The lines that a certificate bears in whatever form it is drawn."""

from io import BytesIO
from typing import Literal

import segno

from thidua.documents.compose.codes import QUIET
from thidua.documents.letters import CertificateOfMerit
from thidua.documents.wording import legal_day


def recipient(letter: CertificateOfMerit) -> str:
    return f"{letter.honorific} {letter.name}".strip()


def notes(letter: CertificateOfMerit) -> list[str]:
    """The number and day of the decision; the recipient's place in it; the code to check it by."""
    lines = [f"Số quyết định: {letter.decision_number}, {legal_day(letter.decision_day)}"]
    if letter.golden_book is not None:
        lines.append(f"Số sổ vàng: {_place(letter.golden_book)}")
    if letter.check_code:
        lines.append(f"Mã xác minh: {letter.check_code}")
    return lines


def _place(place: int | str) -> str:
    return f"{place:02}" if isinstance(place, int) else place


def qr_code(url: str, form: Literal["svg", "png"]) -> bytes:
    drawn = BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(drawn, kind=form, border=QUIET, scale=1 if form == "svg" else 8)
    return drawn.getvalue()
