"""One list of the record for many candidates: whose each item is, and a column for each of its keys.

The items come from records, or from columns that were never Python objects; conditions see no difference.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from thidua.law.tri import Bools, Tri

Rows = NDArray[np.int64]
Numbers = NDArray[np.int64]
Days = NDArray[np.datetime64]
Flags = NDArray[np.int8]
NONE = np.iinfo(np.int64).min  # no number is written
UNSAID = -1  # neither true nor false is written


@dataclass(frozen=True, slots=True)
class Words:
    """A column of words, as positions in a short list; -1 where nothing is written, or something else."""

    codes: NDArray[np.int32]
    words: tuple[str, ...]

    @classmethod
    def of(cls, values: Sequence[str | None]) -> "Words":
        words = tuple(dict.fromkeys(value for value in values if value is not None))
        codes = [-1 if value is None else words.index(value) for value in values]
        return cls(np.array(codes, dtype=np.int32), words)

    @property
    def known(self) -> Bools:
        return self.codes >= 0

    def be(self, word: str) -> Bools:
        if word not in self.words:
            return np.zeros(len(self.codes), dtype=np.bool_)
        same: Bools = self.codes == np.int32(self.words.index(word))
        return same

    def among(self, wanted: Iterable[str]) -> Bools:
        allowed = frozenset(wanted)
        member: Bools = np.array([*(word in allowed for word in self.words), False])[self.codes]
        return member

    def places(self, scale: Mapping[str, int]) -> Numbers:
        """Where each word stands on a scale; -1 where nothing is written, or something else."""
        return np.array([*(scale.get(word, -1) for word in self.words), -1], dtype=np.int64)[self.codes]


class Items(Protocol):
    """`row` names the candidate of each item; `known` the candidates whose list is complete."""

    row: Rows
    known: Bools

    # What was worked out from the columns, by name, for those who ask again.
    derived: dict[object, Any]

    def words(self, key: str) -> Words: ...
    def numbers(self, key: str) -> Numbers: ...
    def days(self, key: str) -> Days: ...
    def flags(self, key: str) -> Flags: ...


Found = TypeVar("Found")


def once(items: Items, name: object, make: Callable[[], Found]) -> Found:
    """Worked out the first time it is asked for."""
    if name not in items.derived:
        items.derived[name] = make()
    return cast("Found", items.derived[name])


@dataclass(slots=True)
class StatedItems:
    """Items read from records."""

    row: Rows
    known: Bools
    stated: Sequence[Any]
    derived: dict[object, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, lists: Sequence[Sequence[Any] | None]) -> "StatedItems":
        row = [n for n, items in enumerate(lists) for _ in items or ()]
        stated = [item for items in lists for item in items or ()]
        known = np.array([items is not None for items in lists], dtype=np.bool_)
        return cls(np.array(row, dtype=np.int64), known, stated)

    def _read(self, key: str, shape: Callable[[list[Any]], Found]) -> Found:
        return once(self, key, lambda: shape([getattr(item, key) for item in self.stated]))

    def words(self, key: str) -> Words:
        return self._read(key, Words.of)

    def numbers(self, key: str) -> Numbers:
        return self._read(key, numbers_of)

    def days(self, key: str) -> Days:
        return self._read(key, days_of)

    def flags(self, key: str) -> Flags:
        return self._read(key, flags_of)


def numbers_of(values: Sequence[int | None]) -> Numbers:
    return np.array([NONE if value is None else value for value in values], dtype=np.int64)


def days_of(values: Sequence[date | None]) -> Days:
    return np.array(values, dtype="datetime64[D]")


def flags_of(values: Sequence[bool | None]) -> Flags:
    return np.array([UNSAID if value is None else value for value in values], dtype=np.int8)


def year_of(days: Days) -> Numbers:
    years: Numbers = days.astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where(np.isnat(days), NONE, years)


def stated(flags: Flags) -> Tri:
    return Tri(flags == 1, flags == 0)


def every(items: Items, each: Tri) -> Tri:
    """No where one item is no, yes where all are yes, as they are where there are none."""
    n = len(items.known)
    has_no = _marked(items.row[each.no], n)
    has_doubt = _marked(items.row[~(each.yes | each.no)], n)
    return Tri(~(has_no | has_doubt), has_no)


def some(items: Items, each: Tri) -> Tri:
    return ~every(items, ~each)


def _marked(rows: Rows, n: int) -> Bools:
    marks = np.zeros(n, dtype=np.bool_)
    marks[rows] = True
    return marks


def totals(items: Items, amounts: Numbers, where: Bools) -> Numbers:
    """The sum of the amounts of each candidate."""
    sums = np.zeros(len(items.known), dtype=np.int64)
    np.add.at(sums, items.row[where], amounts[where])
    return sums


def having(items: Items, where: Bools) -> Bools:
    """The candidates with such an item."""
    return _marked(items.row[where], len(items.known))
