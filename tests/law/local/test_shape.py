"""Every fault names its place, what is wrong and what is allowed."""

from typing import Any

import pytest
from tests.law.local.samples import GOOD_YEAR, content, criterion, value

from thidua.law.local import CannotReadLocalRules, faults_of, parse, read_content, read_local_rules, written


def faults(given: object) -> list[tuple[str, str]]:
    return [(fault.place, fault.what) for fault in faults_of(given)]


def of_condition(**changes: Any) -> list[tuple[str, str]]:
    condition = {key: item for key, item in {**GOOD_YEAR, **changes}.items() if item is not None}
    return faults(content(criteria=[criterion(conditions=[condition])]))


def test_the_sample_has_no_fault() -> None:
    assert faults(content()) == []


@pytest.mark.parametrize(
    ("change", "path", "wrong"),
    [
        ({"number": None}, "instrument.number", "Thiếu giá trị này"),
        ({"place": "Bắc Ninh"}, "instrument.place", "«Bắc Ninh» không phải tên nơi áp dụng"),
        ({"since": "01/02/2026"}, "instrument.since", "«01/02/2026» không phải một ngày"),
        ({"confidence": "sure"}, "instrument.confidence", "«sure» không có ở đây"),
        ({"checked_on": None}, "instrument.checked_on", "Thiếu giá trị này"),
        ({"is_example": "yes"}, "instrument.is_example", "«yes» không phải true hoặc false"),
        ({"signed": "x"}, "instrument.signed", "Không có khóa «signed»"),
        ({"until": "2026-02-01"}, "instrument.until", "Ngày hết hiệu lực không sau ngày có hiệu lực"),
    ],
)
def test_faults_of_the_instrument(change: dict[str, Any], path: str, wrong: str) -> None:
    assert faults(content(instrument=change)) == [(path, wrong)]


AT = "criteria[0].conditions[0]"


@pytest.mark.parametrize(
    ("change", "path", "wrong"),
    [
        ({"kind": "runn"}, f"{AT}.kind", "Không có loại điều kiện «runn»"),
        ({"kind": None}, f"{AT}.kind", "Thiếu loại điều kiện"),
        ({"of": None}, f"{AT}.of", "Thiếu giá trị này"),
        ({"of": "title:LDT"}, f"{AT}.of", "«title:LDT» không phải một sự kiện theo năm"),
        ({"of": "grade:good|grade:best"}, f"{AT}.of", "«grade:best» không phải một sự kiện theo năm"),
        ({"at_least": 0}, f"{AT}.at_least", "«0» không hợp lệ"),
        ({"at_least": True}, f"{AT}.at_least", "«True» không hợp lệ"),
        ({"ending": "soon"}, f"{AT}.ending", "«soon» không có ở đây"),
        ({"fresh": "grade:good"}, f"{AT}.fresh", "«grade:good» không phải một lần khen"),
        ({"percent": 70}, f"{AT}.percent", "Không có khóa «percent»"),
        ({"at": 5.1}, f"{AT}.at", "«5.1» không phải điều, khoản, điểm"),
        ({"at": "Điều 5"}, f"{AT}.at", "«Điều 5» không phải điều, khoản, điểm"),
        ({"by": "luck"}, f"{AT}.by", "«luck» không có ở đây"),
        ({"code": "Mã"}, f"{AT}.code", "«Mã» không phải mã điều kiện"),
    ],
)
def test_faults_of_a_condition(change: dict[str, Any], path: str, wrong: str) -> None:
    assert of_condition(**change) == [(path, wrong)]


def test_the_parts_of_a_condition_are_checked_in_their_place() -> None:
    group = {"kind": "one_of", "parts": [GOOD_YEAR, {"kind": "presumed"}]}
    assert faults(content(criteria=[criterion(conditions=[group])])) == [
        ("criteria[0].conditions[0].parts[1].vi", "Thiếu giá trị này")
    ]


@pytest.mark.parametrize(
    ("kind", "condition", "wrong"),
    [
        ("individual", {"kind": "share", "part": "ldtt", "percent": 70}, "share"),
        ("collective", {"kind": "group", "any_of": ["farmer"]}, "group"),
        (
            "individual",
            {"kind": "no_violation", "when_fined": [], "always": ["crime"], "vi": "Không vi phạm"},
            "no_violation",
        ),
    ],
)
def test_a_kind_serves_the_recipients_whose_facts_it_reads(
    kind: str, condition: dict[str, Any], wrong: str
) -> None:
    given = content(criteria=[criterion(kind=kind, conditions=[condition])])
    assert faults(given) == [(f"{AT}.kind", f"Loại «{wrong}» không dùng cho đối tượng này")]


@pytest.mark.parametrize(
    ("name", "given", "path", "wrong"),
    [
        ("votes", 80, "name", "Không có giá trị «votes»"),
        ("votes/GK", 101, "value", "«101» không hợp lệ"),
        ("votes/GK", None, "value", "Thiếu giá trị này"),
        ("quotas/CSTDCS-of-LDTT", 120, "value", "«120» không hợp lệ"),
        ("prizes/KNC", 0.3, "value", "«0.3» không phải số lần lớn hơn 0"),
        ("publicity/province-GK", "7", "value", "«7» không phải số ngày"),
        ("councils/quorum", "3/2", "value", "«3/2» không phải một phần của số thành viên"),
        ("councils/chair", "1/2", "name", "Không có giá trị «councils/chair»"),
    ],
)
def test_faults_of_a_value(name: str, given: Any, path: str, wrong: str) -> None:
    assert faults(value(name, given)) == [(f"values[0].{path}", wrong)]


@pytest.mark.parametrize(
    ("row", "path", "wrong"),
    [
        ({"days": 10}, "unit", "Thiếu đơn vị"),
        ({}, "days", "Chưa rõ thời hạn"),
        ({"days": 10, "unit": "day", "month_day": "12-10"}, "days", "Chưa rõ thời hạn"),
        ({"month_day": "10/12"}, "month_day", "«10/12» không phải ngày và tháng"),
        ({"month_day": "02-30"}, "month_day", "«02-30» không phải ngày và tháng"),
    ],
)
def test_faults_of_a_deadline(row: dict[str, Any], path: str, wrong: str) -> None:
    deadline = {"step": "submit", "honours": ["BK_TINH"], **row}
    assert faults(content(deadlines=[deadline])) == [(f"deadlines[0].{path}", wrong)]


def test_a_file_that_settles_nothing_is_refused() -> None:
    assert faults(content(criteria=[])) == [("criteria", "Văn bản chưa quy định gì")]


def test_the_same_point_is_settled_once_in_a_file() -> None:
    twice = content(criteria=[criterion(), criterion()])
    assert faults(twice) == [("criteria[1]", "Đã quy định ở criteria[0]")]


@pytest.mark.parametrize("given", [None, [], "x", 3])
def test_what_is_no_group_of_keys_is_refused(given: object) -> None:
    assert faults(given) == [("", "Cần một nhóm khóa: giá trị")]


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        ("a: 1\na: 2\n", "dòng 2, cột 1", "khóa «a» viết hai lần"),
        ("a: &x 1\nb: *x\n", "dòng 2, cột 4", "không dùng tham chiếu (*)"),
        ("? [1]\n: 2\n", "dòng 1, cột 3", "khóa phải là một chữ"),
        ("a: [1\n", "dòng 2, cột 1", "expected"),
        ("[" * 5000, "", "lồng nhau quá sâu"),
        ("x" * 300_000, "", "dài quá"),
    ],
)
def test_yaml_that_cannot_be_read_names_line_and_column(text: str, where: str, problem: str) -> None:
    with pytest.raises(CannotReadLocalRules) as refusal:
        read_local_rules(text, "thu.yaml")
    (fault,) = refusal.value.faults
    assert (fault.place, problem in fault.what) == (where, True)


def test_the_refusal_names_file_place_and_remedy() -> None:
    with pytest.raises(CannotReadLocalRules) as refusal:
        read_content(content(instrument={"confidence": "sure"}), "thu.yaml")
    said = "thu.yaml: instrument.confidence: «sure» không có ở đây. Cách sửa: Chọn một trong: text, secondary, unverified."
    assert str(refusal.value) == said


def test_all_faults_of_shape_are_told_at_once() -> None:
    given = content(instrument={"place": "?", "since": "?"}, values=[{"name": "votes"}])
    assert [path for path, _ in faults(given)] == ["instrument.place", "instrument.since", "values[0].name"]


def test_text_and_data_of_one_content_have_one_digest() -> None:
    given = content()
    text = written(given)
    assert parse(text) == given
    assert read_local_rules(text, "a").digest == read_content(given, "b").digest
    unquoted = text.replace("'2026-02-01'", "2026-02-01")
    assert unquoted != text
    assert read_local_rules(unquoted, "a").digest == read_content(given, "b").digest
