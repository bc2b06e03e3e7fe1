"""Four encodings of Vietnamese, each seen as what a program shows that takes their bytes for Windows-1252."""

import re
import unicodedata
from enum import StrEnum

from thidua.documents.legacy.signs import TCVN3, VISCII, VNI


class Encoding(StrEnum):
    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"
    VISCII = "VISCII"
    CP1258 = "Windows-1258"
    DECOMPOSED = "Unicode tổ hợp"


def western(code: int) -> str:
    """The sign that Windows-1252 shows for a byte; the five bytes without one stay control characters."""
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


def _one_to_one(table: dict[int, str]) -> dict[str, str]:
    return {chr(code): letter for code, letter in table.items()} | {
        western(code): letter for code, letter in table.items()
    }


def _cp1258() -> dict[str, str]:
    """Only where it differs from Windows-1252; its tones are signs that follow their letter."""
    differing = {}
    for code in range(0xC0, 0x100):
        letter = bytes([code]).decode("cp1258", "ignore")
        if letter and letter != western(code):
            differing[western(code)] = letter
    return differing


LETTERS: dict[Encoding, dict[str, str]] = {
    Encoding.TCVN3: _one_to_one(TCVN3),
    Encoding.VNI: VNI,
    Encoding.VISCII: _one_to_one(VISCII),
    Encoding.CP1258: _cp1258(),
}
# Longest first: in VNI a letter with its sign is two.
PATTERNS = {
    encoding: re.compile("|".join(re.escape(key) for key in sorted(table, key=len, reverse=True)))
    for encoding, table in LETTERS.items()
}
WORD = re.compile(r"[^\s,.;:()/\"-]+")


def decode(text: str, encoding: Encoding) -> str:
    """The text in NFC. Of .VnTimeH, whose small letters look like capitals, capitals are made where the word has them."""
    if encoding is Encoding.DECOMPOSED:
        return unicodedata.normalize("NFC", text)
    table = LETTERS[encoding]
    turned = PATTERNS[encoding].sub(lambda sign: table[sign[0]], text)
    if encoding is Encoding.TCVN3:
        turned = _one_case(turned, text)
    return unicodedata.normalize("NFC", turned)


def _one_case(turned: str, raw: str) -> str:
    """ABC has no capitals with tones: NGUYÔN was typed for NGUYỄN and shown in a font of capitals."""
    plain = "".join(sign if sign.isascii() else "." for sign in raw)
    if plain.isupper() and re.search(r"\S[A-Z]", plain):
        return turned.upper()
    return turned


def encode(text: str, encoding: Encoding) -> str:
    """The way back, for tests: ABC loses the case of letters with a tone."""
    if encoding is Encoding.DECOMPOSED:
        return unicodedata.normalize("NFD", text)
    if encoding is Encoding.CP1258:
        return "".join(_to_cp1258(letter) for letter in unicodedata.normalize("NFC", text))
    back: dict[str, str] = {}
    for sign, letter in LETTERS[encoding].items():
        back.setdefault(letter, sign)
    return "".join(
        back.get(letter, back.get(letter.lower(), letter)) for letter in unicodedata.normalize("NFC", text)
    )


def _to_cp1258(letter: str) -> str:
    """A shaped letter is one byte, its tone another: NFD takes both off, so the tone is looked for and set apart."""
    tones = [
        mark for mark in unicodedata.normalize("NFD", letter) if mark in "\u0300\u0301\u0303\u0309\u0323"
    ]
    rest = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in tones)
    shaped = unicodedata.normalize("NFC", rest) + "".join(tones)
    return "".join(western(code) for code in shaped.encode("cp1258"))
