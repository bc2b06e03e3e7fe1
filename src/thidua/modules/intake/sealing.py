"""Cells of a staged line, sealed: a list of people holds their numbers."""

import json
from dataclasses import dataclass, field
from typing import Protocol

from thidua.foundation import keys
from thidua.foundation.keys import Opener, Sealer, on_rotation
from thidua.modules.intake.models import IntakeFile, IntakeRow

WRITTEN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Cells:
    """Texts in the order of the file; `before` says what stood in a cell that was turned into Unicode."""

    texts: list[str]
    before: dict[int, str] = field(default_factory=dict)
    encoding: str = ""


class SealedLine(Protocol):
    """A staged line, or as much of it as is read."""

    @property
    def intake_id(self) -> int: ...
    @property
    def n(self) -> int: ...
    @property
    def sealed(self) -> bytes | memoryview | None: ...


def seal(intake_id: int, n: int, cells: Cells, sealer: Sealer | None = None) -> bytes:
    plain = WRITTEN.encode([cells.texts, cells.before, cells.encoding])
    return (sealer or Sealer("field")).seal(plain.encode(), place=_place(intake_id, n))


def opened(row: SealedLine, opener: Opener | None = None) -> Cells:
    """Empty once the cells were deleted."""
    if row.sealed is None:
        return Cells([])
    plain = (opener or Opener()).open(bytes(row.sealed), place=_place(row.intake_id, row.n))
    texts, before, encoding = json.loads(plain)
    return Cells(texts, {int(place): text for place, text in before.items()}, encoding)


def _place(intake_id: int, n: int) -> str:
    return f"intake.row:{intake_id}:{n}"


def seal_file(intake_id: int, content: bytes) -> bytes:
    return keys.encrypt("field", content, place=f"intake.file:{intake_id}")


def opened_file(file: IntakeFile) -> bytes:
    return keys.decrypt(bytes(file.sealed), place=f"intake.file:{file.intake_id}")


@on_rotation("intake.rows")
def reseal(batch: int) -> int:
    """Seal again up to `batch` lines that older keys hold."""
    older = _older(batch)
    for row in older:
        row.sealed = seal(row.intake_id, row.n, opened(row))
    IntakeRow.objects.bulk_update(older, ["sealed"])
    return len(older)


def _older(batch: int) -> list[IntakeRow]:
    found = []
    for row in IntakeRow.objects.exclude(sealed=None).order_by("pk").iterator():
        if not keys.is_current(bytes(row.sealed or b"")):
            found.append(row)
        if len(found) == batch:
            break
    return found
