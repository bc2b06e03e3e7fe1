"""The fonts that are shipped hold every Vietnamese letter (older Liberation fonts do not)."""

import unicodedata
from pathlib import Path

import pytest
from PIL import ImageFont

import thidua.documents

FONTS = sorted((Path(thidua.documents.__file__).parent / "fonts").glob("*.ttf"))
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}
LETTERS = sorted(LOWER | {letter.upper() for letter in LOWER} | set("₫đ“”‘’–…"))


def test_eight_fonts_are_shipped_with_their_licence():
    assert [font.stem for font in FONTS] == [
        f"Liberation{family}-{style}"
        for family in ("Sans", "Serif")
        for style in ("Bold", "BoldItalic", "Italic", "Regular")
    ]
    licence = (FONTS[0].parent / "LICENSE").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_no_letter_is_missing(path):
    font = ImageFont.truetype(path, 40)
    missing = bytes(font.getmask("\U0010fffe"))
    assert [letter for letter in LETTERS if bytes(font.getmask(letter)) == missing] == []
