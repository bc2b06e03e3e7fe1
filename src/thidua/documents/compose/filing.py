"""Mục lục hồ sơ."""

from dataclasses import replace

from thidua.documents.compose.parts import head, sheet, signing
from thidua.documents.letters import FiledPaper, FileIndex
from thidua.documents.sheet import Column, Paragraph, Row, Sheet, Table, Title

COLUMNS = (
    Column("TT", 1, "center"),
    Column("Tên loại và trích yếu nội dung", 6),
    Column("Tác giả, người có liên quan", 4),
    Column("Ngày", 2.9, "center"),
    Column("Tờ số", 1.4, "center"),
    Column("Ghi chú", 2.6),
)


def _row(n: int, paper: FiledPaper) -> Row:
    day = f"{paper.day:%d/%m/%Y}" if paper.day else ""
    return Row((str(n), paper.title, paper.of, day, "", paper.note))


def file_index(letter: FileIndex) -> Sheet:
    rows = tuple(_row(n, paper) for n, paper in enumerate(letter.papers, 1))
    return sheet(
        letter.head,
        "Mục lục hồ sơ",
        [
            replace(head(letter.head), number=""),
            Title("MỤC LỤC HỒ SƠ", letter.file),
            Paragraph(letter.code, "Hồ sơ số:"),
            Table(COLUMNS, rows),
            Paragraph(f"Hồ sơ gồm {len(rows):02} văn bản, tài liệu,       tờ."),
            signing(letter.signature, None),
        ],
    )
