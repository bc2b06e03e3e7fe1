"""Lists of any length: keyset pages, and counts that are exact up to ten thousand."""

import base64
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from operator import attrgetter
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.formats import number_format
from django.utils.translation import gettext as _

COUNTED_TO = 10_000
PAGE_SIZE = 50
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """One page of rows; `next` and `previous` are tokens for the URL, empty at the ends."""

    rows: list[M]
    next: str = ""
    previous: str = ""


def capped_count(rows: QuerySet[Any]) -> int:
    """The number of rows, at most one more than COUNTED_TO."""
    return rows.order_by().values("pk")[: COUNTED_TO + 1].count()


@dataclass(frozen=True, slots=True)
class Counting:
    """How many rows stand under each name, as one query: nine round trips cost more than the counting.

    Made once and asked often, since making it costs more than asking.
    """

    sql: str
    params: tuple[Any, ...]

    @classmethod
    def of(cls, named: Iterable[tuple[str, QuerySet[Any]]]) -> "Counting":
        """Raises AssertionError when a list was looked up meanwhile: its rows would be remembered as they were."""
        with connection.execute_wrapper(_refused):
            counts = [
                rows.order_by().annotate(counted_as=Value(name)).values("counted_as").annotate(n=Count("pk"))
                for name, rows in named
            ]
        if not counts:
            return cls("", ())
        try:
            return cls(*counts[0].union(*counts[1:], all=True).query.sql_with_params())
        except EmptyResultSet:
            return cls("", ())

    def counts(self) -> Counter[str]:
        total: Counter[str] = Counter()
        if self.sql:
            with connection.cursor() as cursor:
                cursor.execute(self.sql, self.params)
                for name, n in cursor.fetchall():
                    total[name] += n
        return total


def _refused(_execute: Any, sql: str, *_rest: Any) -> None:
    raise AssertionError(f"A count is a query that has not been asked yet; this one was: {sql}")


def counted(rows: QuerySet[Any], by: str, of: str = "pk") -> Coalesce:
    """To annotate a list with: how many of `rows` refer by a field to each row (to its field `of`).

    Counted for the rows that are shown; a join would count for every row of the table first.
    """
    referring = rows.filter(**{by: OuterRef(of)}).order_by().values(by)
    return Coalesce(Subquery(referring.annotate(n=Count("pk")).values("n")), 0)


def count_in_words(n: int) -> str:
    if n > COUNTED_TO:
        return _("more than %(count)s") % {"count": number_format(COUNTED_TO, force_grouping=True)}
    return number_format(n, force_grouping=True)


def _token(row: Model, order: Sequence[str], *, backward: bool) -> str:
    values = [attrgetter(name.lstrip("-").replace("__", "."))(row) for name in order]
    plain = [v.isoformat() if isinstance(v, date | datetime) else v for v in values]
    return base64.urlsafe_b64encode(json.dumps([int(backward), *plain]).encode()).decode().rstrip("=")


def _read(token: str, n_values: int) -> tuple[bool, list[Any]] | None:
    """What a token says; None for one that was not made here: the list then begins anew."""
    try:
        padded = token + "=" * (-len(token) % 4)
        backward, *values = json.loads(base64.urlsafe_b64decode(padded.encode()))
    except (ValueError, TypeError):
        return None
    scalars = all(isinstance(v, str | int | float) for v in values)
    return (bool(backward), values) if len(values) == n_values and scalars else None


def _beyond(order: Sequence[str], values: Sequence[Any], *, backward: bool) -> Q:
    """Rows that come after the given key in the given order."""
    found = Q()
    for position, name in enumerate(order):
        field = name.lstrip("-")
        ascending = name.startswith("-") == backward
        same = {order[n].lstrip("-"): values[n] for n in range(position)}
        found |= Q(**same, **{f"{field}__{'gt' if ascending else 'lt'}": values[position]})
    first = order[0].lstrip("-")
    reach = "gte" if order[0].startswith("-") == backward else "lte"
    return Q(**{f"{first}__{reach}": values[0]}) & found


def _turned(order: Sequence[str]) -> list[str]:
    return [name[1:] if name.startswith("-") else f"-{name}" for name in order]


def keyset(rows: QuerySet[M], *, order: Sequence[str], token: str = "", size: int = PAGE_SIZE) -> Page[M]:
    """One page in the given order, which must end in a unique field; columns in it are never null."""
    read = _read(token, len(order)) if token else None
    backward = bool(read and read[0])
    if read:
        rows = rows.filter(_beyond(order, read[1], backward=backward))
    found = list(rows.order_by(*(_turned(order) if backward else order))[: size + 1])
    more = len(found) > size
    found = found[:size]
    if backward:
        found.reverse()
    if not found:
        return Page([])
    has_next = more if not backward else True
    has_previous = more if backward else bool(read)
    return Page(
        found,
        next=_token(found[-1], order, backward=False) if has_next else "",
        previous=_token(found[0], order, backward=True) if has_previous else "",
    )


def every_page(rows: QuerySet[M], *, order: Sequence[str], size: int = 1_000) -> Iterator[list[M]]:
    """All rows, page by page: never more than one page in memory; asked once, the rest waits in the database."""
    found = rows.order_by(*order).iterator(chunk_size=size)
    while page := list(islice(found, size)):
        yield page
