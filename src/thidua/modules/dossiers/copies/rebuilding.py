"""The prints of the whole archive made anew: after the way of making them was changed."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import django
from django.db import transaction
from django.db.models import QuerySet

from thidua.foundation.bulk import copy_values
from thidua.modules.dossiers.copies.alike import shingles_in
from thidua.modules.dossiers.copies.prints import bands_of, print_of
from thidua.modules.dossiers.models import AchievementReport, ReportPrint

BATCH = 1_000
KEPT = ("report_id", "made", "bands", "n_alike")
Sections = dict[str, str]


def sent() -> QuerySet[AchievementReport]:
    """What belongs into the archive."""
    return AchievementReport.objects.filter(candidate__dossier__sent_on__isnull=False)


def all_cores() -> ProcessPoolExecutor:
    """Processes that make prints; none of them asks the database anything."""
    return ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"), initializer=django.setup)


def rebuild(reports: QuerySet[AchievementReport], pool: Executor | None = None) -> Iterator[int]:
    """How many are done, after each batch; broken off, it may begin again."""
    n_done, waiting = 0, deque[tuple[list[int], Callable[[], list[bytes]]]]()
    ahead = 2 * (os.cpu_count() or 1) if pool else 0
    for ids, texts in _batches(reports):
        waiting.append((ids, _asked(texts, pool)))
        while len(waiting) > ahead:
            n_done += _written(*waiting.popleft())
            yield n_done
    while waiting:
        n_done += _written(*waiting.popleft())
        yield n_done


def _batches(reports: QuerySet[AchievementReport]) -> Iterator[tuple[list[int], list[Sections]]]:
    rows, last = reports.order_by("pk").values_list("pk", "sections"), 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        yield [pk for pk, _sections in batch], [sections for _pk, sections in batch]
        last = batch[-1][0]


def _asked(texts: list[Sections], pool: Executor | None) -> Callable[[], list[bytes]]:
    return pool.submit(prints_of, texts).result if pool else lambda: prints_of(texts)


def prints_of(texts: Sequence[Sections]) -> list[bytes]:
    """Empty where a text is too short to be compared."""
    found = map(shingles_in, texts)
    return [print_of(one) if one else b"" for one in found]


@transaction.atomic
def _written(ids: Sequence[int], made: Callable[[], list[bytes]]) -> int:
    """How many were like a report when it was sent stays as it was found then."""
    rows = [(pk, one) for pk, one in zip(ids, made(), strict=True) if one]
    older = ReportPrint.objects.filter(report__pk__among=ids)
    n_alike = dict(older.values_list("report_id", "n_alike"))
    older.delete()
    copy_values(ReportPrint, KEPT, (_row(pk, one, n_alike.get(pk, 0)) for pk, one in rows))
    return len(rows)


def _row(pk: int, made: bytes, n_alike: int) -> tuple[Any, ...]:
    return pk, made, f"{{{','.join(map(str, bands_of(made)))}}}", n_alike
