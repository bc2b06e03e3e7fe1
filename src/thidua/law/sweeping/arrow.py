"""Columns out of Arrow, checked: a wrong value is refused with its file, column, row and remedy."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from thidua.kernel.errors import Cannot
from thidua.law.items import NONE, UNSAID, Days, Flags, Numbers, Words
from thidua.law.sweeping.shape import Key, Sort


class CannotReadRows(Cannot):
    """A file of long rows isn't what the law can read."""


TYPES: dict[Sort, tuple[Callable[[pa.DataType], bool], str]] = {
    "word": (lambda kind: pa.types.is_string(kind) or pa.types.is_large_string(kind), "chữ (string)"),
    "number": (pa.types.is_integer, "số nguyên (int64)"),
    "day": (pa.types.is_date, "ngày (date32)"),
    "flag": (pa.types.is_boolean, "true/false (bool)"),
}
ARROW: dict[Sort, pa.DataType] = {
    "word": pa.dictionary(pa.int32(), pa.string()),
    "number": pa.int64(),
    "day": pa.date32(),
    "flag": pa.bool_(),
}


def refuse(file: str, column: str, row: int | None, why: str) -> CannotReadRows:
    where = f"{file}, cột «{column}»" + ("" if row is None else f", dòng {row + 1}")
    return CannotReadRows(f"{where}: {why}.", field=column)


def require_type(file: str, key: Key, kind: pa.DataType) -> None:
    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    fits, wanted = TYPES[key.sort]
    if not (fits(plain) or pa.types.is_null(plain)):
        raise refuse(file, key.name, None, f"kiểu {kind}, cần {wanted}")


@dataclass(frozen=True)
class ArrowColumns:
    """Rows of one file, from row `first` on, or at `places`; nothing is copied that needs no change."""

    table: pa.Table
    file: str
    first: int = 0
    places: Numbers | None = None
    _checked: dict[str, pa.Array | None] = field(default_factory=dict)

    def row(self, place: int) -> int:
        """Where a row stands in its file."""
        return self.first + place if self.places is None else int(self.places[place])

    @cached_property
    def person(self) -> Numbers:
        return self.numbers(Key("person", "number", is_required=True))

    def _column(self, key: Key) -> pa.Array | None:
        if key.name not in self._checked:
            self._checked[key.name] = self._check(key)
        return self._checked[key.name]

    def _check(self, key: Key) -> pa.Array | None:
        if key.name not in self.table.column_names:
            return None
        column = self.table.column(key.name).cast(ARROW[key.sort]).unify_dictionaries()
        array = column.combine_chunks()
        array = array.chunk(0) if isinstance(array, pa.ChunkedArray) else array
        if key.is_required and array.null_count:
            place = pc.index(pc.is_null(array), value=True).as_py()
            raise refuse(self.file, key.name, self.row(place), "bỏ trống; cột này bắt buộc")
        return array

    def _read(self, key: Key, blank: Any, shape: Callable[[pa.Array], Any]) -> Any:
        array = self._column(key)
        if array is None:
            return np.full(len(self.table), blank)
        return shape(array if array.null_count == 0 else pc.fill_null(array, blank))

    def require(self, keys: Iterable[Key]) -> None:
        """Every column can be read, whether a condition asks for it or not."""
        for key in keys:
            array = self._column(key)
            if array is not None and key.sort == "word":
                self._require_known(key, array)

    def words(self, key: Key) -> Words:
        array = self._column(key)
        words = [] if array is None else array.dictionary.to_pylist()
        if key.default is not None and key.default not in words:
            words.append(key.default)
        blank = -1 if key.default is None else words.index(key.default)
        if array is None:
            return Words(np.full(len(self.table), blank, dtype=np.int32), tuple(words))
        self._require_known(key, array)
        codes = array.indices if array.null_count == 0 else array.indices.fill_null(blank)
        return Words(codes.to_numpy(), tuple(words))

    def _require_known(self, key: Key, array: pa.DictionaryArray) -> None:
        if key.words is None:
            return
        wrong = [place for place, word in enumerate(array.dictionary.to_pylist()) if word not in key.words]
        for place in wrong:
            found = pc.index(array.indices, value=place).as_py()
            if found >= 0:
                word = array.dictionary[place].as_py()
                allowed = ", ".join(key.words)
                raise refuse(self.file, key.name, self.row(found), f"«{word}» không thuộc {allowed}")

    def numbers(self, key: Key) -> Numbers:
        blank = NONE if key.default is None else int(key.default)
        found: Numbers = self._read(key, blank, lambda array: array.to_numpy())
        return found

    def days(self, key: Key) -> Days:
        array = self._column(key)
        if array is None:
            return np.full(len(self.table), None, dtype="datetime64[D]")
        days: Days = array.to_numpy(zero_copy_only=False)
        return days.astype("datetime64[D]")

    def flags(self, key: Key) -> Flags:
        array = self._column(key)
        blank = UNSAID if key.default is None else int(key.default)
        if array is None:
            return np.full(len(self.table), blank, dtype=np.int8)
        flags: Flags = array.cast(pa.int8()).fill_null(blank).to_numpy()
        return flags
