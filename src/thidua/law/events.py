"""What happened to which candidate in which year, and the masks made of it."""

from dataclasses import dataclass

import numpy as np

from thidua.law.items import NONE, Rows
from thidua.law.masks import NEVER, OLDEST, ONE, Counts, Masks, how_many
from thidua.law.tri import Bools


@dataclass(frozen=True, slots=True)
class Events:
    """What happened to which candidate: the bit of its year, none for a year still to come."""

    row: Rows
    bit: Masks
    undated: Bools | None  # the year is not known; None where every year is
    checked: Bools | None  # compared with its source; None where all were

    @classmethod
    def of(cls, row: Rows, year: Counts, checked: Bools, base: int) -> "Events":
        undated = year == NONE
        ago = np.minimum(base - year, OLDEST).astype(np.uint64)
        bit = np.where(undated | (year > base), NEVER, ONE << (ago & np.uint64(63)))
        return cls(row, bit, undated if undated.any() else None, None if checked.all() else checked)

    def only(self, wanted: Bools) -> "Events":
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

    def without_year(self, n: int) -> Counts | None:
        """How many of each candidate have no year."""
        if self.undated is None:
            return None
        return np.bincount(self.row[self.undated], minlength=n)


def _or(marks: Bools | None, like: Masks, *, is_so: bool) -> Bools:
    return np.full(len(like), is_so) if marks is None else marks


def planes(row: Rows, bits: Masks, n: int) -> Masks:
    """One mask per candidate, and further ones for what happened several times in a year."""
    mask = np.zeros(n, dtype=np.uint64)
    np.add.at(mask, row, bits)
    # A sum of powers of two has as many ones as powers unless two were equal.
    if how_many(mask).sum() == np.count_nonzero(bits):
        return mask[np.newaxis]
    repeated = np.bitwise_count(mask) != np.bincount(row[bits != 0], minlength=n)
    return _with_repeats(mask, repeated & (mask != 0), row, bits)


def _with_repeats(mask: Masks, repeated: Bools, row: Rows, bits: Masks) -> Masks:
    some = repeated[row] & (bits != 0)
    row, bits = row[some], bits[some]
    order = np.lexsort((bits, row))
    row, bits = row[order], bits[order]
    again = _times_before(row, bits)
    stacked = np.zeros((int(again.max()) + 1, len(mask)), dtype=np.uint64)
    stacked[0] = np.where(repeated, NEVER, mask)
    np.add.at(stacked, (again, row), bits)
    return stacked


def _times_before(row: Rows, bits: Masks) -> Rows:
    """How many equal ones stand before each, in a sorted list."""
    places = np.arange(len(row))
    is_first = np.ones(len(row), dtype=np.bool_)
    is_first[1:] = (row[1:] != row[:-1]) | (bits[1:] != bits[:-1])
    before: Rows = places - np.maximum.accumulate(np.where(is_first, places, 0))
    return before
