"""What a detector is: a named question to the records, with its reason, threshold and owner."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.law.cite import Confidence
from thidua.modules.organisations.models import Closure, Organisation
from thidua.modules.suggestions.api import units_of

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Scope:
    """A body on a day, with the units whose records it looks through."""

    body: Organisation
    on: date

    @cached_property
    def units(self) -> QuerySet[Closure, int]:
        """Ids, as a subquery."""
        return units_of(self.body, self.on)

    @property
    def year_ago(self) -> date:
        return self.on - YEAR

    def ago(self, n_days: int) -> date:
        return self.on - timedelta(days=n_days)


@dataclass(frozen=True, slots=True)
class Sign:
    """One find: of which unit, about what (never a person's name), where it is read, how much."""

    unit: int
    subject: str
    label: str
    url: str
    measure: int


Find = Callable[[Scope, int], Iterable[Sign]]


@dataclass(frozen=True, slots=True)
class Detector:
    """`threshold` is what holds while the body has set none; `measured` says in words what is counted."""

    code: str
    title: str | Promise
    why: str | Promise
    basis: str
    confidence: Confidence
    measured: str | Promise
    threshold: int
    threshold_label: str | Promise
    owner: str | Promise
    find: Find


OWNERS: dict[str, Any] = {
    "unit": _("the unit"),
    "desk": _("the desk (bộ phận thường trực)"),
    "launcher": _("the body that launched the campaign"),
    "decider": _("the body that decided"),
    "council": _("the standing members of the council"),
}


def detector(
    *,
    title: str | Promise,
    why: str | Promise,
    basis: str,
    measured: str | Promise,
    threshold: int,
    threshold_label: str | Promise,
    owner: str,
    confidence: Confidence = Confidence.TEXT,
) -> Callable[[Find], Detector]:
    """A function that yields signs becomes a detector, called by the function's name."""

    def made(find: Find) -> Detector:
        code = find.__name__
        return Detector(
            code, title, why, basis, confidence, measured, threshold, threshold_label, OWNERS[owner], find
        )

    return made
