"""A sheet of blocks as PDF."""

import json
from dataclasses import asdict

from thidua.documents.pdf.press import press
from thidua.documents.sheet import Block, Sheet


def _tagged(block: Block) -> dict[str, object]:
    return {"block": type(block).__name__, **asdict(block)}


def as_json(sheet: Sheet) -> str:
    sections = [
        {"landscape": section.landscape, "blocks": [_tagged(block) for block in section.blocks]}
        for section in sheet.sections
    ]
    content = {"title": sheet.title, "author": sheet.author, "sections": sections}
    return json.dumps(content, ensure_ascii=False)


def paper_pdf(sheet: Sheet) -> bytes:
    return press("paper.typ", {"sheet": as_json(sheet)}, sheet.day)
