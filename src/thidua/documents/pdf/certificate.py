"""Certificates as PDF: one, or a batch as one file to print."""

import json
import re
from collections.abc import Sequence

from typst import TypstError

from thidua.documents.compose.certificate import notes, qr_code, recipient
from thidua.documents.compose.codes import drawings
from thidua.documents.compose.parts import in_capitals
from thidua.documents.letters import CertificateOfMerit, Emblem
from thidua.documents.pdf.press import press, press_picture
from thidua.documents.sentences import Sentence
from thidua.documents.wording import legal_day
from thidua.kernel.errors import Cannot

BATCH = 1000
SCREEN = 72
TOO_LONG = re.compile(r"too-long:(\w+)")
LABELS = {
    "decider": ("chức vụ người quyết định", "the decider's post"),
    "award": ("tên hình thức khen thưởng", "the name of the award"),
    "name": ("tên người, đơn vị được khen", "the recipient's name"),
    "description": ("chức vụ, đơn vị, địa chỉ", "the recipient's post, unit or address"),
    "merit": ("nội dung thành tích", "the text of the merit"),
    "authority": ("quyền hạn, chức vụ người ký", "the signer's authority"),
}


class CannotFit(Cannot):
    """A text is too long for its place on the certificate."""


def _entry(letter: CertificateOfMerit, emblems: Sequence[Emblem], code: str) -> dict[str, object]:
    signature = in_capitals(letter.signature)
    return {
        "decider": letter.decider.upper(),
        "verb": letter.verb.upper(),
        "award": letter.award.upper(),
        "name": recipient(letter),
        "description": letter.description,
        "merit": letter.merit,
        "notes": notes(letter),
        "code": code,
        "place_and_day": f"{letter.place}, {legal_day(letter.day)}",
        "authority": signature.authority,
        "other_post": signature.other_post,
        "signer": signature.name,
        "with_border": letter.with_border,
        "emblem": emblems.index(letter.emblem) if letter.emblem else None,
    }


def _codes(letters: Sequence[CertificateOfMerit]) -> list[str]:
    if len(letters) == 1:
        url = letters[0].check_url
        return [qr_code(url, "svg").decode() if url else ""]
    drawn = drawings(letter.check_url for letter in letters if letter.check_url)
    return [next(drawn) if letter.check_url else "" for letter in letters]


def as_json(letters: Sequence[CertificateOfMerit]) -> str:
    """Each picture once, whatever the number of certificates that bear it."""
    emblems = list(dict.fromkeys(letter.emblem for letter in letters if letter.emblem))
    pictures = [{"form": emblem.form, "content": list(emblem.content)} for emblem in emblems]
    content = {
        "title": letters[0].award,
        "author": letters[0].decider,
        "emblems": pictures,
        "certificates": [
            _entry(letter, emblems, code) for letter, code in zip(letters, _codes(letters), strict=True)
        ],
    }
    return json.dumps(content, ensure_ascii=False)


def certificates_pdf(letters: Sequence[CertificateOfMerit]) -> bytes:
    """Up to 1000 certificates in one file: more would take too much memory at once."""
    if not 1 <= len(letters) <= BATCH:
        message = f"A print file holds 1 to {BATCH} certificates, not {len(letters)}."
        raise ValueError(message)
    try:
        return press("certificate.typ", {"batch": as_json(letters)}, letters[0].day)
    except TypstError as error:
        raise _explained(error) from error


def certificate_picture(letter: CertificateOfMerit) -> bytes:
    """As it will be printed, for a screen."""
    try:
        return press_picture("certificate.typ", {"batch": as_json([letter])}, SCREEN)
    except TypstError as error:
        raise _explained(error) from error


def _explained(error: TypstError) -> Exception:
    found = TOO_LONG.search(str(error))
    if found is None:
        return error
    vi, en = LABELS[found[1]]
    sentence = Sentence(
        f"Không in được giấy khen: {vi} quá dài. Hãy rút gọn rồi in lại.",
        f"The certificate cannot be printed: {en} is too long. Shorten it and print again.",
    )
    return CannotFit(sentence, field=found[1])
