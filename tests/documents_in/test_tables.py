"""Reading tables: each kind of file gives the same rows; what is damaged, hostile or too large is refused."""

import zipfile
from io import BytesIO

import pytest
from docx import Document

from thidua.documents.legacy import Encoding, encode
from thidua.documents.spreadsheet import CannotReadTable, SheetColumn, xlsx_bytes
from thidua.documents.tables import read_sheet

HEAD = ("Họ và tên", "Năm sinh")
ROWS = [("Nguyễn Văn Đức", "1980"), ("Trần Thị Ánh", "1991")]


def excel(rows=ROWS) -> bytes:
    return xlsx_bytes([SheetColumn(title) for title in HEAD], rows, name="Danh sách")


def separated(sign: str) -> str:
    return "\r\n".join(sign.join(row) for row in [HEAD, *ROWS])


def word() -> bytes:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for row in [HEAD, *ROWS]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    target = BytesIO()
    document.save(target)
    return target.getvalue()


FILES = {
    "a.xlsx": excel(),
    "a.csv": separated(",").encode(),
    "b.csv": separated(";").encode("utf-16"),
    "c.csv": separated("\t").encode("utf-8-sig"),
    "a.docx": word(),
}


@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_gives_the_same_rows(name):
    sheet = read_sheet(FILES[name], name)
    assert sheet.header == HEAD
    assert [line.cells for line in sheet.lines] == ROWS
    assert sheet.changes == ()


@pytest.mark.parametrize("encoding", [Encoding.TCVN3, Encoding.VNI, Encoding.VISCII, Encoding.CP1258])
def test_cells_of_old_encodings_are_reread_and_told(encoding):
    sheet = read_sheet(excel([(encode(name, encoding), year) for name, year in ROWS]), "a.xlsx")
    assert [line.cells for line in sheet.lines] == ROWS
    assert [(change.n, change.after, change.encoding) for change in sheet.changes] == [
        (2, "Nguyễn Văn Đức", encoding),
        (3, "Trần Thị Ánh", encoding),
    ]


def test_bytes_without_any_mark_are_told_cell_by_cell():
    typed = "\n".join(";".join(encode(cell, Encoding.TCVN3) for cell in row) for row in [HEAD, *ROWS])
    assert [line.cells for line in read_sheet(typed.encode("cp1252"), "a.csv").lines] == ROWS


def bomb() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(excel())) as good, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bad:
        for part in good.namelist():
            bad.writestr(part, good.read(part))
        bad.writestr("xl/media/big.bin", bytes(60 * 1024 * 1024))
    return target.getvalue()


def macros() -> bytes:
    target = BytesIO(excel())
    with zipfile.ZipFile(target, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.xlsx", "không có nội dung"),
        (excel()[:900], "a.xlsx", "hỏng"),
        (bomb(), "a.xlsx", "lớn bất thường"),
        (macros(), "a.xlsx", "macro"),
        (excel(), "a.xlsm", "macro"),
        (b"%PDF-1.7 x", "a.xlsx", "bị hỏng|không đúng|Không nhận"),
        (b"MZ\x90\x00", "a.csv", "không phải là bảng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "a.xls", "Không đọc được"),
        ("Họ và tên;Năm sinh\n=cmd|'/c calc'!A1;1980".encode(), "a.csv", "công thức"),
        (b"a,b\n" * 12, "a.csv", "hơn 10 dòng"),
        (b",".join([b"a"] * 120), "a.csv", "hơn 100 cột"),
        (b"\n\n", "a.csv", "không có dữ liệu"),
    ],
)
def test_what_is_damaged_hostile_or_too_large_is_refused(content, name, words):
    with pytest.raises(CannotReadTable, match=words):
        read_sheet(content, name, most_rows=10)
