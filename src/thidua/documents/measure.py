"""How wide a text is in Times New Roman, from the metrics of Liberation Serif, which are the same."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
MEASURED_AT = 100


STYLES = {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "BoldItalic"}


@cache
def _font(style: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"LiberationSerif-{style}.ttf", MEASURED_AT)


def width_of(text: str, points: float, *, bold: bool = False, italic: bool = False) -> float:
    """In points, on one line."""
    return _font(STYLES[bold, italic]).getlength(text) * points / MEASURED_AT
