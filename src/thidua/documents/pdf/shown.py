"""The first page of any PDF as a picture for a screen."""

import json

from thidua.documents.pdf.press import press_picture

SCREEN = 72


def picture_of(pdf: bytes) -> bytes:
    """PNG. Raises RuntimeError where the PDF cannot be read."""
    return press_picture("shown.typ", {"pdf": json.dumps(list(pdf))}, SCREEN)
