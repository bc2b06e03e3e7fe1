"""The template of a list, and the lines that were not taken with the column "Lỗi"."""

from collections.abc import Iterator
from typing import BinaryIO

from thidua.documents.spreadsheet import SheetColumn, Value, write_xlsx, xlsx_bytes
from thidua.modules.intake.kinds import Kind, RowStatus
from thidua.modules.intake.models import Intake
from thidua.modules.intake.sealing import opened

ERROR, WIDTH = "Lỗi", 24


def template(kind: Kind) -> bytes:
    """Titles and one example, which is to be written over."""
    heads = [SheetColumn(column.title, width=WIDTH) for column in kind.columns]
    return xlsx_bytes(heads, [[column.example for column in kind.columns]], name=str(kind.label))


def errors(intake: Intake, target: BinaryIO) -> int:
    """The same columns as in the file, with what is wrong at the end; says how many lines they are."""
    titles = _distinct([*intake.header, ERROR])
    heads = [SheetColumn(title, width=WIDTH) for title in titles[:-1]] + [SheetColumn(titles[-1], width=60)]
    write_xlsx(heads, _wrong(intake), target, name=ERROR)
    return int(intake.counts.get(RowStatus.WRONG, 0))


def _wrong(intake: Intake) -> Iterator[list[Value]]:
    width = len(intake.header)
    for row in intake.rows.filter(status=RowStatus.WRONG).order_by("n").iterator():
        texts = opened(row).texts[:width]
        yield [*texts, *[""] * (width - len(texts)), row.errors]


def _distinct(titles: list[str]) -> list[str]:
    """A sheet has each title once, and none that is empty."""
    found: list[str] = []
    for place, title in enumerate(titles, 1):
        name = title or f"({place})"
        found.append(name if name not in found else f"{name} ({place})")
    return found
