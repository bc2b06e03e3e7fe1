"""The prints of the whole archive made anew: after the way of making them was changed."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from thidua.foundation.bulk import copy_values
from thidua.modules.dossiers.copies.alike import shingles_in
from thidua.modules.dossiers.copies.prints import bands_of, print_of
from thidua.modules.dossiers.models import AchievementReport, ReportPrint

BATCH = 2_000
KEPT = ("report_id", "made", "bands", "n_alike")


def sent() -> QuerySet[AchievementReport]:
    """What belongs into the archive."""
    return AchievementReport.objects.filter(candidate__dossier__sent_on__isnull=False)


def rebuild(reports: QuerySet[AchievementReport]) -> Iterator[int]:
    """How many are done, after each batch; broken off, it may begin again."""
    rows, last, n_done = reports.order_by("pk").values_list("pk", "sections"), 0, 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        n_done += _written(batch)
        yield n_done
        last = batch[-1][0]


@transaction.atomic
def _written(batch: Sequence[tuple[int, dict[str, str]]]) -> int:
    """How many were like a report when it was sent stays as it was found then."""
    older = ReportPrint.objects.filter(report__gte=batch[0][0], report__lte=batch[-1][0])
    n_alike = dict(older.values_list("report_id", "n_alike"))
    older.filter(report__pk__among=[pk for pk, _sections in batch]).delete()
    made = [row for pk, sections in batch if (row := _row(pk, sections, n_alike.get(pk, 0)))]
    copy_values(ReportPrint, KEPT, made)
    return len(made)


def _row(pk: int, sections: dict[str, str], n_alike: int) -> tuple[Any, ...] | None:
    found = shingles_in(sections)
    if not found:
        return None
    made = print_of(found)
    return pk, made, f"{{{','.join(map(str, bands_of(made)))}}}", n_alike
