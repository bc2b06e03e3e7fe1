"""A sheet of blocks as a Word document."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from docx.document import Document
from docx.enum.section import WD_SECTION

from thidua.documents.sheet import Block, Section, Sheet, Signing, Signings
from thidua.documents.word.blocks import draw
from thidua.documents.word.package import packed
from thidua.documents.word.page import Page, add_page_field, number_pages, set_size
from thidua.documents.word.styles import new_document

UNDATED = date(2000, 1, 1)


def draw_blocks(blocks: Sequence[Block], page: Page) -> None:
    for block in blocks:
        if isinstance(block, Signing | Signings) and page.document.paragraphs:
            # A page never bears a signature alone.
            page.document.paragraphs[-1].paragraph_format.keep_with_next = True
        draw(block, page)


def draw_section(document: Document, section: Section, *, first: bool) -> None:
    laid_out = document.sections[0] if first else document.add_section(WD_SECTION.NEW_PAGE)
    width = set_size(laid_out, landscape=section.landscape)
    if first:
        add_page_field(laid_out)
        number_pages(laid_out)
    draw_blocks(section.blocks, Page(document, width))


def describe(document: Document, title: str, author: str, day: date | None) -> None:
    """The file's own properties, dated by the paper and not by the clock."""
    written = datetime.combine(day or UNDATED, time(12), tzinfo=UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.title, properties.author = title[:255], author[:255]
    properties.comments, properties.last_modified_by = "", author[:255]
    properties.created = properties.modified = written
    properties.language = "vi-VN"


def drawn_document(sheet: Sheet) -> Document:
    document = new_document()
    describe(document, sheet.title, sheet.author, sheet.day)
    for n, section in enumerate(sheet.sections):
        draw_section(document, section, first=n == 0)
    return document


def paper_docx(sheet: Sheet) -> bytes:
    return packed(drawn_document(sheet))
