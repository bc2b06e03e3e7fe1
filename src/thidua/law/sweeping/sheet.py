"""A batch of candidates whose facts are long rows: read by the same conditions as one record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from thidua.kernel.errors import Cannot
from thidua.law.items import Days, Flags, Items, Numbers, Rows, Words
from thidua.law.sheet import nothing
from thidua.law.sweeping.plain import Columns
from thidua.law.sweeping.shape import PEOPLE, Key, shape
from thidua.law.tri import Bools

Values = TypeVar("Values", bound=NDArray[Any])


def kept(values: Values, rows: Bools | None) -> Values:
    """Those of the candidates looked at."""
    return values if rows is None else cast("Values", values[rows])


@dataclass(slots=True)
class LongItems:
    """The rows of one list; `kept` are those of the candidates looked at, None for all."""

    row: Rows
    known: Bools
    columns: Columns
    keys: Mapping[str, Key]
    kept: Bools | None = None
    _read: dict[str, Any] = field(default_factory=dict)
    derived: dict[object, Any] = field(default_factory=dict)

    def _column(self, key: str, read: Callable[[Key], Any]) -> Any:
        if key not in self._read:
            self._read[key] = read(self.keys[key])
        return self._read[key]

    def words(self, key: str) -> Words:
        found: Words = self._column(key, self.columns.words)
        return found if self.kept is None else Words(found.codes[self.kept], found.words)

    def numbers(self, key: str) -> Numbers:
        found: Numbers = self._column(key, self.columns.numbers)
        return kept(found, self.kept)

    def days(self, key: str) -> Days:
        found: Days = self._column(key, self.columns.days)
        return kept(found, self.kept)

    def flags(self, key: str) -> Flags:
        found: Flags = self._column(key, self.columns.flags)
        return kept(found, self.kept)

    def only(self, rows: Bools) -> "LongItems":
        """The items of these candidates, numbered anew."""
        kept = rows[self.row]
        row = (np.cumsum(rows) - 1)[self.row[kept]]
        return LongItems(row, self.known[rows], self.columns, self.keys, kept, self._read)


@dataclass(slots=True)
class LongSheet:
    person: Numbers
    people: Columns
    lists: Mapping[str, LongItems]
    kept: Bools | None = None

    @classmethod
    def of(cls, given: Mapping[str, Columns]) -> "LongSheet":
        """People and, by name, the lists of their records; a list that isn't there is unknown of all."""
        people = given["people"]
        person = people.person
        unknown = people.words(PEOPLE["unknown"])
        lists = {
            name: LongItems(_rows(name, person, columns), ~_says(unknown, name), columns, shape(name))
            for name, columns in given.items()
            if name != "people"
        }
        return cls(person, people, lists)

    def __len__(self) -> int:
        return len(self.person)

    def items(self, name: str) -> Items:
        return self.lists[name] if name in self.lists else nothing(len(self), known=False)

    def words(self, column: str) -> Words:
        found = self.people.words(PEOPLE[column])
        return found if self.kept is None else Words(found.codes[self.kept], found.words)

    def numbers(self, column: str) -> Numbers:
        return kept(self.people.numbers(PEOPLE[column.removeprefix("collective.")]), self.kept)

    def flags(self, column: str) -> Flags:
        return kept(self.people.flags(PEOPLE[column.removeprefix("collective.")]), self.kept)

    def proposed(self) -> Items:
        """No title counts provisionally: a sweep looks at what has been given."""
        return nothing(len(self), known=True)

    def only(self, rows: Bools) -> "LongSheet":
        """A part of the candidates."""
        if rows.all():
            return self
        lists = {name: items.only(rows) for name, items in self.lists.items()}
        return LongSheet(self.person[rows], self.people, lists, rows)


class CannotFindPerson(Cannot):
    """A row belongs to nobody: `name` is its list, `place` where it stands there."""

    def __init__(self, name: str, place: int) -> None:
        super().__init__(f"{name}: dòng {place + 1} của người không có trong people.", field=name)
        self.name, self.place = name, place


def _rows(name: str, person: Numbers, columns: Columns) -> Rows:
    """Which candidate each row belongs to."""
    whose = columns.person
    if not len(whose):
        return np.zeros(0, dtype=np.int64)
    found = _near(person, whose) if len(person) and person[-1] - person[0] < 8 * len(person) else None
    row = _search(person, whose) if found is None else found
    if row.min() < 0:
        raise CannotFindPerson(name, int(np.argmax(row < 0)))
    return row


def _near(person: Numbers, whose: Numbers) -> Rows | None:
    """By a table of the numbers between the first person and the last."""
    first = person[0]
    if whose[0] < first or whose[-1] > person[-1]:
        return None
    place = np.full(int(person[-1] - first) + 1, -1, dtype=np.int64)
    place[person - first] = np.arange(len(person))
    row: Rows = place[whose - first]
    return row


def _search(person: Numbers, whose: Numbers) -> Rows:
    if not len(person):
        return np.full(len(whose), -1)
    row = np.minimum(np.searchsorted(person, whose), len(person) - 1)
    return np.where(person[row] == whose, row, -1)


def _says(unknown: Words, name: str) -> Bools:
    return unknown.among(word for word in unknown.words if name in word.split())
