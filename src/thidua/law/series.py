"""Yearly facts as 64-bit masks: bit k is the year k years before the base year.

What can happen several times in a year is kept in planes: plane j has bit k when it happened at least
j + 1 times in that year. Each mask comes twice: what is sure, and what is possible.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Masks = NDArray[np.uint64]
Counts = NDArray[np.int64]
OLDEST = 61
ALL = np.uint64((1 << (OLDEST + 1)) - 1)
ONE = np.uint64(1)
MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A fact of a year; None is a year nobody knows."""

    year: int | None
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """The occurrences known of one candidate; `is_open` when there may be others."""

    items: Sequence[Occurrence] = ()
    is_open: bool = False


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


def build(rows: Sequence[Row], base: int) -> Series:
    """Masks from the occurrences of each candidate."""
    counted = [_counts(row.items, base) for row in rows]
    depth = max((n for sure, possible in counted for n in possible.values()), default=0)
    shape = (max(depth, 1), len(rows))
    sure, possible = np.zeros(shape, np.uint64), np.zeros(shape, np.uint64)
    for column, (certain, any_) in enumerate(counted):
        _fill(sure[:, column], certain)
        _fill(possible[:, column], any_)
    undated = np.array([_undated(row.items) for row in rows], dtype=np.int64)
    return Series(sure, possible, undated, np.array([row.is_open for row in rows]))


def _undated(row: Sequence[Occurrence]) -> int:
    return sum(1 for item in row if item.year is None)


def _counts(row: Sequence[Occurrence], base: int) -> tuple[dict[int, int], dict[int, int]]:
    """How often in each year before the base, checked facts apart; later years are not yet facts."""
    sure: dict[int, int] = {}
    possible: dict[int, int] = {}
    for item in row:
        if item.year is None or item.year > base:
            continue
        bit = min(base - item.year, OLDEST)
        possible[bit] = possible.get(bit, 0) + 1
        if item.checked:
            sure[bit] = sure.get(bit, 0) + 1
    return sure, possible


def _fill(planes: Masks, counts: dict[int, int]) -> None:
    for bit, times in counts.items():
        planes[:times] |= np.uint64(1 << bit)


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
