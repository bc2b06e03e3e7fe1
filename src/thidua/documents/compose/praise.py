"""Thư khen."""

from dataclasses import replace

from thidua.documents.compose.parts import head, paragraphs, sheet, signing
from thidua.documents.letters import PraiseLetter
from thidua.documents.sheet import Addressees, Centred, Sheet


def praise_letter(letter: PraiseLetter) -> Sheet:
    return sheet(
        letter.head,
        "Thư khen",
        [
            replace(head(letter.head), number=""),
            Centred("THƯ KHEN"),
            Addressees((letter.to,)),
            *paragraphs(letter.paragraphs),
            signing(letter.signature, None),
        ],
    )
