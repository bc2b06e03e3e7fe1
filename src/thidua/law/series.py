"""Yearly facts as 64-bit masks: bit k is the year k years before the base year.

What can happen several times in a year is kept in planes: plane j has bit k when it happened at least
j + 1 times in that year. Each mask comes twice: what is sure, and what is possible.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thidua.law.items import NONE, Rows

Masks = NDArray[np.uint64]
Counts = NDArray[np.int64]
OLDEST = 61
ALL = np.uint64((1 << (OLDEST + 1)) - 1)
ONE = np.uint64(1)
MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Events:
    """What happened to which candidate in which year (NONE: nobody knows), compared with its source or not."""

    row: Rows
    year: Counts
    checked: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Window:
    """The years that count, surely and possibly; `whole` also takes facts without a year."""

    sure: Masks
    possible: Masks
    whole: bool = False

    def __and__(self, other: "Window") -> "Window":
        return Window(self.sure & other.sure, self.possible & other.possible)


@dataclass(frozen=True, slots=True)
class Series:
    sure: Masks  # planes × candidates
    possible: Masks
    undated: Counts  # facts without a year
    is_open: NDArray[np.bool_]  # nothing is known: any number in any year

    @property
    def in_sure(self) -> Masks:
        """The years in which it surely happened."""
        first: Masks = self.sure[0]
        return first

    @property
    def in_possible(self) -> Masks:
        anywhere = self.is_open | (self.undated > 0)
        return np.where(anywhere, ALL, self.possible[0])

    def count(self, window: Window) -> tuple[Counts, Counts]:
        """The least and the greatest number of times within the window."""
        low = _ones(self.sure & window.sure)
        high = _ones(self.possible & window.possible) + self.undated
        if window.whole:
            low = low + self.undated
        endless = self.is_open & (window.possible != 0)
        return low, np.where(endless, MANY, high)


def _ones(planes: Masks) -> Counts:
    ones: Counts = np.bitwise_count(planes).sum(axis=0, dtype=np.int64)
    return ones


def whole(n: int) -> Window:
    everything = np.full(n, ALL)
    return Window(everything, everything, whole=True)


def build(events: Events, is_open: NDArray[np.bool_], base: int) -> Series:
    """Masks from what happened; years after the base year are not facts yet."""
    n = len(is_open)
    if not len(events.row):
        empty = np.zeros((1, n), dtype=np.uint64)
        return Series(empty, empty, np.zeros(n, dtype=np.int64), is_open)
    dated = (events.year != NONE) & (events.year <= base)
    undated = np.zeros(n, dtype=np.int64)
    np.add.at(undated, events.row[events.year == NONE], 1)
    row, checked = events.row[dated], events.checked[dated]
    bits = ONE << np.minimum(base - events.year[dated], OLDEST).astype(np.uint64)
    possible = planes(row, bits, n)
    sure = possible if checked.all() else planes(row[checked], bits[checked], n)
    return Series(_deep(sure, len(possible)), possible, undated, is_open)


def planes(row: Rows, bits: Masks, n: int) -> Masks:
    """One mask per candidate, and further ones for what happened several times in a year."""
    mask = np.zeros(n, dtype=np.uint64)
    np.add.at(mask, row, bits)
    # A sum of powers of two has as many ones as powers unless two were equal.
    repeated = np.bitwise_count(mask) != np.bincount(row, minlength=n)
    if not repeated.any():
        return mask[np.newaxis]
    return _with_repeats(mask, repeated, row, bits)


def _with_repeats(mask: Masks, repeated: NDArray[np.bool_], row: Rows, bits: Masks) -> Masks:
    some = repeated[row]
    row, bits = row[some], bits[some]
    order = np.lexsort((bits, row))
    row, bits = row[order], bits[order]
    again = _times_before(row, bits)
    stacked = np.zeros((int(again.max()) + 1, len(mask)), dtype=np.uint64)
    stacked[0] = np.where(repeated, np.uint64(0), mask)
    np.add.at(stacked, (again, row), bits)
    return stacked


def _times_before(row: Rows, bits: Masks) -> Rows:
    """How many equal ones stand before each, in a sorted list."""
    places = np.arange(len(row))
    is_first = np.ones(len(row), dtype=np.bool_)
    is_first[1:] = (row[1:] != row[:-1]) | (bits[1:] != bits[:-1])
    before: Rows = places - np.maximum.accumulate(np.where(is_first, places, 0))
    return before


def _deep(masks: Masks, depth: int) -> Masks:
    return masks if len(masks) == depth else np.pad(masks, ((0, depth - len(masks)), (0, 0)))


def either(first: Series, second: Series) -> Series:
    """A year counts when one of the two has it."""
    sure = (first.in_sure | second.in_sure)[np.newaxis]
    possible = (first.in_possible | second.in_possible)[np.newaxis]
    nothing = np.zeros(sure.shape[1], dtype=np.int64)
    return Series(sure, possible, nothing, first.is_open | second.is_open)


def before_first(mask: Masks) -> Masks:
    """Bits of the years after the earliest year in the mask (lower bits are later years)."""
    filled = mask
    for shift in (1, 2, 4, 8, 16, 32):
        filled = filled | (filled >> np.uint64(shift))
    return filled >> ONE


def after_last(mask: Masks) -> Masks:
    """Bits of the years after the latest year in the mask; all years when the mask is empty."""
    lowest = mask & (~mask + ONE)
    return np.where(mask == 0, ALL, lowest - ONE)


def last_run(mask: Masks, shift: NDArray[np.uint64] | np.uint64) -> Masks:
    """The unbroken run of years that ends `shift` years before the base year."""
    moved = mask >> shift
    return ((moved ^ (moved + ONE)) >> ONE) << shift


def runs(mask: Masks) -> Iterator[Masks]:
    """The unbroken runs of each candidate, latest first, until nobody has one left."""
    left = mask
    while left.any():
        run = left & ~(left + (left & (~left + ONE)))
        yield run
        left = left & ~run


def longest_run(mask: Masks) -> Counts:
    length = np.zeros(mask.shape, dtype=np.int64)
    left = mask
    while left.any():
        length += left != 0
        left = left & (left >> ONE)
    return length


def years_of(mask: int, base: int) -> list[int]:
    """The years of a mask, earliest first."""
    return [base - bit for bit in range(OLDEST, -1, -1) if mask >> bit & 1]
