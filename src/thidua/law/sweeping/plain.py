"""Columns from plain Python values, as a database driver hands them over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from thidua.law.items import Days, Flags, Numbers, Words, days_of, flags_of, numbers_of
from thidua.law.sweeping.shape import Key


class Columns(Protocol):
    """The columns of a batch of rows; whose each row is, in ascending order, is `person`."""

    @property
    def person(self) -> Numbers: ...
    def words(self, key: Key) -> Words: ...
    def numbers(self, key: Key) -> Numbers: ...
    def days(self, key: Key) -> Days: ...
    def flags(self, key: Key) -> Flags: ...


@dataclass(frozen=True, slots=True)
class PlainColumns:
    values: Mapping[str, Sequence[Any]]

    @property
    def person(self) -> Numbers:
        return numbers_of(self.values["person"])

    def _read(self, key: Key) -> list[Any]:
        given = self.values.get(key.name)
        if given is None:
            return [key.default] * len(self.values["person"])
        return [key.default if value is None else value for value in given]

    def words(self, key: Key) -> Words:
        return Words.of(self._read(key))

    def numbers(self, key: Key) -> Numbers:
        return numbers_of(self._read(key))

    def days(self, key: Key) -> Days:
        return days_of(self._read(key))

    def flags(self, key: Key) -> Flags:
        return flags_of(self._read(key))
