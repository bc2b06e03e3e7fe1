"""Candidates as columns, made when a condition asks for them. One candidate is a table of one row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from thidua.law import columns
from thidua.law.question import By, Question
from thidua.law.record import Record
from thidua.law.series import Series, build, either
from thidua.law.tri import Tri


@dataclass(slots=True)
class Table:
    """Rows share honour, day, year and ground; everything else is a column."""

    rows: Sequence[Question]
    on: date
    year: int | None
    by: By | None
    _series: dict[str, Series] = field(default_factory=dict)

    @classmethod
    def of(cls, questions: Sequence[Question]) -> "Table":
        first = questions[0]
        return cls(questions, first.on, first.year, first.by)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def base(self) -> int:
        """The year of bit 0."""
        return self.on.year

    def asked(self) -> int:
        """The year the honour is for; without one, the year before the day of the question."""
        return self.year if self.year is not None else self.on.year - 1

    def series(self, name: str) -> Series:
        """A yearly fact: "title:CSTDCS", "grade:good", or two joined by "|" for either."""
        if name not in self._series:
            self._series[name] = self._make(name)
        return self._series[name]

    def _make(self, name: str) -> Series:
        if "|" in name:
            first, _, rest = name.partition("|")
            return either(self.series(first), self.series(rest))
        return build([columns.occurrences(row, name) for row in self.rows], self.base)

    def number(self, read: Callable[[Record], int | None]) -> tuple[NDArray[np.int64], Tri]:
        """A whole number per row, and whether it is known."""
        values = [read(row.record) for row in self.rows]
        known = np.array([value is not None for value in values])
        return np.array([value or 0 for value in values], dtype=np.int64), Tri(known, ~known)

    def truth(self, read: Callable[[Record], bool | None]) -> Tri:
        values = [read(row.record) for row in self.rows]
        return Tri(
            np.array([value is True for value in values]),
            np.array([value is False for value in values]),
        )
