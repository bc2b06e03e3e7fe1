"""Candidates as columns, made when a condition asks for them. One candidate is a table of one row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from thidua.law import columns
from thidua.law.items import NONE, Items, Numbers, Words, stated
from thidua.law.question import By, Question
from thidua.law.series import Series, Window, either
from thidua.law.sheet import QuestionSheet, Sheet
from thidua.law.tri import Tri

# Which initiatives are used up depends on the honour, and nothing else does.
Used = frozenset[str] | None


@dataclass(slots=True)
class Known:
    """What was worked out for many rows: tables over the same sheet, day and year may share it."""

    series: dict[tuple[str, Used], Series] = field(default_factory=dict)
    windows: dict[tuple[object, Used], Window] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """Rows share honour, day, year and ground; everything else is a column."""

    sheet: Sheet
    honour: str
    on: date
    year: int | None
    by: By | None
    # Only candidates given one by one can be explained.
    rows: Sequence[Question] = ()
    known: Known = field(default_factory=Known)

    @classmethod
    def of(cls, questions: Sequence[Question]) -> "Table":
        first = questions[0]
        return cls(QuestionSheet(questions), first.honour, first.on, first.year, first.by, questions)

    def __len__(self) -> int:
        return len(self.sheet)

    @property
    def base(self) -> int:
        """The year of bit 0."""
        return self.on.year

    def asked(self) -> int:
        """The year the honour is for; without one, the year before the day of the question."""
        return self.year if self.year is not None else self.on.year - 1

    def items(self, name: str) -> Items:
        return self.sheet.items(name)

    def words(self, column: str) -> Words:
        return self.sheet.words(column)

    def series(self, name: str) -> Series:
        """A yearly fact: "title:CSTDCS", "grade:good", or two joined by "|" for either."""
        key = (name, self._used() if name.startswith("initiative:") else None)
        if key not in self.known.series:
            self.known.series[key] = self._make(name)
        return self.known.series[key]

    def window(self, asked: object, make: Callable[[], Window]) -> Window:
        """The years that count, by what narrows them."""
        key = (asked, self._used())
        if key not in self.known.windows:
            self.known.windows[key] = make()
        return self.known.windows[key]

    def _used(self) -> Used:
        return columns.LOWER_TITLES.get(self.honour)

    def _make(self, name: str) -> Series:
        if "|" in name:
            first, _, rest = name.partition("|")
            return either(self.series(first), self.series(rest))
        return columns.read(self.sheet, name, columns.Asked(self.honour, self.base, self.year))

    def number(self, column: str) -> tuple[Numbers, Tri]:
        """A whole number per row, and whether it is known."""
        values = self.sheet.numbers(column)
        known = values != NONE
        values = values.copy()
        values[~known] = 0
        return values, Tri(known, ~known)

    def truth(self, column: str) -> Tri:
        return stated(self.sheet.flags(column))
