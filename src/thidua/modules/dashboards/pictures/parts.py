"""What a picture is: a question to the records, asked seldom, and how its answer is drawn in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language

from thidua.foundation.charts import Chart
from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Closure
from thidua.modules.rulebook import api as rulebook

# Rows of text and whole numbers, as they are kept.
Facts: TypeAlias = list[list[Any]]
# As many bars as one reads; the rest is in the list behind.
MOST = 20


@dataclass(frozen=True)
class Scope:
    """A body and all below it on a day, in a year."""

    body_id: int
    year: int
    on: date

    @cached_property
    def units(self) -> QuerySet[Closure, int]:
        """Ids, as a subquery; the body itself among them."""
        below = Closure.objects.filter(in_force(self.on), ancestor=self.body_id)
        return below.values_list("descendant", flat=True)


@dataclass(frozen=True, slots=True)
class Picture:
    """`definition` says what is counted; `behind` is the screen where the rows themselves are read."""

    code: str
    title: str | Promise
    definition: str | Promise
    behind: str
    ask: Callable[[Scope], Facts]
    draw: Callable[[Facts, int], Chart]


def name_of_honour(code: str) -> str:
    """Short, as it stands on an axis."""
    found = rulebook.find_honour(code)
    if found is None:
        return code
    return found.name_en if get_language() == "en" else found.short_vi


def rank_of_honour(code: str) -> int:
    """The highest first; what the catalogue lacks last."""
    found = rulebook.find_honour(code)
    return found.rank if found else 10_000
