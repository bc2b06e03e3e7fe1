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
    """What happened to which candidate: the bit of its year, none for a year still to come."""

    row: Rows
    bit: Masks
    undated: NDArray[np.bool_] | None  # the year is not known; None where every year is
    checked: NDArray[np.bool_] | None  # compared with its source; None where all were

    @classmethod
    def of(cls, row: Rows, year: Counts, checked: NDArray[np.bool_], base: int) -> "Events":
        undated = year == NONE
        ago = np.minimum(base - year, OLDEST).astype(np.uint64)
        bit = np.where(undated | (year > base), np.uint64(0), ONE << (ago & np.uint64(63)))
        return cls(row, bit, undated if undated.any() else None, None if checked.all() else checked)

    def only(self, wanted: NDArray[np.bool_]) -> "Events":
        undated = None if self.undated is None else self.undated[wanted]
        checked = None if self.checked is None else self.checked[wanted]
        return Events(self.row[wanted], self.bit[wanted], undated, checked)

    def __add__(self, other: "Events") -> "Events":
        return Events(
            np.concatenate([self.row, other.row]),
            np.concatenate([self.bit, other.bit]),
            np.concatenate(
                [_or(self.undated, self.bit, is_so=False), _or(other.undated, other.bit, is_so=False)]
            ),
            np.concatenate(
                [_or(self.checked, self.bit, is_so=True), _or(other.checked, other.bit, is_so=True)]
            ),
        )


def _or(marks: NDArray[np.bool_] | None, like: Masks, *, is_so: bool) -> NDArray[np.bool_]:
    return np.full(len(like), is_so) if marks is None else marks


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


def build(events: Events, is_open: NDArray[np.bool_]) -> Series:
    """Masks from what happened."""
    n = len(is_open)
    undated = np.zeros(n, dtype=np.int64)
    if not len(events.row):
        empty = np.zeros((1, n), dtype=np.uint64)
        return Series(empty, empty, undated, is_open)
    if events.undated is not None:
        np.add.at(undated, events.row[events.undated], 1)
    possible = planes(events.row, events.bit, n)
    if events.checked is None:
        return Series(possible, possible, undated, is_open)
    sure = planes(events.row[events.checked], events.bit[events.checked], n)
    return Series(_deep(sure, len(possible)), possible, undated, is_open)


def planes(row: Rows, bits: Masks, n: int) -> Masks:
    """One mask per candidate, and further ones for what happened several times in a year."""
    mask = np.zeros(n, dtype=np.uint64)
    np.add.at(mask, row, bits)
    # A sum of powers of two has as many ones as powers unless two were equal.
    if _ones(mask[np.newaxis]).sum() == np.count_nonzero(bits):
        return mask[np.newaxis]
    repeated = np.bitwise_count(mask) != np.bincount(row[bits != 0], minlength=n)
    return _with_repeats(mask, repeated & (mask != 0), row, bits)


def _with_repeats(mask: Masks, repeated: NDArray[np.bool_], row: Rows, bits: Masks) -> Masks:
    some = repeated[row] & (bits != 0)
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
