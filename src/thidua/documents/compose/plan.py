"""Kế hoạch phát động phong trào thi đua (App. III, form 1.4)."""

from collections.abc import Iterator
from dataclasses import replace

from thidua.documents.compose.oversight import part_blocks
from thidua.documents.compose.parts import closed, head, paragraphs, sheet, signing
from thidua.documents.compose.tables import roman
from thidua.documents.letters import LaunchPlan, PaperPart
from thidua.documents.sheet import Block, Sheet, Title


def numbered(parts: tuple[PaperPart, ...]) -> Iterator[PaperPart]:
    """Those that say something, under roman numbers."""
    said = (part for part in parts if part.text.strip() or (part.table and part.table.rows))
    for n, part in enumerate(said, 1):
        yield replace(part, heading=f"{roman(n)}. {part.heading.upper()}")


def launch_plan(letter: LaunchPlan) -> Sheet:
    said = [block for part in numbered(letter.parts) for block in part_blocks(part)]
    body: list[Block] = [*paragraphs(letter.opening), *said]
    opening: list[Block] = [head(letter.head), Title("KẾ HOẠCH", letter.subject)]
    ending = signing(letter.signature, letter.recipients)
    return sheet(letter.head, "Kế hoạch phát động thi đua", [*opening, *closed(body), ending])
