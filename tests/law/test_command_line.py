"""The law from a terminal: no database, no traceback, an exit code."""

from pathlib import Path

import pytest

from thidua.law.commands import main

HERE = Path(__file__).parent
GOOD = """
- id: S901
  source: null
  answered_by: statute text
  origin: statute
  facts_from: rule
  'on': '2024-12-20'
  place: null
  candidate: {kind: individual, group: official}
  record:
    grades: [{year: 2024, grade: good}]
  ask: {eligible: LDTT, year: 2024}
  expect:
    answer: 'yes'
    cites: [{instrument: 06/2022/QH15, article: 24}]
    because: A good year.
"""
HEAD = GOOD.partition("  ask:")[0]


def written(folder: Path, *cases: str) -> str:
    path = folder / "cases.yaml"
    path.write_text("".join(cases), encoding="utf-8")
    return str(path)


def test_cases_end_with_the_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", written(tmp_path, GOOD)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "cites: 1 of 1 name a listed provision",
        "1 passed, 0 failed",
    ]


def test_a_failure_is_told_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = GOOD.replace("answer: 'yes'", "answer: 'no'").replace("article: 24", "article: 99")
    assert main(["cases", written(tmp_path, wrong)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("S901: expected no, answered yes\n  yes     graded_group:")
    assert said.endswith(
        "no listed provision named: S901\ncites: 0 of 1 name a listed provision\n0 passed, 1 failed\n"
    )


STRANGE = {
    "an unknown honour": "  ask: {eligible: XYZ, year: 2024}\n  expect: {answer: 'yes', cites: []}\n",
    "no question": "  ask: {}\n  expect: {answer: 'yes', cites: []}\n",
    "a missing year": "  ask: {eligible: LDTT}\n  expect: {answer: 'yes', cites: []}\n",
    "a missing key": "  ask: {vote: {honour: CSTDCS}}\n  expect: {answer: 'yes', cites: []}\n",
    "a list for a word": "  ask: {decides: [LDTT], at: xa}\n  expect: {answer: xa, cites: []}\n",
    "a missing place": "  ask: {publicise: GDVH}\n  expect: {answer: 10, unit: day, cites: []}\n",
    "nothing expected": "  ask: {powers: xa}\n",
    "a strange step": "  ask: {deadline: {step: fly}}\n  expect: {answer: 10, unit: day, cites: []}\n",
    "strange items": "  ask: {prize: {items: [1]}}\n  expect: {answer: 10000, cites: []}\n",
    "a strange office": "  ask: {decides: LDTT, at: moon}\n  expect: {answer: xa, cites: []}\n",
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_case_fails_and_the_next_is_asked(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strange = HEAD.replace("S901", "S900") + STRANGE[name]
    assert main(["cases", written(tmp_path, strange, GOOD)]) == 1
    said = capsys.readouterr().out
    assert said.endswith("1 passed, 1 failed\n")
    assert "S900" in said


@pytest.mark.parametrize("day", ["1999-01-01", "2003-01-01"])
def test_a_day_before_the_horizon_is_refused_and_counted(
    day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = GOOD.replace("2024-12-20", day).replace("year: 2024}", f"year: {day[:4]}" + "}")
    assert main(["cases", written(tmp_path, early)]) == 1
    assert "trước ngày" in capsys.readouterr().out


def test_a_file_that_is_none_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", str(tmp_path / "none.yaml")]) == 2
    assert "Không đọc được tệp" in capsys.readouterr().err


def test_check_accepts_our_own_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *map(str, sorted(HERE.glob("cases*.yaml")))]) == 0
    assert capsys.readouterr().out == "ok\n"


FAULTS = {
    ("'on': '2024-12-20'", "on: '2024-12-20'"): "S901: YAML đọc khóa on là true. Cách sửa: đặt khóa",
    ("'2024-12-20'", "'2024-02-30'"): "S901.on: '2024-02-30' không có trong lịch. Cách sửa: viết",
    (
        "grade: good",
        "grade: great",
    ): "S901.record.grades[0].grade: 'great' không được dùng ở đây. Cách sửa: chọn",
    ("kind: individual", "kind: person"): "S901.candidate.kind: 'person' không được dùng ở đây",
    ("eligible: LDTT", "eligible: LDT"): "S901.ask.eligible: 'LDT' không được dùng ở đây",
    (
        ", year: 2024}\n  expect",
        "}\n  expect",
    ): "S901.ask.year: thiếu năm xét. Cách sửa: danh hiệu hằng năm cần year.",
    ("answer: 'yes'", "answer: 7"): "S901.expect.answer: 7 không được dùng ở đây",
    ("  place: null\n", ""): "S901.place: thiếu khóa này",
    ("place: null", "placed: null"): "S901.placed: không có khóa này",
    ("id: S901", "id: X1"): "X1.id: mã không đúng dạng",
    ("A good year.", "Gọi 0912345678."): "S901: có vẻ chứa số điện thoại",
    ("ask: {eligible: LDTT, year: 2024}", "ask: {decides: LDTT}"): "S901.ask.at: thiếu khóa này",
}


@pytest.mark.parametrize(("change", "said"), FAULTS.items())
def test_each_fault_has_its_place_and_remedy(
    change: tuple[str, str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, GOOD.replace(*change))
    assert main(["check", path]) == 1
    assert f"{path}: {said}" in capsys.readouterr().out


def test_show_prints_what_the_law_asks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "TTLDTT", "--on", "2024-03-01"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Tập thể lao động tiên tiến (01/03/2024, tập thể)\n")
    assert "Có ít nhất 70% cá nhân đạt danh hiệu “Lao động tiên tiến”" in said


def test_show_refuses_a_strange_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "XYZ", "--on", "2024-03-01"]) == 2
    assert "XYZ" in capsys.readouterr().err
