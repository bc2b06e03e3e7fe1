from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from rustpy_xlsxwriter import write_worksheet

from thidua.documents.recognise import FileType, recognise
from thidua.documents.spreadsheet import (
    CannotReadTable,
    ColumnKind,
    SheetColumn,
    neutral,
    read_table,
    write_xlsx,
    xlsx_bytes,
)

COLUMNS = (
    SheetColumn("Họ và tên", width=30),
    SheetColumn("Số định danh"),
    SheetColumn("Ngày sinh", ColumnKind.DAY),
    SheetColumn("Tiền thưởng", ColumnKind.NUMBER),
    SheetColumn("Cập nhật", ColumnKind.INSTANT),
)
ROW = (
    "Nguyễn Thị Ánh",
    "001099000123",
    date(1999, 2, 3),
    760_000,
    datetime(2026, 6, 5, 20, 30, tzinfo=UTC),
)


def test_days_come_back_as_days_and_identity_numbers_as_text():
    read = read_table(xlsx_bytes(COLUMNS, [ROW], name="Danh sách"))
    assert read.header == tuple(column.title for column in COLUMNS)
    assert read.rows == ((*ROW[:4], datetime(2026, 6, 6, 3, 30)),)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["=1+1", "+84912345678", "-2+3", "@SUM(A1)", "|calc", "%0A"])
def test_what_looks_like_a_formula_is_neutral_and_comes_back_as_it_was(text):
    drawn = xlsx_bytes((SheetColumn("Ghi chú"),), [(text,)], name="A")
    with ZipFile(BytesIO(drawn)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert f"<t>'{text}</t>" in sheet
    assert read_table(drawn).rows == ((text,),)


def test_a_dash_for_nothing_stays_a_dash():
    assert neutral("-") == "-"


def test_decomposed_text_is_composed_both_ways():
    drawn = xlsx_bytes((SheetColumn("Tên"),), [("Nguye\u0302\u0303n",)], name="A")
    assert read_table(drawn).rows == (("Nguyễn",),)
    foreign = BytesIO()
    write_worksheet([{"Te\u0302n": "Nguye\u0302\u0303n"}], foreign)
    assert read_table(foreign.getvalue()) == read_table(drawn)


def test_rows_are_taken_as_they_are_written():
    taken = []

    def rows():
        for n in range(3):
            taken.append(n)
            yield (f"Người {n}",)

    target = BytesIO()
    write_xlsx((SheetColumn("Tên"),), rows(), target, name="A")
    assert taken == [0, 1, 2]
    assert read_table(target.getvalue()).rows == (("Người 0",), ("Người 1",), ("Người 2",))


def test_two_columns_of_one_title_are_refused():
    with pytest.raises(ValueError, match="one title"):
        xlsx_bytes((SheetColumn("Tên"), SheetColumn("Tên")), [], name="A")


def test_what_is_written_is_recognised():
    assert recognise(xlsx_bytes(COLUMNS, [ROW], name="A"), "a.xlsx") is FileType.XLSX


@pytest.mark.parametrize("content", [b"", b"no table", b"PK\x03\x04 broken"])
def test_what_is_no_table_is_refused_with_what_to_do(content):
    with pytest.raises(CannotReadTable, match="Hãy mở tệp bằng Excel"):
        read_table(content)


def test_an_empty_sheet_says_so():
    with pytest.raises(CannotReadTable, match="không có dữ liệu"):
        read_table(xlsx_bytes((), [], name="A"))
