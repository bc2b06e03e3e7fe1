"""A page of staged lines as the screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.modules.intake.kinds import Column, Kind, RowStatus
from thidua.modules.intake.models import Intake, IntakeRow
from thidua.modules.intake.sealing import opened

TONES = {RowStatus.NEW: "good", RowStatus.NEAR: "wait", RowStatus.THERE: "plain", RowStatus.WRONG: "bad"}
MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class ShownCell:
    title: str
    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    row: IntakeRow
    cells: list[ShownCell]
    label: str
    tone: str


def shown_columns(kind: Kind, intake: Intake) -> list[Column]:
    """Those of the file, the first few: a screen is not an Excel."""
    return [column for column in kind.columns if column.name in intake.mapping][:MOST_COLUMNS]


def shown_lines(kind: Kind, intake: Intake, rows: Sequence[IntakeRow]) -> list[ShownLine]:
    columns = shown_columns(kind, intake)
    return [_shown(kind, intake, columns, row) for row in rows]


def _shown(kind: Kind, intake: Intake, columns: Sequence[Column], row: IntakeRow) -> ShownLine:
    cells = opened(row)
    found = []
    for column in columns:
        place = intake.mapping[column.name]
        text = cells.texts[place] if place < len(cells.texts) else ""
        found.append(ShownCell(column.title, text, cells.before.get(place, "")))
    status = RowStatus(row.status)
    return ShownLine(row, found, kind.label_of(status), TONES[status])


@dataclass(frozen=True, slots=True)
class ShownTitle:
    """A title of the file and which column it is taken for."""

    place: int
    title: str
    name: str


def titles(intake: Intake) -> list[ShownTitle]:
    by_place = {place: name for name, place in intake.mapping.items()}
    return [ShownTitle(place, title, by_place.get(place, "")) for place, title in enumerate(intake.header)]
