"""The short lines that the decree wants below some texts."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from thidua.documents.measure import width_of
from thidua.documents.word.styles import LOOKS


def text_width(text: str, key: str) -> float:
    look = LOOKS[key]
    lines = text.split("\n")
    return max(width_of(line, look.size, bold=look.bold, italic=look.italic) for line in lines)


def draw_rule(paragraph: Paragraph, length: float, room: float) -> None:
    """An empty paragraph with a border above it, indented so that `length` of `room` is left."""
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in {"val": "single", "sz": "6", "space": "1", "color": "000000"}.items():
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    side = Pt(max(room - length, 0) / 2)
    paragraph.paragraph_format.left_indent = side
    paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.space_before = Pt(3)
