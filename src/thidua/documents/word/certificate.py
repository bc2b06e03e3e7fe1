"""A certificate as a Word document: the same lines as the PDF, for an officer to edit."""

from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from thidua.documents.compose.certificate import notes, qr_code, recipient
from thidua.documents.compose.parts import in_capitals
from thidua.documents.letters import CertificateOfMerit
from thidua.documents.measure import width_of
from thidua.documents.word.package import packed
from thidua.documents.word.page import LONG, SHORT, Page, add_to, points
from thidua.documents.word.paper import describe
from thidua.documents.word.rule import draw_rule
from thidua.documents.word.styles import CENTRED, new_document
from thidua.documents.wording import legal_day

SIDE = 24
RED = "C8102E"


def certificate_docx(letter: CertificateOfMerit) -> bytes:
    document = new_document()
    describe(document, letter.award, letter.decider, letter.day)
    page = Page(document, _set_page(document.sections[0], bordered=letter.with_border))
    _emblem(document, letter)
    _motto(page)
    _whom(page, letter)
    _foot(page, letter)
    return packed(document)


def _set_page(section: Section, *, bordered: bool) -> float:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(LONG), Mm(SHORT)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin, section.bottom_margin = Mm(16), Mm(16)
    section.header_distance = section.footer_distance = Mm(5)
    if bordered:
        section._sectPr.insert_element_before(_border(), "w:cols", "w:titlePg", "w:docGrid")  # noqa: SLF001
    return points(LONG - 2 * SIDE)


def _border() -> Any:
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in {"val": "thinThickSmallGap", "sz": "24", "space": "24"}.items():
            line.set(qn(f"w:{name}"), value)
        line.set(qn("w:color"), RED)
        borders.append(line)
    return borders


def _emblem(document: Document, letter: CertificateOfMerit) -> None:
    """Word takes no SVG; like a certificate without a picture it then keeps the place free."""
    paragraph = document.add_paragraph()
    paragraph.alignment = CENTRED
    if letter.emblem and letter.emblem.form == "png":
        paragraph.add_run().add_picture(BytesIO(letter.emblem.content), height=Mm(22))
    else:
        paragraph.paragraph_format.space_after = Mm(18)


def _motto(page: Page) -> None:
    creed = "Độc lập - Tự do - Hạnh phúc"
    _line(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 14)
    _line(page, creed, 15)
    rule = page.add("rule")
    draw_rule(rule, width_of(creed, 15, bold=True), page.width)
    rule.paragraph_format.space_after = Pt(10)


def _whom(page: Page, letter: CertificateOfMerit) -> None:
    _line(page, letter.decider.upper(), _shrunk(letter.decider.upper(), 24, page.width), red=True)
    _line(page, letter.verb.upper(), 20, before=8)
    _line(page, letter.award.upper(), _shrunk(letter.award.upper(), 44, page.width), red=True)
    _line(page, recipient(letter), _shrunk(recipient(letter), 26, page.width))
    if letter.description:
        _line(page, letter.description, 16, bold=False)
    _line(page, letter.merit, _shrunk(letter.merit, 18, page.width * 3), bold=False, before=6)


def _shrunk(text: str, size: int, room: float) -> int:
    """The size at which the text fills the room, between six tenths of `size` and `size`."""
    fits = int(room / max(width_of(text, 1, bold=True), 1))
    return max(min(size, fits), size * 6 // 10)


def _line(
    page: Page, text: str, size: float, *, bold: bool = True, red: bool = False, before: float = 0
) -> Paragraph:
    paragraph = page.document.add_paragraph()
    paragraph.alignment = CENTRED
    paragraph.paragraph_format.space_before = Pt(before)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    if red:
        run.font.color.rgb = RGBColor.from_string(RED)
    return paragraph


def _foot(page: Page, letter: CertificateOfMerit) -> None:
    page.add("rule").paragraph_format.space_after = Pt(12)
    left, right = page.grid(0.55, 0.45).rows[0].cells
    left.vertical_alignment = VERTICAL.BOTTOM
    _notes(left, letter)
    signature = in_capitals(letter.signature)
    add_to(right, "day", f"{letter.place}, {legal_day(letter.day)}").runs[0].bold = True
    for line in signature.authority:
        add_to(right, "signer", line)
    named = [text for text in (signature.other_post, signature.name) if text]
    for n, text in enumerate(named):
        add_to(right, "signer", text).paragraph_format.space_before = Mm(17 if n == 0 else 0)


def _notes(cell: _Cell, letter: CertificateOfMerit) -> None:
    if letter.check_url:
        picture = add_to(cell, "cell").add_run()
        picture.add_picture(BytesIO(qr_code(letter.check_url, "png")), width=Mm(20))
    for note in notes(letter):
        run = add_to(cell, "cell", note).runs[0]
        run.bold = run.italic = True
