"""From a definition to figures: one query for each band of columns, whatever the number of rows; and what lies behind a cell."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import gettext as _

from thidua.modules.reports.definitions import Definition
from thidua.modules.reports.sources import SOURCES, Dimension, Scope, Source

# The column of all, and the row of all.
ALL = ""
# What has no value: the sex of a collective, a position that was not said.
NONE = "-"


@dataclass(frozen=True, slots=True)
class Band:
    code: str
    title: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """`cells` by row and column; a column is "" (all) or "band=value"; the row "" is the sum."""

    head: str
    rows: Mapping[str, str]
    bands: tuple[Band, ...]
    cells: Mapping[str, Mapping[str, int]]

    def columns(self) -> list[tuple[str, str]]:
        """Key and words of each column after the first."""
        each = (
            (f"{band.code}={value}", words) for band in self.bands for value, words in band.columns.items()
        )
        return [(ALL, ""), *each]

    def at(self, row: str, column: str) -> int:
        return self.cells.get(row, {}).get(column, 0)

    def to_json(self) -> dict[str, Any]:
        return {
            "head": self.head,
            "rows": list(self.rows.items()),
            "bands": [[band.code, band.title, list(band.columns.items())] for band in self.bands],
            "cells": {row: dict(found) for row, found in self.cells.items()},
        }

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "Figures":
        bands = tuple(Band(code, title, dict(columns)) for code, title, columns in said["bands"])
        return cls(said["head"], dict(said["rows"]), bands, said["cells"])

    def digest(self) -> str:
        """SHA-256 of the figures in one fixed writing."""
        text = json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def count(definition: Definition, scope: Scope) -> Figures:
    source = SOURCES[definition.source]
    chosen = _chosen(source, definition, scope)
    by_row = source.dimensions[definition.rows]
    cells: dict[str, dict[str, int]] = {ALL: {ALL: 0}}
    for value, n in _grouped(chosen, by_row):
        cells.setdefault(value, {})[ALL] = n
        cells[ALL][ALL] += n
    bands = tuple(_band(source.dimensions[code], chosen, by_row, cells) for code in definition.bands)
    occurred = [value for value in cells if value != ALL]
    return Figures(str(by_row.title), _named(by_row, occurred), bands, cells)


def _band(
    dimension: Dimension, chosen: QuerySet[Any], by_row: Dimension, cells: dict[str, dict[str, int]]
) -> Band:
    values = set()
    for row, value, n in _grouped(chosen, by_row, dimension):
        if value == NONE:
            continue
        values.add(value)
        column = f"{dimension.code}={value}"
        cells[row][column] = n
        cells[ALL][column] = cells[ALL].get(column, 0) + n
    return Band(dimension.code, str(dimension.title), _named(dimension, values))


def _named(dimension: Dimension, occurred: Iterable[str]) -> dict[str, str]:
    """A closed list whole and in its order; else those that occurred."""
    there = set(occurred)
    known = dimension.known(there - {NONE})
    named = {value: words for value, words in known.items() if dimension.is_closed or value in there}
    return named | ({NONE: _("not recorded")} if NONE in there else {})


def _by(dimension: Dimension) -> Coalesce:
    given = NullIf(Cast(dimension.by(), CharField()), Value(""))
    return Coalesce(given, Value(NONE), output_field=CharField())


def _grouped(chosen: QuerySet[Any], *dimensions: Dimension) -> Iterable[Any]:
    named = {f"by_{n}": _by(one) for n, one in enumerate(dimensions)}
    rows: QuerySet[Any, Any] = chosen.annotate(**named).order_by().values_list(*named)
    found: Iterable[Any] = rows.annotate(n=Count("pk"))
    return found


def _chosen(source: Source, definition: Definition, scope: Scope) -> QuerySet[Any]:
    rows = source.rows(scope)
    for n, (code, values) in enumerate(sorted(definition.filters.items())):
        rows = rows.annotate(**{f"of_{n}": _by(source.dimensions[code])}).filter(**{f"of_{n}__in": values})
    return rows


def behind(definition: Definition, scope: Scope, row: str, column: str) -> QuerySet[Any]:
    """The rows that a cell counts."""
    source = SOURCES[definition.source]
    found = _chosen(source, definition, scope)
    if row != ALL:
        found = found.annotate(in_row=_by(source.dimensions[definition.rows])).filter(in_row=row)
    band, _eq, value = column.partition("=")
    if band in definition.bands:
        found = found.annotate(in_column=_by(source.dimensions[band])).filter(in_column=value)
    return found


def differences(then: Figures, now: Figures) -> list[tuple[str, str, str, str, int, int]]:
    """Cell by cell: row, column, their words, what was sent, what it is now."""
    rows = {**then.rows, **now.rows, ALL: ""}
    columns = dict([*then.columns(), *now.columns()])
    return [
        (row, column, rows[row], columns[column], then.at(row, column), now.at(row, column))
        for row in rows
        for column in columns
        if then.at(row, column) != now.at(row, column)
    ]
