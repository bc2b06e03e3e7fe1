"""Spark answers like one process. The workers: install pyspark beside this (docs/law/sweep.md), and -m spark."""

import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

pytest.importorskip("pyarrow")

import pyarrow as pa
import pyarrow.parquet as pq

from law.long_rows import long_rows
from law.parquet import write_one_file
from law.test_sweeping import crowd
from law.test_sweeping_files import ON
from thidua.law.sweeping.running import Order, run
from thidua.law.sweeping.spark import answers, sweep
from thidua.law.sweeping.work_list import PLAIN


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_one_file(tmp_path / "all.parquet", long_rows(*crowd(Random(11), 200)))


@pytest.fixture
def expected(source: Path, tmp_path: Path) -> set[tuple]:
    run(Order(source, ON, 2025, everything=True), tmp_path / "out.parquet", cores=1)
    return as_set(pq.read_table(tmp_path / "out.parquet").cast(PLAIN))


def as_set(table: pa.Table) -> set[tuple]:
    return {tuple(row.values()) for row in table.to_pylist()}


def test_a_partition_is_answered_like_a_file(source: Path, expected: set[tuple]) -> None:
    rows = pq.read_table(source)
    names = set(rows["fact"].to_pylist())
    found = answers(Order(source, ON, 2025, everything=True), names, iter(rows.to_batches(max_chunksize=90)))
    assert as_set(pa.Table.from_batches(found, PLAIN)) == expected


def test_an_empty_partition_has_no_lines() -> None:
    assert list(answers(Order(Path(), ON, 2025), (), iter(()))) == []


@pytest.mark.spark
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_two_workers_find_the_same(source: Path, expected: set[tuple], monkeypatch: Any) -> None:
    spark_sql = pytest.importorskip("pyspark.sql", reason="needs Java 17 and thidua[spark]")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    builder = spark_sql.SparkSession.builder.master("local-cluster[2,1,1024]")
    builder = builder.config("spark.scheduler.minRegisteredResourcesRatio", "1.0")
    with builder.config("spark.ui.enabled", "false").getOrCreate() as spark:
        frame = spark.read.parquet(str(source))
        lines = sweep(frame, Order(source, ON, 2025, everything=True), partitions=4)
        found = lines.collect()
        assert lines.rdd.getNumPartitions() == 4
        assert (
            len(
                {
                    info.host() + str(info.port())
                    for info in spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()
                }
            )
            == 3
        )
    assert {tuple(line) for line in found} == expected
