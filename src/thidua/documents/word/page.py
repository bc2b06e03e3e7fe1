"""Pages by NĐ 30/2020: margins, page numbers, and where blocks are added."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from thidua.documents.word.styles import LOOKS

LONG, SHORT = 297, 210
LEFT, RIGHT = 30, 15


@dataclass(frozen=True, slots=True)
class Page:
    """Where the blocks of one section go; the width is that between the margins, in points."""

    document: Document
    width: float

    def add(self, key: str, text: str = "") -> Paragraph:
        return self.document.add_paragraph(text, style=LOOKS[key].name)

    def grid(self, *shares: float, n_rows: int = 1) -> Table:
        """Cells without borders; no row is broken between pages."""
        table: Table = self.document.add_table(rows=n_rows, cols=len(shares))
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Pt(self.width * share)
            for cell in column.cells:
                cell.width = Pt(self.width * share)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        return table


def add_to(cell: _Cell, key: str, text: str = "") -> Paragraph:
    """The next paragraph of a cell, the empty first one included."""
    first = cell.paragraphs[0]
    paragraph: Paragraph
    is_fresh = len(cell.paragraphs) == 1 and not first.runs and first.style.name == "Normal"
    paragraph = first if is_fresh else cell.add_paragraph()
    paragraph.style = LOOKS[key].name
    paragraph.add_run(text)
    return paragraph


def points(millimetres: float) -> float:
    return millimetres * 72 / 25.4


def set_size(section: Section, *, landscape: bool) -> float:
    """A4 with the decree's margins; answers the width between them in points."""
    wide, high = (LONG, SHORT) if landscape else (SHORT, LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(10)
    return points(wide - LEFT - RIGHT)


def number_pages(section: Section) -> None:
    """From 1 in each section, centred at the top, not shown on its first page."""
    section.different_first_page_header_footer = True
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.append(start)  # noqa: SLF001


def add_page_field(section: Section) -> None:
    paragraph = section.header.paragraphs[0]
    paragraph.style = LOOKS["page"].name
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001
