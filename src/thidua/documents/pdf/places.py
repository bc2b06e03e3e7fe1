"""Where the signature of a drawn paper belongs: between post and name (NĐ 30/2020, Appendix I)."""

import json
from dataclasses import dataclass

from typst import Compiler

from thidua.documents.compose import compose
from thidua.documents.door import cleaned
from thidua.documents.letters import Letter
from thidua.documents.pdf.paper import as_json
from thidua.documents.pdf.press import FONTS, HERE

PAGE_HEIGHT = 841.89
# The middle of the right-hand part of the signing block: 55 % of 165 mm, beside a margin of 15 mm.
MIDDLE = 149.6 / 25.4 * 72
WIDE, HIGH = 170.0, 52.0
# A line of names, and a little room above it.
NAME = 13.0


@dataclass(frozen=True, slots=True)
class Place:
    """`page` from 0; a rectangle in points from the lower left corner, as PDF counts."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def signing_place(letter: Letter) -> Place | None:
    """Of the first signature; None where the paper has none."""
    sheet = as_json(compose(cleaned(letter)))
    inputs = {"sheet": sheet, "places": "yes"}
    compiler = Compiler(
        input=HERE / "paper.typ", root=HERE, font_paths=[FONTS], ignore_system_fonts=True, sys_inputs=inputs
    )
    found = json.loads(compiler.query("<signing>", field="value"))
    if not found:
        return None
    first = found[0]
    bottom = PAGE_HEIGHT - float(first["y"].removesuffix("pt")) + NAME
    return Place(int(first["page"]) - 1, MIDDLE - WIDE / 2, bottom, MIDDLE + WIDE / 2, bottom + HIGH)
