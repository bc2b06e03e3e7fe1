"""Approved lines are judged once more and entered, all in one transaction; and taken back as a whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from thidua.kernel.errors import Cannot
from thidua.modules.intake.kinds import Kind, RowStatus, Setting, Verdict
from thidua.modules.intake.models import Intake, IntakeRow
from thidua.modules.intake.offered import kind_called
from thidua.modules.intake.staging import CHUNK, lines_of
from thidua.modules.intake.ticking import Ticker

MADE = """UPDATE intake_intakerow AS row SET object_id = made.pk
    FROM unnest(%s::bigint[], %s::bigint[]) AS made (row, pk) WHERE row.id = made.row"""


class CannotEnterList(Cannot):
    """Something has changed since the list was checked."""


class Approved(NamedTuple):
    """As much of a staged line as entering it takes."""

    pk: int
    intake_id: int
    n: int
    is_kept: bool
    sealed: bytes | None


def enter(intake: Intake, setting: Setting) -> int:
    """Says how many were entered. Raises Cannot or Stopped: then nothing was."""
    kind = kind_called(intake.kind)
    judge = kind.judge(setting)
    n_entered = 0
    with Ticker(intake.pk, _approved(intake).count()) as ticker:
        for chunk in _chunks(intake):
            verdicts = judge(lines_of(intake, chunk))
            n_entered += _entered(kind, setting, chunk, verdicts)
            ticker.tick(n_entered)
    return n_entered


def _approved(intake: Intake) -> QuerySet[IntakeRow]:
    kept = Q(status=RowStatus.NEAR, is_kept=True)
    return IntakeRow.objects.filter(Q(status=RowStatus.NEW) | kept, intake=intake)


def _chunks(intake: Intake) -> Iterator[list[Approved]]:
    """In the order of the file; only so many lines are held at once."""
    rows, last = _approved(intake).order_by("n").values_list(*Approved._fields), 0
    while chunk := [Approved(*row) for row in rows.filter(n__gt=last)[:CHUNK]]:
        yield chunk
        last = chunk[-1].n


def _entered(kind: Kind, setting: Setting, rows: Sequence[Approved], verdicts: Sequence[Verdict]) -> int:
    for row, verdict in zip(rows, verdicts, strict=True):
        if verdict.errors or not _is_still_new(row, verdict):
            raise CannotEnterList(
                _("Row %(n)s has changed since the list was checked (%(why)s). Read the list again.")
                % {"n": row.n, "why": " ".join(verdict.errors) or (verdict.match and verdict.match.words)}
            )
    ids = kind.enter(setting, [verdict.value for verdict in verdicts])
    with connection.cursor() as cursor:
        cursor.execute(MADE, [[row.pk for row in rows], ids])
    return len(ids)


def _is_still_new(row: Approved, verdict: Verdict) -> bool:
    """A line that was approved as somebody else may still be alike, but not the very same."""
    if verdict.match is None:
        return True
    return row.is_kept and verdict.status is RowStatus.NEAR


def undo(intake: Intake, setting: Setting) -> int:
    """Says how many records went."""
    kind = kind_called(intake.kind)
    assert kind.undo is not None  # else policy has refused
    made = IntakeRow.objects.filter(intake=intake, object_id__isnull=False).order_by("n")
    # Lines may have made one record together.
    ids = list(dict.fromkeys(pk for pk in made.values_list("object_id", flat=True) if pk is not None))
    kind.undo(setting, ids)
    return len(ids)
