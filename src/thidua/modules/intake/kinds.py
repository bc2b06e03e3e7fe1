"""What a module says about lists of its own: columns, how a line is judged, how lines are entered and taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.foundation.permissions import Answer
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class RowStatus(models.TextChoices):
    """What will be done with a line."""

    NEW = "new", _("to be entered")
    NEAR = "near", _("perhaps there already")
    THERE = "there", _("there already")
    WRONG = "wrong", _("with an error")


@dataclass(frozen=True, slots=True)
class Column:
    """`titles` are matched without diacritics in any order; the first is the template's."""

    name: str
    titles: tuple[str, ...]
    example: str = ""
    is_required: bool = False

    @property
    def title(self) -> str:
        return self.titles[0]


@dataclass(frozen=True, slots=True)
class Setting:
    """For whom, by whom and when a list is judged or entered."""

    organisation: Organisation
    actor: Actor
    on: date
    now: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file, as Excel numbers it; texts by the names of the columns that were found."""

    n: int
    cells: dict[str, str]

    def text(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass(frozen=True, slots=True)
class Match:
    """A record that seems to be the same; `likeness` 100 leaves no doubt."""

    pk: int
    words: str
    likeness: int = 100


@dataclass(slots=True)
class Verdict:
    """`value` is what the kind enters; None where there is an error. `note` is told beside a line that is new."""

    value: Any = None
    errors: list[str] = field(default_factory=list)
    match: Match | None = None
    note: str = ""

    @property
    def status(self) -> RowStatus:
        if self.errors:
            return RowStatus.WRONG
        if self.match is None:
            return RowStatus.NEW
        return RowStatus.THERE if self.match.likeness == SURE else RowStatus.NEAR


SURE = 100
# Judges lines in the order of the file, a few thousand at once, with a constant number of queries each time.
Judge: TypeAlias = Callable[[Sequence[Line]], list[Verdict]]


SOMEBODY_ELSE = _("Is somebody else: enter all the same")


@dataclass(frozen=True, slots=True)
class Kind:
    """`undo` takes the ids that `enter` gave, or raises Cannot; without it, what was entered stays.

    `near` names a line that the officer is to look at, `doubt` is what he states when he ticks it.
    """

    code: str
    label: str | Promise
    note: str | Promise
    columns: tuple[Column, ...]
    may: Callable[[Actor, int | None], Answer]
    judge: Callable[[Setting], Judge]
    enter: Callable[[Setting, Sequence[Any]], list[int]]
    undo: Callable[[Setting, Sequence[int]], None] | None = None
    after: str = "home"
    near: str | Promise = RowStatus.NEAR.label
    doubt: str | Promise = SOMEBODY_ELSE

    def label_of(self, status: RowStatus) -> str:
        return str(self.near if status == RowStatus.NEAR else status.label)
