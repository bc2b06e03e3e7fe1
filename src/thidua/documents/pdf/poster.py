"""The poster of a unit's public form."""

import json

from thidua.documents.compose.certificate import qr_code
from thidua.documents.letters.poster import TipPoster
from thidua.documents.pdf.press import press


def poster_pdf(letter: TipPoster) -> bytes:
    content = {"unit": letter.unit, "url": letter.url, "code": qr_code(letter.url, "svg").decode()}
    return press("poster.typ", {"poster": json.dumps(content, ensure_ascii=False)}, letter.day)
