"""Who is compared: the facts of many candidates, wherever they came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Protocol

import numpy as np

from thidua.law.facts import Title
from thidua.law.items import Flags, Items, Numbers, StatedItems, Words, flags_of, numbers_of
from thidua.law.question import Question


class Sheet(Protocol):
    """A column is named as in a record ("training", "collective.members") or is the candidate's "group"."""

    def __len__(self) -> int: ...
    def items(self, name: str) -> Items: ...
    def words(self, column: str) -> Words: ...
    def numbers(self, column: str) -> Numbers: ...
    def flags(self, column: str) -> Flags: ...
    def proposed(self) -> Items: ...


@dataclass(slots=True)
class QuestionSheet:
    """Candidates given one by one."""

    rows: Sequence[Question]
    _items: dict[str, StatedItems] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def items(self, name: str) -> Items:
        if name not in self._items:
            self._items[name] = StatedItems.of([getattr(row.record, name) for row in self.rows])
        return self._items[name]

    def words(self, column: str) -> Words:
        return Words.of([getattr(row, column) for row in self.rows])

    def numbers(self, column: str) -> Numbers:
        read = attrgetter(column)
        return numbers_of([read(row.record) for row in self.rows])

    def flags(self, column: str) -> Flags:
        read = attrgetter(column)
        return flags_of([read(row.record) for row in self.rows])

    def proposed(self) -> Items:
        """Titles proposed in the same file, for the year asked."""
        return StatedItems.of(
            [[Title(code, row.year or 0) for code in sorted(row.provisional)] for row in self.rows]
        )


def nothing(n: int, *, known: bool) -> StatedItems:
    """An empty list for everybody, or a list nobody knows."""
    return StatedItems(np.zeros(0, dtype=np.int64), np.full(n, known), ())
