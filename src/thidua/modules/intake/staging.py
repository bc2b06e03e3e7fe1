"""A file becomes staged lines, each judged; all of it or nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db import connection
from django.utils.translation import gettext as _

from thidua.documents.legacy import Encoding
from thidua.documents.spreadsheet import Value
from thidua.documents.tables import Change, Sheet, read_sheet
from thidua.documents.tables import Line as SheetLine
from thidua.foundation import keys
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.intake import columns
from thidua.modules.intake.kinds import Line, RowStatus, Setting, Verdict
from thidua.modules.intake.models import Intake, IntakeRow
from thidua.modules.intake.offered import kind_called
from thidua.modules.intake.sealing import Cells, SealedLine, opened, opened_file, seal
from thidua.modules.intake.ticking import Ticker

CHUNK = 2_000
# Under the titles some lists number their columns: (1) (2) (3), or A B C.
NUMBERS_OF_COLUMNS = re.compile(r"\(?(\d{1,2}|[A-ZĐ])\)?")
COPY = """COPY intake_intakerow
    (intake_id, n, status, is_reread, is_kept, sealed, errors, match_id, match_words, likeness) FROM STDIN"""
MOST_WORDS = 300


class CannotStage(Cannot):
    """The list has no lines, or lacks a column without which nothing can be entered."""


@dataclass(frozen=True, slots=True)
class Raw:
    n: int
    cells: Cells


def read(intake: Intake, setting: Setting) -> None:
    """From the file. Raises CannotReadTable, CannotStage or Stopped; the intake is saved by the caller."""
    sheet = read_sheet(opened_file(intake.file), intake.file_name)
    intake.header = [clean(title) for title in sheet.header]
    intake.mapping = columns.places(kind_called(intake.kind), intake.header)
    lines = _without_numbers(sheet)
    if not lines:
        raise CannotStage(_("Nothing stands below the titles. Fill in the list and bring it again."))
    _stage(intake, setting, _raw(lines, sheet.changes), len(lines))


def read_again(intake: Intake, setting: Setting) -> None:
    """From the staged lines, with other columns."""
    staged = [(row.n, opened(row)) for row in intake.rows.order_by("n").iterator()]
    _stage(intake, setting, (Raw(n, cells) for n, cells in staged), len(staged))


def _stage(intake: Intake, setting: Setting, raws: Iterable[Raw], n_all: int) -> None:
    kind = kind_called(intake.kind)
    IntakeRow.objects.filter(intake=intake).delete()
    judge = kind.judge(setting)
    counts: Counter[str] = Counter()
    lacks = [column.title for column in columns.lacking(kind, intake.mapping)]
    with Ticker(intake.pk, n_all) as ticker:
        for chunk in _chunks(raws):
            lines = [Line(raw.n, cells_of(raw.cells, intake.mapping)) for raw in chunk]
            verdicts = [_lacking(lacks) for _line in lines] if lacks else judge(lines)
            _write(intake.pk, chunk, verdicts)
            counts.update(verdict.status.value for verdict in verdicts)
            counts.update("reread" for raw in chunk if raw.cells.before)
            ticker.tick(sum(counts[status] for status in RowStatus.values))
    intake.counts = dict(counts)


def _lacking(titles: Sequence[str]) -> Verdict:
    words = _("No column is called “%(titles)s”: say above which one it is.") % {
        "titles": "”, “".join(titles)
    }
    return Verdict(errors=[words])


def cells_of(cells: Cells, mapping: dict[str, int]) -> dict[str, str]:
    return {name: cells.texts[place] for name, place in mapping.items() if place < len(cells.texts)}


def _without_numbers(sheet: Sheet) -> Sequence[SheetLine]:
    first = [str(cell) for cell in sheet.lines[0].cells if cell is not None] if sheet.lines else []
    numbers = len(first) > 1 and all(NUMBERS_OF_COLUMNS.fullmatch(text) for text in first)
    return sheet.lines[1:] if numbers else sheet.lines


def _raw(lines: Iterable[SheetLine], changes: Iterable[Change]) -> Iterator[Raw]:
    reread: dict[int, list[Change]] = {}
    for change in changes:
        reread.setdefault(change.n, []).append(change)
    for line in lines:
        changed = reread.get(line.n, [])
        before = {change.column: change.before for change in changed if change.encoding}
        yield Raw(line.n, Cells([_shown(cell) for cell in line.cells], before, _named(changed)))


def _named(changes: Sequence[Change]) -> str:
    return ", ".join(sorted({Encoding(change.encoding).value for change in changes}))


def _shown(value: Value) -> str:
    """As an officer writes it: 22/11/1980 and 12,5."""
    if isinstance(value, str):  # nearly all
        return clean(value)
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return "" if value is None else clean(str(value))


def _chunks(raws: Iterable[Raw]) -> Iterator[list[Raw]]:
    rest = iter(raws)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _write(intake_id: int, chunk: Sequence[Raw], verdicts: Sequence[Verdict]) -> None:
    sealer = keys.Sealer("field")
    with connection.cursor() as cursor, cursor.copy(COPY) as copy:
        for raw, verdict in zip(chunk, verdicts, strict=True):
            match = verdict.match
            copy.write_row(
                (
                    intake_id,
                    raw.n,
                    verdict.status.value,
                    bool(raw.cells.before),
                    False,
                    seal(intake_id, raw.n, raw.cells, sealer),
                    " ".join(verdict.errors),
                    match.pk if match else None,
                    (match.words if match else verdict.note)[:MOST_WORDS],
                    match.likeness if match else None,
                )
            )


def lines_of(intake: Intake, rows: Iterable[SealedLine]) -> list[Line]:
    opener = keys.Opener()
    return [Line(row.n, cells_of(opened(row, opener), intake.mapping)) for row in rows]
