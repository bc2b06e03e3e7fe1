"""What of a certificate is printed on a blank, and where a first layout puts it (that of NĐ 98/2023, Art. 104)."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.documents.letters import BlankPage, Box, CertificateOfMerit, Emblem, PlacedText, Signature
from thidua.documents.wording import legal_day
from thidua.modules.certificates.models import BlankLayout, Printer
from thidua.modules.files.api import path_of
from thidua.modules.rulebook import api as rulebook

CODE = "code"
FIELDS: dict[str, str | Promise] = {
    "decider": _("who decides"),
    "verb": _("first line (TẶNG, TRUY TẶNG…)"),
    "award": _("name of the award"),
    "name": _("honorific and name"),
    "description": _("post, unit or address"),
    "merit": _("text of the merit"),
    "decision": _("number and day of the decision"),
    "register": _("number in the register"),
    "day": _("place and day"),
    "authority": _("post of the signer"),
    "signer": _("name of the signer"),
    "check": _("code to verify, in letters"),
    CODE: _("QR code"),
}
WIDE = Box(x=36, y=0, width=225, height=12, points=18, smallest=12)
LEFT = Box(x=48, y=0, width=110, height=6, points=13, smallest=9, align="left", bold=True, italic=True)
RIGHT = Box(x=165, y=0, width=108, height=7, points=14, smallest=10)
FIRST: dict[str, Box] = {
    "name": replace(WIDE, y=104, points=26, smallest=16, bold=True, whole=True),
    "description": replace(WIDE, y=117, points=17),
    "merit": replace(WIDE, y=130, height=20),
    "decision": replace(LEFT, y=176),
    "register": replace(LEFT, y=182),
    "check": replace(LEFT, y=188),
    "day": replace(RIGHT, y=153, bold=True, italic=True),
    "signer": replace(RIGHT, y=188, points=15, bold=True),
    CODE: Box(x=24, y=174, width=20, height=20, points=10, smallest=10),
}
LARGEST = {
    "x": 500.0,
    "y": 500.0,
    "width": 500.0,
    "height": 500.0,
    "points": 72.0,
    "smallest": 72.0,
}


def as_json(boxes: Mapping[str, Box]) -> dict[str, Any]:
    return {name: asdict(box) for name, box in boxes.items()}


def boxes_of(layout: BlankLayout) -> dict[str, Box]:
    return {name: Box(**kept) for name, kept in layout.boxes.items()}


def _texts(letter: CertificateOfMerit) -> dict[str, str]:
    return {
        "decider": letter.decider.upper(),
        "verb": letter.verb,
        "award": letter.award.upper(),
        "name": f"{letter.honorific} {letter.name}".strip(),
        "description": letter.description,
        "merit": letter.merit,
        "decision": f"Số quyết định: {letter.decision_number}, {legal_day(letter.decision_day)}",
        "register": f"Số sổ vàng: {letter.golden_book}",
        "day": f"{letter.place}, {legal_day(letter.day)}",
        "authority": " ".join(letter.signature.authority),
        "signer": letter.signature.name,
        "check": f"Mã xác minh: {letter.check_code}",
    }


def page(letter: CertificateOfMerit, layout: BlankLayout, printer: Printer | None = None) -> BlankPage:
    texts, boxes = _texts(letter), boxes_of(layout)
    return BlankPage(
        width=float(layout.width),
        height=float(layout.height),
        texts=tuple(
            PlacedText(field=name, text=texts[name], box=box)
            for name, box in boxes.items()
            if name != CODE and texts[name]
        ),
        day=letter.day,
        code_url=letter.check_url,
        code_box=boxes.get(CODE),
        right=float(printer.right) if printer else 0,
        down=float(printer.down) if printer else 0,
    )


def sample(layout: BlankLayout, on: date) -> CertificateOfMerit:
    """Long words, so that a layout is tried on what is hard to place."""
    found = rulebook.find_honour(layout.honour)
    return CertificateOfMerit(
        decider=f"Chủ tịch Ủy ban nhân dân {layout.organisation.name}",
        award=found.name_vi if found else layout.honour,
        verb="TẶNG",
        honorific="Bà",
        name="Nguyễn Hoàng Phương Thảo Nguyên",
        description="Giáo viên, Trường Trung học cơ sở Phượng Hồng (mẫu thử)",
        merit="Đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt, học tốt” năm học 2025–2026",
        decision_number="1234/QĐ-UBND",
        decision_day=on,
        golden_book=1234,
        place=layout.organisation.name,
        day=on,
        signature=Signature(authority=("CHỦ TỊCH",), name="Trần Nguyễn Hoàng Minh"),
        check_url="https://example.vn/xac-minh/0000000000000000/",
        check_code="0000-0000-0000-0000",
    )


def picture_of(layout: BlankLayout) -> Emblem | None:
    """The scan of the empty blank."""
    stored = layout.picture
    if stored is None:
        return None
    form: Any = "png" if stored.media_type == "image/png" else "jpg"
    return Emblem(content=path_of(stored.sha256).read_bytes(), form=form)
