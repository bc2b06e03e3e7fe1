"""The copy that a person gets: a workbook to read, and the same as data for another system."""

import json
from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from thidua.modules.privacy.models import DataRequest
from thidua.modules.privacy.parts import Section

BOOK, DATA = "du-lieu-ca-nhan.xlsx", "du-lieu-ca-nhan.json"
FORBIDDEN = str.maketrans("[]:*?/\\", "       ")
MOST_TITLE, WIDEST = 28, 60


def write(row: DataRequest, sections: Sequence[Section], target: BinaryIO) -> int:
    """Gives how many records went out."""
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        packed.writestr(BOOK, _book(sections))
        packed.writestr(DATA, json.dumps(_data(row, sections), ensure_ascii=False, indent=1))
    return sum(len(section.rows) for section in sections)


def _data(row: DataRequest, sections: Sequence[Section]) -> dict[str, object]:
    return {
        "yeu_cau": row.code,
        "ngay": f"{row.received_on:%Y-%m-%d}",
        "phan": [
            {
                "ten": section.title,
                "dong": [dict(zip(section.columns, line, strict=True)) for line in section.rows],
            }
            for section in sections
        ],
    }


def _book(sections: Sequence[Section]) -> bytes:
    """One sheet for each section; everything as text, so that a number keeps its noughts."""
    file = BytesIO()
    with Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for n, section in enumerate(sections, 1):
            sheet = book.add_worksheet(f"{n}. {section.title.translate(FORBIDDEN)}"[:MOST_TITLE])
            sheet.freeze_panes(1, 0)
            for at, title in enumerate(section.columns):
                longest = max(len(line[at]) for line in section.rows)
                sheet.set_column(at, at, min(max(len(title), longest) + 2, WIDEST))
                sheet.write_string(0, at, title, head)
            for under, line in enumerate(section.rows, 1):
                for at, words in enumerate(line):
                    sheet.write_string(under, at, words, plain)
    return file.getvalue()
