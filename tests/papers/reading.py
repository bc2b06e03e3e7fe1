"""Reading drawn papers back."""

import re
from io import BytesIO

import pypdfium2
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def pages(pdf: bytes) -> list[str]:
    """The text of each page, its lines joined by single spaces."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_page_text(document, n) for n in range(len(document))]


def _page_text(document: pypdfium2.PdfDocument, n: int) -> str:
    page = document[n]
    text = page.get_textpage()
    content = re.sub(r"\s+", " ", text.get_text_bounded()).strip()
    text.close()
    page.close()
    return content


def fonts(pdf: bytes) -> set[tuple[str, bool]]:
    """The name of each font on any page, and whether it is embedded."""
    with pypdfium2.PdfDocument(pdf) as document:
        return {font for n in range(len(document)) for font in _page_fonts(document, n)}


def _page_fonts(document: pypdfium2.PdfDocument, n: int) -> set[tuple[str, bool]]:
    page = document[n]
    shown = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=10)
    found = [one.get_font() for one in shown]
    named = {(font.get_base_name().split("+")[-1], font.is_embedded) for font in found}
    page.close()
    return named


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in whole millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        points = [document.get_page_size(n) for n in range(len(document))]
    return [(round(width / 72 * 25.4), round(height / 72 * 25.4)) for width, height in points]


def word(docx: bytes) -> Document:
    return Document(BytesIO(docx))


def word_text(docx: bytes) -> str:
    """Every paragraph in order, those of tables in their place, joined by single spaces."""
    parts = [part for block in word(docx).iter_inner_content() for part in _texts(block)]
    return re.sub(r"\s+", " ", " ".join(parts)).strip()


def _texts(block: Paragraph | Table) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    return _cells(block)


def _cells(table: Table) -> list[str]:
    texts: list[str] = []
    for row in table.rows:
        cells = row._tr.tc_lst
        texts += [" ".join(Paragraph(p, table).text for p in cell.p_lst) for cell in cells]
    return texts
