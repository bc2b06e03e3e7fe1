"""Long rows written as Parquet, as a folder or as one file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from thidua.law.sweeping.shape import shape

Rows = Mapping[str, list[Any]]
TYPES = {"word": pa.string(), "number": pa.int64(), "day": pa.date32(), "flag": pa.bool_()}


def table_of(name: str, rows: Rows) -> pa.Table:
    keys = [key for key in shape(name).values() if key.name in rows]
    schema = pa.schema([("person", pa.int64()), *((key.name, TYPES[key.sort]) for key in keys)])
    return pa.table({column: rows[column] for column in schema.names}, schema=schema)


def write_folder(folder: Path, files: Mapping[str, Rows]) -> Path:
    for name, rows in files.items():
        # Small row groups, so that people lie across their borders.
        pq.write_table(table_of(name, rows), folder / f"{name}.parquet", row_group_size=7)
    return folder


def write_one_file(path: Path, files: Mapping[str, Rows]) -> Path:
    tables = [
        table_of(name, rows).append_column("fact", pa.array([name] * len(rows["person"])))
        for name, rows in files.items()
    ]
    together = pa.concat_tables(tables, promote_options="default").sort_by("person")
    pq.write_table(together, path, row_group_size=50)
    return path
