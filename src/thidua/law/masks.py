"""Years as 64-bit masks: bit k is the year k years before the base year."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Masks = NDArray[np.uint64]
Counts = NDArray[np.int64]
OLDEST = 61
ALL = np.uint64((1 << (OLDEST + 1)) - 1)
NEVER = np.uint64(0)
ONE = np.uint64(1)


def how_many(mask: Masks) -> Counts:
    return np.bitwise_count(mask).astype(np.int64)


def before_first(mask: Masks) -> Masks:
    """Bits of the years after the earliest year in the mask (lower bits are later years)."""
    filled = mask >> ONE
    for shift in (1, 2, 4, 8, 16, 32):
        filled |= filled >> np.uint64(shift)
    return filled


def after_last(mask: Masks) -> Masks:
    """Bits of the years after the latest year in the mask; all years when the mask is empty."""
    # Taking one from a mask turns its lowest bit into the ones below it.
    later = ~mask
    later &= mask - ONE
    later &= ALL
    return later


def last_run(mask: Masks, shift: Masks | np.uint64) -> Masks:
    """The unbroken run of years that ends `shift` years before the base year."""
    run = mask >> shift
    run ^= run + ONE
    run >>= ONE
    run <<= shift
    return run


def long_runs(mask: Masks, years: int) -> Masks:
    """The unbroken runs of at least so many years."""
    # After narrowing, a bit is left where a stretch of so many years begins: in no shorter run is there
    # one. Spreading each over the years of its stretch gives the whole of the longer runs back.
    steps = list(_doubling(years))
    for step in steps:
        mask = mask & (mask >> step)
    for step in steps:
        mask = mask | (mask << step)
    return mask


def _doubling(years: int) -> Iterator[np.uint64]:
    """Shifts that together lead from the first of the years to the last, none beyond what is reached before it."""
    reached = 1
    while reached < years:
        step = min(reached, years - reached)
        yield np.uint64(step)
        reached += step


def runs(mask: Masks) -> Iterator[Masks]:
    """The unbroken runs of each candidate, latest first, until nobody has one left."""
    left = mask
    while left.any():
        earlier = left & (left + (left & (~left + ONE)))
        yield left ^ earlier
        left = earlier


def longest_run(mask: Masks) -> Counts:
    """Each round takes a year off every run; who has none left drops out."""
    length: Counts = (mask != 0).astype(np.int64)
    left, rows, years = mask, np.arange(len(mask)), 1
    while len(rows):
        left = left & (left >> ONE)
        goes_on = np.flatnonzero(left != 0)
        left, rows, years = left[goes_on], rows[goes_on], years + 1
        length[rows] = years
    return length


def years_of(mask: int, base: int) -> list[int]:
    """The years of a mask, earliest first."""
    return [base - bit for bit in range(OLDEST, -1, -1) if mask >> bit & 1]
