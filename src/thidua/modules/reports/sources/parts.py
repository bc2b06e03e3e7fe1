"""A source of figures, and what its rows may be counted by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Closure


@dataclass(frozen=True)
class Scope:
    """A body and all below it on a day, and a time [since, until)."""

    body_id: int
    since: date
    until: date
    on: date

    @cached_property
    def units(self) -> QuerySet[Closure, int]:
        below = Closure.objects.filter(in_force(self.on), ancestor=self.body_id)
        return below.values_list("descendant", flat=True)


@dataclass(frozen=True, slots=True)
class Dimension:
    """`by` is the expression; `known` gives its closed list in order (value → words), or names those that occurred."""

    code: str
    title: str | Promise
    by: Callable[[], Any]
    known: Callable[[Iterable[str]], Mapping[str, str]]
    is_closed: bool = True
    """All values are shown, those with nothing too."""


@dataclass(frozen=True, slots=True)
class Source:
    """`rows` are what counts in a scope; `behind` names the columns of the list behind a cell."""

    code: str
    title: str | Promise
    rows: Callable[[Scope], QuerySet[Any]]
    dimensions: Mapping[str, Dimension]
    line: Callable[[Any], "Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """One row behind a cell: as the list shows it, and where it is read."""

    pk: int
    name: str
    detail: str
    where: str
    on: date | None
    url: str
