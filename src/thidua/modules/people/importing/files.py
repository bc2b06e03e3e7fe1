"""The template, and the lines that were not entered with the column "Lỗi"."""

from collections.abc import Iterable

from thidua.documents.spreadsheet import SheetColumn, xlsx_bytes
from thidua.modules.people.importing.checking import Checked
from thidua.modules.people.importing.columns import COLUMNS

EXAMPLE = ("Nguyễn Thị Mẫu", "22/11/1980", "Nữ", "", "Số 1 phố Hoa Sữa")
COLUMNS_OF_FILE = [SheetColumn(title, width=24) for title in COLUMNS.values()]


def template() -> bytes:
    return xlsx_bytes(COLUMNS_OF_FILE, [EXAMPLE], name="Cá nhân")


def with_errors(rows: Iterable[Checked]) -> bytes:
    lines = [
        [*(row.cells.get(name, "") for name in COLUMNS), " ".join(row.errors)] for row in rows if row.errors
    ]
    return xlsx_bytes([*COLUMNS_OF_FILE, SheetColumn("Lỗi", width=60)], lines, name="Cá nhân")


def as_text(rows: Iterable[Checked]) -> str:
    """The lines as they were read, to be sent again when the preview is approved."""
    body = ["\t".join(row.cells.get(name, "") for name in COLUMNS) for row in rows]
    return "\n".join(["\t".join(COLUMNS.values()), *body])
