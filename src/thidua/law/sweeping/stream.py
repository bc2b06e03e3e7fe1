"""Rows, of one Parquet file or from elsewhere, read forward in the order of its column `person`, a bounded number of rows at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from thidua.law.sweeping.arrow import ArrowColumns, CannotReadRows, refuse, require_type
from thidua.law.sweeping.shape import Key

AT_ONCE = 1 << 17
PERSON = Key("person", "number", is_required=True)
ORDER = "không theo thứ tự tăng dần; sắp xếp lại tệp theo cột này (ORDER BY person) rồi chạy lại"


@dataclass(frozen=True, slots=True)
class Span:
    """People after `first`, up to `last` included."""

    first: int
    last: int


EVERYBODY = Span(-(2**62), 2**62)


class Stream:
    """Rows are handed out once, each batch after the one before."""

    def __init__(
        self, name: str, batches: Iterator[pa.RecordBatch], nothing: pa.Table, span: Span, skipped: int = 0
    ) -> None:
        self.name, self.batches, self.table, self.span = name, batches, nothing, span
        self.handed_out = skipped
        self.latest = EVERYBODY.first
        self.up_to(span.first)

    def up_to(self, person: int) -> ArrowColumns:
        """The next rows, to the last one of this person."""
        while self.latest <= person and self._read():
            pass
        return self._hand_out(self._before(person, "right"))

    def rows(self, wanted: int) -> ArrowColumns:
        """About so many of the next rows, and all of those of the last person among them."""
        wanted = max(wanted, 1)
        while self._read_enough(wanted) and self._before(self.latest, "left") == 0:
            wanted *= 2
        if self.latest > self.span.last:
            return self._hand_out(self._before(self.span.last, "right"))
        is_over = len(self.table) < wanted
        return self._hand_out(self._before(self.latest, "right" if is_over else "left"))

    def _read_enough(self, wanted: int) -> bool:
        while len(self.table) < wanted:
            if not self._read():
                return False
        return True

    def _read(self) -> bool:
        batch = next(self.batches, None)
        if batch is None:
            return False
        if len(batch):
            self._require_order(batch)
            self.latest = batch.column("person")[-1].as_py()
            self.table = pa.concat_tables([self.table, pa.table(batch)])
        return True

    def _require_order(self, batch: pa.RecordBatch) -> None:
        first = self.handed_out + len(self.table)
        person = ArrowColumns(pa.table(batch), self.name, first).person
        falls = np.flatnonzero(np.diff(person, prepend=max(self.latest, EVERYBODY.first)) < 0)
        if len(falls):
            raise refuse(self.name, "person", first + int(falls[0]), ORDER)

    def _before(self, person: int, side: str) -> int:
        whose = ArrowColumns(self.table, self.name).person
        return int(np.searchsorted(whose, person, side=side))  # type: ignore[call-overload]

    def _hand_out(self, rows: int) -> ArrowColumns:
        columns = ArrowColumns(self.table.slice(0, rows), self.name, self.handed_out)
        self.table = self.table.slice(rows)
        self.handed_out += rows
        return columns


def stream(path: Path, keys: Mapping[str, Key], span: Span = EVERYBODY) -> Stream:
    """The rows of a span out of a Parquet file."""
    file = opened(path, keys)
    columns = [name for name in file.schema_arrow.names if name in keys or name == "person"]
    groups = _groups(file, span)
    batches = file.iter_batches(AT_ONCE, groups, columns, use_threads=False)
    skipped = sum(file.metadata.row_group(n).num_rows for n in range(groups[0])) if groups else 0
    return Stream(path.name, batches, file.schema_arrow.empty_table().select(columns), span, skipped)


def opened(path: Path, keys: Mapping[str, Key]) -> pq.ParquetFile:
    try:
        names = pq.read_schema(path).names
        words = [name for name in names if name in keys and keys[name].sort == "word"]
        file = pq.ParquetFile(path, read_dictionary=words)
    except (pa.ArrowInvalid, OSError) as error:
        raise CannotReadRows(f"{path}: không đọc được như tệp Parquet ({error}).") from None
    require_columns(path.name, file.schema_arrow, keys)
    return file


def require_columns(file: str, schema: pa.Schema, keys: Mapping[str, Key]) -> None:
    for key in (PERSON, *keys.values()):
        if key.name in schema.names:
            require_type(file, key, schema.field(key.name).type)
        elif key.is_required:
            raise refuse(file, key.name, None, "thiếu cột bắt buộc này")
    unknown = [name for name in schema.names if name not in keys and name != "person"]
    if unknown:
        raise refuse(file, unknown[0], None, f"không có cột này; các cột: person, {', '.join(keys)}")


def _groups(file: pq.ParquetFile, span: Span) -> list[int]:
    """The row groups that may hold somebody of the span."""
    place = file.schema_arrow.names.index("person")
    wanted = []
    for n in range(file.metadata.num_row_groups):
        known = file.metadata.row_group(n).column(place).statistics
        if known is None or not known.has_min_max or (known.max > span.first and known.min <= span.last):
            wanted.append(n)
    return wanted
