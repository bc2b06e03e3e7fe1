"""What comes back: findings that can be read, stored and shown again; refusals that name the fault."""

import json
import subprocess
import sys
import time
import timeit
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from thidua.law import (
    Answer,
    CannotAnswer,
    CannotFindHonour,
    CannotReadRecord,
    Question,
    Record,
    catalogue,
    decide,
    decider,
    honour,
    look_up,
    national_book,
    powers,
    publication,
    required_papers,
    sweep,
)
from thidua.law.book import digest_of
from thidua.law.cases import CannotReadCase, load_cases
from thidua.law.conditions import KINDS

BOOK = national_book()
ON = date(2025, 12, 15)
DOCS = Path(__file__).parents[2] / "docs" / "law"
RECORD: dict[str, Any] = {
    "titles": [{"honour": "CSTDCS", "year": 2025}],
    "grades": [{"year": 2024, "grade": "excellent"}, {"year": 2025, "grade": "excellent"}],
    "initiatives": [{"year": 2024, "scope": "base"}, {"year": 2025, "scope": "base"}],
    "awards": [],
}


def ask(code: str = "BK_TINH", record: dict[str, Any] | None = None, **context: Any) -> Answer:
    read = Record.from_dict(RECORD if record is None else record)
    return decide(BOOK, Question(code, "individual", read, ON, **context))


def test_a_finding_says_what_was_asked_found_and_where_it_stands() -> None:
    given = ask(by="results")
    met = next(leaf for leaf in given.leaves() if leaf.code == "excellent_with_initiative")
    assert met.sentence_vi == (
        "Có từ 02 năm liên tục được công nhận hoàn thành xuất sắc nhiệm vụ (thành tích chưa được khen), "
        "trong thời gian đó có 02 sáng kiến được công nhận trong phạm vi cơ sở"
    )
    assert met.fact_used_vi == (
        "Hoàn thành xuất sắc nhiệm vụ: 2024, 2025; Sáng kiến được công nhận trong phạm vi cơ sở: 2024, 2025"
    )
    assert (met.measured, met.required, met.verdict.value) == ("2", "2", "yes")
    assert met.cite.label_vi() == "Luật 06/2022/QH15, Điều 74 khoản 1 điểm d"


def test_an_unknown_answer_says_which_facts_are_missing() -> None:
    given = ask("CSTDCS", {"titles": []}, year=2025)
    assert given.verdict.value == "unknown"
    assert given.missing() == (
        "kết quả xếp loại các năm",
        "nhóm đối tượng",
        "sáng kiến, đề tài được công nhận",
    )


def test_the_three_reasons_for_not_knowing() -> None:
    reasons = {leaf.code: leaf.unknown_reason for leaf in ask(record={}).leaves()}
    assert (reasons["sudden"], reasons["two_fighter_titles"]) == ("judgement", "fact")
    local = {leaf.code: leaf.unknown_reason for leaf in ask("GK", {}).leaves()}
    assert local["local_criteria"] == "local_rule"


def test_an_unchecked_fact_never_proves() -> None:
    record = {**RECORD, "titles": [], "grades": [g | {"checked": False} for g in RECORD["grades"]]}
    assert ask(record=record, by="results").verdict.value == "unknown"


def test_an_answer_is_stored_whole_and_read_back() -> None:
    given = ask(by="results")
    assert Answer.from_dict(json.loads(json.dumps(given.to_dict()))) == given
    assert given.book_digest == BOOK.digest


def test_the_digest_changes_with_a_rule() -> None:
    changed = (replace(BOOK.rules[0], since=date(2012, 1, 1)), *BOOK.rules[1:])
    assert digest_of(changed) != BOOK.digest
    assert digest_of(BOOK.rules) == BOOK.digest


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"title": []}, "record.title"),
        ({"titles": {}}, "record.titles"),
        ({"titles": [{"honour": "LDTT"}]}, "record.titles[0].year"),
        ({"titles": [{"honour": "LDTT", "year": "2020"}]}, "record.titles[0].year"),
        ({"titles": [{"honour": "LDTT", "year": 2020, "place": 1}]}, "record.titles[0].place"),
        ({"grades": [{"year": 2020, "grade": "top"}]}, "record.grades[0].grade"),
        ({"grades": [{"year": 2020, "grade": "good"}] * 2}, "record.grades"),
        ({"awards": [{"honour": "GK", "for_years": [2021, 2020]}]}, "record.awards[0].for_years"),
        ({"pending": [{"kind": "complaint", "since": "yesterday"}]}, "record.pending[0].since"),
        ({"discipline": [{"kind": "warning", True: "2020-01-01"}]}, "record.discipline[0]"),
        ({"collective": {"members": 3, "ldtt": 4}}, "record.collective.ldtt"),
        ({"collective": {"members": -1}}, "record.collective.members"),
        ({"training": "yes"}, "record.training"),
    ],
)
def test_a_wrong_record_is_refused_by_the_name_of_its_key(record: dict[str, Any], field: str) -> None:
    with pytest.raises(CannotReadRecord) as refusal:
        Record.from_dict(record)
    assert refusal.value.field == field


def test_a_day_is_read_from_a_date_or_its_text() -> None:
    as_text = Record.from_dict({"pending": [{"kind": "complaint", "since": "2025-01-02"}]})
    as_day = Record.from_dict({"pending": [{"kind": "complaint", "since": date(2025, 1, 2)}]})
    assert as_text == as_day


def test_an_unknown_honour_is_refused() -> None:
    with pytest.raises(CannotFindHonour):
        honour("XYZ")


def test_an_honour_for_others_is_a_no_with_its_recipients() -> None:
    given = decide(BOOK, Question("TTLDTT", "individual", Record(), ON, year=2025))
    (finding,) = given.findings
    assert (given.verdict.value, finding.sentence_vi) == ("no", "Chỉ dành cho tập thể")


def test_a_sweep_asks_one_question_only() -> None:
    first = Question("LDTT", "individual", Record(), ON, year=2025)
    with pytest.raises(CannotAnswer):
        sweep(BOOK, [first, replace(first, year=2024)])


def test_the_catalogue_stands_in_order_of_precedence() -> None:
    ranks = [item.rank for item in catalogue().values()]
    assert ranks == list(range(1, 45))
    assert honour("HCLD1").rank < honour("BK_TTG").rank < honour("BK_TINH").rank < honour("GK").rank


def test_who_decides_changed_with_the_two_levels() -> None:
    def by(code: str, on: date) -> str | None:
        office = decider(BOOK, code, "xa", on)
        return office and office.code

    assert [by("CSTDCS", day) for day in (date(2025, 6, 30), date(2025, 7, 1))] == ["huyen", "xa"]
    assert [by(code, ON) for code in ("LDTT", "TTLDXS", "BK_TTG", "CO_CP", "HCLD3")] == [
        "xa",
        "tinh",
        "ttg",
        "chinh_phu",
        "ctn",
    ]
    assert decider(BOOK, "BK_TINH", "don_vi", ON) is None
    ward = powers(BOOK, "xa", ON)
    assert ward is not None
    assert ward.honours == ("TVH", "GDVH", "TTLDTT", "CSTDCS", "LDTT", "GK")


def test_the_papers_of_a_dossier() -> None:
    def codes(code: str, on: date) -> list[str]:
        return [need.code for need in required_papers(BOOK, code, "individual", on) if need.is_always]

    assert codes("LDTT", ON) == ["to_trinh", "bao_cao", "bien_ban"]
    assert codes("CSTDCS", ON) == ["to_trinh", "bao_cao", "bien_ban", "ket_qua_phieu", "chung_nhan"]
    assert codes("BK_TINH", date(2023, 5, 1)) == ["van_ban_de_nghi", "bao_cao", "bien_ban"]
    assert codes("BK_TTG", ON) == ["to_trinh", "bao_cao", "bien_ban", "y_kien"]
    conditional = [need for need in required_papers(BOOK, "BK_TINH", "individual", ON) if not need.is_always]
    assert [(need.code, need.cite.label_vi()) for need in conditional] == [
        ("chung_nhan", "Luật 06/2022/QH15, Điều 84 khoản 2")
    ]


def test_publication_is_a_duty_for_high_awards_only() -> None:
    high = publication(BOOK, "HCLD3", "province", ON)
    assert high is not None
    assert (high.n, high.unit, publication(BOOK, "CSTDCS", "province", ON)) == (10, "working_day", None)


def test_each_kind_of_condition_is_described() -> None:
    text = (DOCS / "conditions.md").read_text(encoding="utf-8")
    assert [name for name in KINDS if f"`{name}`" not in text] == []


def test_one_explained_decision_takes_less_than_two_milliseconds() -> None:
    question = Question("BK_TTG", "individual", Record.from_dict(RECORD), ON, by="results")
    decide(BOOK, question)
    spent = timeit.repeat(lambda: decide(BOOK, question), timer=time.process_time, number=20, repeat=15)
    assert min(spent) / 20 < 0.002


def test_the_law_loads_without_django() -> None:
    script = "import sys, thidua.law, thidua.law.cases; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_command_line_counts_and_explains(tmp_path: Path) -> None:
    case = Path(__file__).parent / "cases.yaml"
    wrong = tmp_path / "wrong.yaml"
    first = case.read_text(encoding="utf-8").split("\n- id: C177", maxsplit=1)[0]
    wrong.write_text(first.replace("answer: 'no'", "answer: 'yes'"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "thidua.law", "cases", str(wrong)], capture_output=True, text=True, check=False
    )
    lines = done.stdout.splitlines()
    assert (done.returncode, lines[0], lines[-1]) == (
        1,
        "C013: expected yes, answered no",
        "0 passed, 1 failed",
    )
    assert any("Article 23 clause 2" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [", "không phải YAML"),
        ("a: 1", "cần một danh sách"),
    ],
)
def test_a_wrong_case_file_is_refused_with_its_name(tmp_path: Path, text: str, said: str) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "thidua.law", "cases", str(bad)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "bad.yaml" in done.stderr, said in done.stderr) == (2, True, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: C1, on: 2020-01-01}", "ngoặc kép"),
        ("- {id: C1, 'on': '2020-01-01'}", "thiếu khóa"),
        ("- {id: C1, 'on': '2020-01-01', ask: {}, expect: {answer: 1, cites: []}}", "đúng một loại"),
        ("- 7", "cần một nhóm khóa"),
    ],
)
def test_a_wrong_case_is_refused_with_its_file_and_place(tmp_path: Path, text: str, said: str) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(text, encoding="utf-8")
    with pytest.raises(CannotReadCase, match=said) as refusal:
        load_cases(bad)
    assert "bad.yaml, tình huống" in str(refusal.value)


def test_an_obstacle_is_told_as_the_record_states_it() -> None:
    record = {
        "discipline": [{"kind": "reprimand", "on": "2025-05-10", "until": "2025-08-10"}],
        "leave": [{"kind": "study", "months": 8, "year": 2025, "result": "kha", "rules_obeyed": True}],
        "work": [{"place": "same", "months": 30}],
        "pending": [],
        "registered": True,
    }
    facts = {leaf.code: leaf.fact_used_vi for leaf in ask("LDTT", record, year=2025).leaves()}
    assert facts["no_discipline_in_year"] == "Khiển trách, 10/05/2025, đến 10/08/2025"
    assert facts["study_counts"] == "Đi đào tạo, bồi dưỡng 8 tháng, năm 2025, kết quả khá"
    assert (facts["worked"], facts["nothing_pending"]) == ("30 tháng tại đơn vị", "Không có")


def test_looking_up_what_the_law_asks_on_a_day() -> None:
    before = look_up(BOOK, "CSTDCS", "individual", date(2023, 12, 31))
    since = look_up(BOOK, "CSTDCS", "individual", date(2024, 1, 1))
    assert (before.until, since.since, since.until) == (date(2024, 1, 1), date(2024, 1, 1), None)
    asked = [line.sentence_vi for item in since.standards for _, line in item.lines()]
    assert "Năm đề nghị được công nhận hoàn thành xuất sắc nhiệm vụ" in asked
    asked = [line.sentence_vi for item in before.standards for _, line in item.lines()]
    assert "Năm đề nghị được công nhận hoàn thành xuất sắc nhiệm vụ" not in asked


@pytest.mark.parametrize(("code", "kind"), sorted({(rule.honour, rule.kind) for rule in BOOK.rules}), ids=str)
def test_each_rule_can_be_read_in_both_languages(code: str, kind: str) -> None:
    for rule in BOOK.dated(code, kind):
        looked = look_up(BOOK, code, kind, rule.since)
        for standard in (*looked.standards, *looked.obstacles):
            for _, line in standard.lines():
                assert line.sentence_vi != ""
                assert line.sentence_en != ""


def test_the_command_line_shows_the_standards() -> None:
    command = [sys.executable, "-m", "thidua.law", "show", "TTLDTT", "--on", "2025-12-01"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (
        "Có ít nhất 70% cá nhân đạt danh hiệu “Lao động tiên tiến” [Luật 06/2022/QH15, Điều 28" in done.stdout
    )


def test_a_yearly_title_without_its_year_is_refused() -> None:
    with pytest.raises(CannotAnswer) as refusal:
        ask("CSTDCS")
    assert refusal.value.field == "year"


def test_an_unknown_ground_is_refused() -> None:
    with pytest.raises(CannotAnswer) as refusal:
        ask(by="result")
    assert refusal.value.field == "by"
