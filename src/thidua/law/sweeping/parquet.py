"""Everybody out of Parquet, a bounded number at a time: a folder with a file per list, or one file of all."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from thidua.law.items import Numbers
from thidua.law.sweeping.arrow import ArrowColumns, CannotReadRows, refuse
from thidua.law.sweeping.shape import FILES, Key, shape
from thidua.law.sweeping.sheet import CannotFindPerson, LongSheet
from thidua.law.sweeping.stream import EVERYBODY, Span, Stream, opened, stream

PEOPLE_AT_ONCE = 50_000
ROWS_AT_ONCE = 500_000
FACT = Key("fact", "word", is_required=True, words=FILES)


def sheets(source: Path, span: Span = EVERYBODY) -> Iterator[LongSheet]:
    return checked(_folder(source, span) if source.is_dir() else _one_file(source, span))


def checked(batches: Iterator["Batch"]) -> Iterator[LongSheet]:
    for people, rows in batches:
        people.require(shape("people").values())
        _require_once(people)
        for name, columns in rows.items():
            columns.require(shape(name).values())
        sheet = _sheet(people, rows)
        if len(sheet):
            yield sheet


Batch = tuple[ArrowColumns, dict[str, ArrowColumns]]


def _folder(folder: Path, span: Span) -> Iterator[Batch]:
    files = _files_in(folder)
    people = stream(files.pop("people"), shape("people"), span)
    others = {name: stream(path, shape(name), span) for name, path in files.items()}
    while True:
        batch = people.rows(PEOPLE_AT_ONCE)
        is_over = not len(batch.table)
        # What is left belongs to nobody, and is refused as such.
        last = span.last if is_over else int(batch.person[-1])
        yield batch, {name: rows.up_to(last) for name, rows in others.items()}
        if is_over:
            return


def _files_in(folder: Path) -> dict[str, Path]:
    found = {path.stem: path for path in sorted(folder.glob("*.parquet"))}
    strangers = [path.name for name, path in found.items() if name not in FILES]
    if strangers:
        raise CannotReadRows(
            f"{folder}: không dùng tệp {', '.join(strangers)}; tên tệp là {', '.join(FILES)}."
        )
    if "people" not in found:
        raise CannotReadRows(f"{folder}: thiếu people.parquet; xem docs/law/sweep.md.")
    return found


def _one_file(path: Path, span: Span) -> Iterator[Batch]:
    yield from split(stream(path, ALL_KEYS, span), _lists_in(path))


def split(mixed: Stream, names: Collection[str]) -> Iterator[Batch]:
    """Rows of all lists, taken apart."""
    while True:
        batch = mixed.rows(ROWS_AT_ONCE)
        if not len(batch.table):
            return
        yield _part(batch, "people"), {name: _part(batch, name) for name in names if name != "people"}


# Columns that several lists share have the same type in each; what may stand in them is checked list by list.
ALL_KEYS: Mapping[str, Key] = {
    **{
        key.name: replace(key, is_required=False, default=None, words=None)
        for name in FILES
        for key in shape(name).values()
    },
    "fact": FACT,
}


def _lists_in(path: Path) -> tuple[str, ...]:
    """The lists that occur at all: the others are unknown of everybody."""
    found: set[str] = set()
    rows = 0
    for batch in opened(path, ALL_KEYS).iter_batches(1 << 20, columns=["fact"], use_threads=False):
        column = ArrowColumns(pa.table(batch), path.name, rows).words(FACT)
        found |= {column.words[code] for code in np.unique(column.codes)}
        rows += len(batch)
    return tuple(name for name in FILES if name in found)


def _part(batch: ArrowColumns, name: str) -> ArrowColumns:
    """The rows of one list."""
    is_of_it = pc.equal(batch.table.column("fact"), name)
    places = np.flatnonzero(is_of_it.to_numpy()) + batch.first
    return ArrowColumns(batch.table.filter(is_of_it), batch.file, batch.first, places)


def _require_once(people: ArrowColumns) -> None:
    twice = np.flatnonzero(np.diff(people.person) == 0)
    if len(twice):
        raise refuse(people.file, "person", people.row(int(twice[0]) + 1), "một người có hai dòng")


def _sheet(people: ArrowColumns, rows: Mapping[str, ArrowColumns]) -> LongSheet:
    try:
        return LongSheet.of({"people": people, **rows})
    except CannotFindPerson as stranger:
        columns, place = rows[stranger.name], stranger.place
        why = f"{columns.person[place]} không có trong people; thêm một dòng của đối tượng này vào people"
        raise refuse(columns.file, "person", columns.row(place), why) from None


def spans(source: Path, cores: int, size: int) -> list[Span]:
    """Everybody in parts of about the same size, at least one for each core."""
    path = source / "people.parquet" if source.is_dir() else source
    if not path.exists():
        return [EVERYBODY]
    person = _people_of(path)
    parts = max(cores, len(person) // size)
    edges = sorted({int(person[len(person) * n // parts]) for n in range(1, parts)}) if len(person) else []
    bounds = [EVERYBODY.first, *edges, EVERYBODY.last]
    return [Span(first, last) for first, last in pairwise(bounds)]


def _people_of(path: Path) -> Numbers:
    """One of each, whatever the number of rows."""
    keys = shape("people") if path.name == "people.parquet" else ALL_KEYS
    batches = opened(path, keys).iter_batches(1 << 20, columns=["person"], use_threads=False)
    return np.concatenate([np.zeros(0, np.int64), *(np.unique(batch.column("person")) for batch in batches)])
