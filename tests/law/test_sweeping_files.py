"""Parquet in, answers out; a wrong file is refused with its column, row and remedy."""

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from law.long_rows import long_rows
from law.parquet import write_folder, write_one_file
from law.test_sweeping import crowd, swept
from thidua.law.commands import main
from thidua.law.sweeping.arrow import CannotReadRows
from thidua.law.sweeping.parquet import sheets, spans
from thidua.law.sweeping.running import Order, run
from thidua.law.sweeping.stream import Span

ON = date(2025, 12, 15)


@pytest.fixture(scope="module")
def people() -> tuple[dict[int, Any], dict[int, Any]]:
    return crowd(Random(7), 120)


@pytest.fixture
def folder(people: tuple[dict[int, Any], dict[int, Any]], tmp_path: Path) -> Path:
    return write_folder(tmp_path, long_rows(*people))


def answers(source: Path, out: Path) -> set[tuple[Any, ...]]:
    run(Order(source, ON, 2025, everything=True), out, cores=1)
    lines = pq.read_table(out).to_pylist()
    return {(line["person"], line["honour"], line["answer"], line["reason"]) for line in lines}


def expected(people: tuple[dict[int, Any], dict[int, Any]]) -> set[tuple[Any, ...]]:
    return {(*key, *value) for key, value in swept(*people, ON, 2025).items()}


def test_a_folder_answers_like_the_records(people: Any, folder: Path, tmp_path: Path) -> None:
    assert answers(folder, tmp_path.parent / f"{tmp_path.name}.parquet") == expected(people)


def test_one_file_answers_like_the_records(people: Any, tmp_path: Path) -> None:
    source = write_one_file(tmp_path / "all.parquet", long_rows(*people))
    assert answers(source, tmp_path / "out.parquet") == expected(people)


def test_spans_cover_everybody_once(people: Any, folder: Path) -> None:
    parts = spans(folder, 3, 10)
    seen = [int(person) for part in parts for sheet in sheets(folder, part) for person in sheet.person]
    assert (len(parts), seen) == (12, list(people[0]))


def test_a_span_in_the_middle(people: Any, folder: Path) -> None:
    everybody = list(people[0])
    span = Span(everybody[10], everybody[25])
    assert [int(p) for sheet in sheets(folder, span) for p in sheet.person] == everybody[11:26]


def test_two_processes_count_like_one(folder: Path) -> None:
    alone, together = run(Order(folder, ON), cores=1), run(Order(folder, ON), cores=2)
    assert (alone.people, alone.counts) == (together.people, together.counts)


def test_the_command_counts_and_writes(people: Any, folder: Path, capsys: Any) -> None:
    out = folder.parent / f"{folder.name}.csv"
    assert main(["sweep", str(folder), "--on", "2025-12-15", "--honour", "LDTT", "--out", str(out)]) == 0
    verdicts = Counter(value[0] for key, value in swept(*people, ON, 2024).items() if key[1] == "LDTT")
    counted = capsys.readouterr().out.splitlines()[-1].split("\t")
    assert counted[:5] == ["LDTT", "individual", "", str(verdicts["yes"]), str(verdicts["no"])]
    assert len(out.read_text().splitlines()) == 1 + verdicts["yes"]


PEOPLE = {"person": [1, 2, 3]}
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no people": ({"titles": {"person": [1], "honour": ["LDTT"], "year": [2020]}}, "thiếu people.parquet"),
    "a stranger among the files": (
        {"people": PEOPLE, "medals": {"person": [1]}},
        "không dùng tệp medals.parquet",
    ),
    "a column missing": (
        {"people": PEOPLE, "titles": {"person": [1], "honour": ["LDTT"]}},
        "titles.parquet, cột «year»: thiếu cột bắt buộc này",
    ),
    "a column too many": (
        {"people": {**PEOPLE, "name": ["a", "b", "c"]}},
        "people.parquet, cột «name»: không có cột này",
    ),
    "another type": (
        {"people": PEOPLE, "titles": {"person": [1], "honour": ["LDTT"], "year": ["2020"]}},
        "titles.parquet, cột «year»: kiểu string, cần số nguyên (int64)",
    ),
    "an unknown word": (
        {"people": PEOPLE, "grades": {"person": [1, 2], "year": [2020, 2020], "grade": ["good", "great"]}},
        "grades.parquet, cột «grade», dòng 2: «great» không thuộc excellent, good, completed, failed",
    ),
    "a blank": (
        {"people": PEOPLE, "grades": {"person": [1, 2], "year": [2020, None], "grade": ["good", "good"]}},
        "grades.parquet, cột «year», dòng 2: bỏ trống",
    ),
    "out of order": (
        {"people": PEOPLE, "grades": {"person": [1, 3, 2], "year": [2020] * 3, "grade": ["good"] * 3}},
        "grades.parquet, cột «person», dòng 3: không theo thứ tự tăng dần; sắp xếp lại",
    ),
    "somebody twice": (
        {"people": {"person": [1, 2, 2]}},
        "people.parquet, cột «person», dòng 3: một người có hai dòng",
    ),
    "somebody unknown": (
        {"people": PEOPLE, "grades": {"person": [1, 7], "year": [2020] * 2, "grade": ["good"] * 2}},
        "grades.parquet, cột «person», dòng 2: 7 không có trong people",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_refused_with_its_place_and_remedy(case: str, tmp_path: Path) -> None:
    files, sentence = WRONG[case]
    for name, columns in files.items():
        pq.write_table(pa.table(columns), tmp_path / f"{name}.parquet")
    with pytest.raises(CannotReadRows) as refusal:
        run(Order(tmp_path, ON), cores=1)
    assert sentence in str(refusal.value)


def test_what_is_no_parquet_file_is_refused(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "people.parquet").write_text("person\n1\n")
    assert main(["sweep", str(tmp_path), "--on", "2025-12-15"]) == 2
    assert "không đọc được như tệp Parquet" in capsys.readouterr().err
