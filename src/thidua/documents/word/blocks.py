"""Each block of a sheet as paragraphs and tables of Word."""

from functools import singledispatch

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell

from thidua.documents.letters import Recipients, Signature
from thidua.documents.sheet import (
    Addressees,
    AnnexHead,
    Centred,
    Ground,
    Head,
    Paragraph,
    Signing,
    Signings,
    Subhead,
    Table,
    Title,
)
from thidua.documents.word.page import Page, add_to
from thidua.documents.word.rule import draw_rule, text_width
from thidua.documents.word.tables import draw_table

ISSUER, NATION = 0.41, 0.59
RECIPIENTS, SIGNER = 0.45, 0.55
PART_OF_TEXT = 0.4
ROOM_FOR_HAND = Cm(2.4)


@singledispatch
def draw(block: object, page: Page) -> None:
    message = f"No way is known to draw {type(block).__name__} in {page.document}."
    raise TypeError(message)


@draw.register
def _(block: Head, page: Page) -> None:
    above, below = page.grid(ISSUER, NATION, n_rows=2).rows
    issuer, nation = above.cells
    _issuer(block, issuer, page.width * ISSUER)
    _nation(nation, page.width * NATION)
    number, day = below.cells
    add_to(number, "number", block.number)
    if block.concerning:
        add_to(number, "concerning", block.concerning)
    add_to(day, "day", block.place_and_day)
    # Word makes one table of two that touch.
    page.add("rule").paragraph_format.space_after = Pt(6)


def _issuer(block: Head, cell: _Cell, room: float) -> None:
    if block.parent_agency:
        add_to(cell, "parent", block.parent_agency)
    add_to(cell, "agency", block.agency)
    shown = min(text_width(block.agency, "agency"), room)
    draw_rule(add_to(cell, "rule"), shown * PART_OF_TEXT, room)


def _nation(cell: _Cell, room: float) -> None:
    creed = "Độc lập - Tự do - Hạnh phúc"
    add_to(cell, "motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    add_to(cell, "creed", creed)
    draw_rule(add_to(cell, "rule"), text_width(creed, "creed"), room)


@draw.register
def _(block: Title, page: Page) -> None:
    page.add("kind", block.kind)
    page.add("subject", block.subject)
    shown = min(text_width(block.subject, "subject"), page.width)
    rule = page.add("rule")
    draw_rule(rule, shown * PART_OF_TEXT, page.width)
    rule.paragraph_format.space_after = Pt(10)


@draw.register
def _(block: Centred, page: Page) -> None:
    page.add("centred", block.text)


@draw.register
def _(block: Addressees, page: Page) -> None:
    if len(block.to) == 1:
        page.add("to", f"Kính gửi: {block.to[0]}")
        return
    label, names = page.grid(0.3, 0.7).rows[0].cells
    add_to(label, "to_many", "Kính gửi:").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for name in block.to:
        add_to(names, "to_many", f"- {name}")
    page.add("rule").paragraph_format.space_after = Pt(10)


@draw.register
def _(block: Ground, page: Page) -> None:
    page.add("ground", block.text)


@draw.register
def _(block: Paragraph, page: Page) -> None:
    paragraph = page.add("body")
    if block.lead:
        paragraph.add_run(f"{block.lead} ").bold = True
    paragraph.add_run(block.text)


@draw.register
def _(block: Subhead, page: Page) -> None:
    page.add("subhead", block.text)


@draw.register
def _(block: Table, page: Page) -> None:
    draw_table(block, page)


@draw.register
def _(block: Signing, page: Page) -> None:
    left, right = page.grid(RECIPIENTS, SIGNER).rows[0].cells
    if block.recipients:
        _recipients(block.recipients, left)
    _signature(block.signature, right)


@draw.register
def _(block: Signings, page: Page) -> None:
    for start in range(0, len(block.signatures), 2):
        cells = page.grid(0.5, 0.5).rows[0].cells
        for signature, cell in zip(block.signatures[start : start + 2], cells, strict=False):
            _signature(signature, cell)
        page.add("rule").paragraph_format.space_after = Pt(10)
    if block.recipients:
        _recipients(block.recipients, page.grid(RECIPIENTS, SIGNER).rows[0].cells[0])


def _recipients(recipients: Recipients, cell: _Cell) -> None:
    add_to(cell, "recipients", "Nơi nhận:")
    for copy in recipients.copies:
        add_to(cell, "copies", f"- {copy};")
    add_to(cell, "copies", f"- Lưu: {recipients.archive}.")


def _signature(signature: Signature, cell: _Cell) -> None:
    for line in signature.authority:
        add_to(cell, "signer", line)
    signed = [text for text in (signature.other_post.upper(), signature.name) if text]
    for n, text in enumerate(signed or [""]):
        paragraph = add_to(cell, "signer", text)
        paragraph.paragraph_format.space_before = ROOM_FOR_HAND if n == 0 else Pt(0)


@draw.register
def _(block: AnnexHead, page: Page) -> None:
    page.add("annex", block.label)
    page.add("annex", block.title)
    page.add("reference", block.reference)
    shown = min(text_width(block.reference, "reference"), page.width)
    rule = page.add("rule")
    draw_rule(rule, shown * PART_OF_TEXT, page.width)
    rule.paragraph_format.space_after = Pt(10)
