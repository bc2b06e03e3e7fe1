"""The styles of a paper by NĐ 30/2020, App. I: what an officer sees in Word's list of styles."""

from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

FONT = "Times New Roman"
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
CENTRED = WD_ALIGN_PARAGRAPH.CENTER
LEFT = WD_ALIGN_PARAGRAPH.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Any = LEFT
    indent: float = 0
    """Of the first line, in centimetres."""
    before: float = 0
    after: float = 0
    keep_with_next: bool = False


LOOKS = {
    "body": Look(name="VB Lời văn", align=JUSTIFIED, indent=1.27, after=6),
    "ground": Look(name="VB Căn cứ", align=JUSTIFIED, indent=1.27, after=6, italic=True),
    "subhead": Look(name="VB Đề mục", bold=True, indent=1.27, after=6, keep_with_next=True),
    "kind": Look(name="VB Tên loại", bold=True, align=CENTRED, before=14, keep_with_next=True),
    "subject": Look(name="VB Trích yếu", bold=True, align=CENTRED, keep_with_next=True),
    "centred": Look(name="VB Thẩm quyền", bold=True, align=CENTRED, before=6, after=6, keep_with_next=True),
    "parent": Look(name="VB Cơ quan chủ quản", size=12, align=CENTRED),
    "agency": Look(name="VB Cơ quan ban hành", size=12, bold=True, align=CENTRED),
    "motto": Look(name="VB Quốc hiệu", size=12, bold=True, align=CENTRED),
    "creed": Look(name="VB Tiêu ngữ", size=13, bold=True, align=CENTRED),
    "number": Look(name="VB Số, ký hiệu", size=13, align=CENTRED, before=4),
    "concerning": Look(name="VB Trích yếu công văn", size=12, align=CENTRED, before=6),
    "day": Look(name="VB Địa danh, thời gian", size=13, italic=True, align=CENTRED, before=4),
    "to": Look(name="VB Kính gửi", align=CENTRED, before=12, after=12),
    "to_many": Look(name="VB Kính gửi nhiều nơi"),
    "cell": Look(name="VB Bảng", size=12),
    "recipients": Look(name="VB Nơi nhận", size=12, bold=True, italic=True),
    "copies": Look(name="VB Nơi nhận, liệt kê", size=11),
    "signer": Look(name="VB Người ký", bold=True, align=CENTRED),
    "rule": Look(name="VB Đường kẻ", size=2, align=CENTRED),
    "annex": Look(name="VB Phụ lục", bold=True, align=CENTRED, after=3, keep_with_next=True),
    "reference": Look(name="VB Kèm theo", italic=True, align=CENTRED, keep_with_next=True),
    "page": Look(name="VB Số trang", size=13, align=CENTRED),
}


def set_font(properties: Any) -> None:
    """One font for every script, in place of the theme's."""
    fonts = properties.get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _add(document: Document, key: str, look: Look) -> None:
    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), f"vb_{key}")
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    layout = style.paragraph_format
    layout.alignment, layout.keep_with_next = look.align, look.keep_with_next
    layout.first_line_indent = Cm(look.indent)
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)


def _set_normal(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    set_font(defaults.find(qn("w:rPr")))
    normal = document.styles["Normal"]
    set_font(normal.element.get_or_add_rPr())
    normal.font.size = Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1
    normal.paragraph_format.widow_control = True


def new_document() -> Document:
    """An empty document with these styles and the language set to Vietnamese."""
    document = docx.Document()
    _set_normal(document)
    for key, look in LOOKS.items():
        _add(document, key, look)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    return document
