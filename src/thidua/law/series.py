"""Yearly facts of many candidates, each kept as masks of years.

What can happen several times in a year is kept in planes: plane j has bit k when it happened at least
j + 1 times in that year. Each mask comes twice, what is sure and what is possible: as one and the same
array where everything is known, so that what follows from it is worked out once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from thidua.law.events import Events, planes
from thidua.law.items import Rows
from thidua.law.masks import ALL, Counts, Masks, how_many
from thidua.law.tri import Bools

MANY = 1_000_000
Given = TypeVar("Given")
Found = TypeVar("Found")
Column = TypeVar("Column", bound=NDArray[Any])


@dataclass(frozen=True, slots=True)
class Window:
    """Years, surely and possibly: of each candidate or, as a single mask, the same for all.

    `whole` also takes facts without a year.
    """

    sure: Masks
    possible: Masks
    whole: bool = False

    @property
    def is_certain(self) -> bool:
        return self.possible is self.sure

    def __and__(self, other: "Window") -> "Window":
        sure = self.sure & other.sure
        if self.is_certain and other.is_certain:
            return Window(sure, sure)
        return Window(sure, self.possible & other.possible)


def of_all(years: int, *, whole: bool = False) -> Window:
    """The same years for everybody."""
    mask = np.array(years & int(ALL), dtype=np.uint64)
    return Window(mask, mask, whole)


WHOLE = of_all(int(ALL), whole=True)


def both(make: Callable[[Given], Found], sure: Given, possible: Given) -> tuple[Found, Found]:
    """What follows from each half; worked out once where they are the same."""
    first = make(sure)
    return first, first if possible is sure else make(possible)


@dataclass(frozen=True)
class Series:
    sure: Masks  # planes × candidates
    possible: Masks
    undated: Counts | None = None  # facts without a year, checked or not; None where every fact has one
    undated_sure: Counts | None = None  # those of them that were checked
    is_open: Bools | None = None  # nothing is known: any number in any year; None where something is, of all

    @cached_property
    def is_certain(self) -> bool:
        return self.possible is self.sure and self.vague is None

    @cached_property
    def vague(self) -> Bools | None:
        """Those of whom it may have happened in any year."""
        if self.undated is None or self.is_open is None:
            return self.is_open if self.undated is None else self.undated > 0
        return self.is_open | (self.undated > 0)

    @cached_property
    def in_sure(self) -> Masks:
        """The years in which it surely happened."""
        first: Masks = self.sure[0]
        return first

    @cached_property
    def stated(self) -> Masks:
        """The years in which it is said to have happened, checked or not."""
        return self.in_sure if self.possible is self.sure else self.possible[0]

    @cached_property
    def in_possible(self) -> Masks:
        return self.or_any(self.stated)

    def or_any(self, years: Masks) -> Masks:
        """These years; all of them of those of whom it may have happened in any."""
        return years if self.vague is None else np.where(self.vague, ALL, years)

    def within(self, window: Window) -> Window:
        """The years of the window in which it happened."""
        return Window(self.in_sure, self.in_possible) & window

    def count(self, window: Window) -> tuple[Counts, Counts]:
        """The least and the greatest number of times within the window."""
        low = self.least(window.sure)
        if window.whole and self.undated_sure is not None:
            low += self.undated_sure
        return low, low if self.is_certain and window.is_certain else self.most(window.possible)

    def least(self, years: Masks) -> Counts:
        return _times(self.sure, years)

    def most(self, years: Masks) -> Counts:
        high = _times(self.possible, years)
        if self.undated is not None:
            high += self.undated
        return high if self.is_open is None else np.where(self.is_open & (years != 0), MANY, high)

    def only(self, rows: Rows) -> "Series":
        sure = self.sure[:, rows]
        return Series(
            sure,
            sure if self.possible is self.sure else self.possible[:, rows],
            _at(rows, self.undated),
            _at(rows, self.undated_sure),
            _at(rows, self.is_open),
        )


def _at(rows: Rows, column: Column | None) -> Column | None:
    return None if column is None else cast("Column", column[rows])


def _times(planes: Masks, years: Masks) -> Counts:
    total = how_many(planes[0] & years)
    for plane in planes[1:]:
        total += np.bitwise_count(plane & years)
    return total


def build(events: Events, known: Bools) -> Series:
    """Masks from what happened to candidates whose list is known, or is not."""
    n, is_open = len(known), None if known.all() else ~known
    if not len(events.row):
        empty = np.zeros((1, n), dtype=np.uint64)
        return Series(empty, empty, is_open=is_open)
    undated, possible = events.without_year(n), planes(events.row, events.bit, n)
    if events.checked is None:
        return Series(possible, possible, undated, undated, is_open)
    checked = events.only(events.checked)
    sure = planes(checked.row, checked.bit, n)
    return Series(_deep(sure, len(possible)), possible, undated, checked.without_year(n), is_open)


def _deep(masks: Masks, depth: int) -> Masks:
    return masks if len(masks) == depth else np.pad(masks, ((0, depth - len(masks)), (0, 0)))


def of_columns(held: NDArray[np.bool_], last: int) -> Series:
    """Masks from a column for each year, the earliest first; the last year lies so many before the base."""
    mask = np.zeros(held.shape[1], dtype=np.min_scalar_type((1 << len(held)) - 1))
    for year in held.view(np.uint8):
        mask += mask
        mask |= year
    plane = mask[np.newaxis].astype(np.uint64)
    plane <<= np.uint64(last)
    plane &= ALL
    return Series(plane, plane)


def either(first: Series, second: Series) -> Series:
    """A year counts when one of the two has it."""
    joined = _either(first.in_sure, second.in_sure)
    if first.is_certain and second.is_certain:
        return Series(joined, joined)
    possible = _either(first.in_possible, second.in_possible)
    return Series(joined, possible, is_open=_open_in_either(first.is_open, second.is_open))


def _either(first: Masks, second: Masks) -> Masks:
    joined: Masks = (first | second)[np.newaxis]
    return joined


def _open_in_either(first: Bools | None, second: Bools | None) -> Bools | None:
    if first is None or second is None:
        return second if first is None else first
    return first | second
