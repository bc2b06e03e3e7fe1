"""What the law doesn't leave to a place is refused, with the provision that says so."""

from typing import Any

import pytest
from tests.law.local.samples import content, criterion, value

from thidua.law.files import load
from thidua.law.indexing import holds
from thidua.law.local import faults_of, read_content
from thidua.law.local.delegation import CRITERIA, PROCEDURE


def first(given: object) -> tuple[str, str, str]:
    fault = faults_of(given)[0]
    return fault.place, fault.what, fault.remedy


def test_a_condition_of_the_law_cannot_be_replaced() -> None:
    given = content(criteria=[criterion(honour="CSTDCS", replaces="initiative")])
    assert first(given) == (
        "criteria[0].replaces",
        "«initiative» do Luật 06/2022/QH15, Điều 23 khoản 2 quy định, luật không giao địa phương quy định khác",
        "Được thay: production, older_initiative",
    )


def test_a_condition_that_is_not_there_cannot_be_replaced() -> None:
    given = content(criteria=[criterion(replaces="standards")])
    assert first(given) == (
        "criteria[0].replaces",
        "Quy định chung không có điều kiện «standards»",
        "Được thay: local_criteria",
    )


@pytest.mark.parametrize("honour", ["CSTDCT", "CSTDTQ", "BK_TTG", "HCLD3", "CSTDCS"])
def test_nothing_is_added_where_the_law_leaves_no_details(honour: str) -> None:
    path, wrong, _ = first(content(criteria=[criterion(honour=honour, replaces=None, adds="standards")]))
    assert path == "criteria[0].adds"
    assert wrong.startswith("Luật không giao địa phương quy định thêm tiêu chuẩn")


def test_details_may_be_added_from_the_first_day_of_the_law_that_leaves_them() -> None:
    more = [criterion(honour="BK_TINH", replaces=None, adds="standards")]
    assert faults_of(content(criteria=more)) == []
    earlier = content(criteria=more, instrument={"since": "2023-06-01", "until": "2023-12-01"})
    assert first(earlier)[0] == "criteria[0].adds"


def test_a_rule_of_the_law_is_not_written_anew() -> None:
    path, wrong, allowed = first(content(criteria=[criterion(replaces=None)]))
    assert (path, wrong) == ("criteria[0].replaces", "“Giấy khen” đã có quy tắc chung")
    assert allowed == "Ghi replaces (được thay: local_criteria) hoặc adds (standards, obstacles)"


def test_a_province_medal_needs_a_resolution_of_the_people_s_council() -> None:
    medal = [criterion(honour="KNC")]
    path, wrong, allowed = first(content(criteria=medal))
    assert path == "criteria[0].honour"
    assert wrong == "Tiêu chuẩn “Kỷ niệm chương” do Hội đồng nhân dân cấp tỉnh quy định"
    assert "Điều 71 khoản 2" in allowed
    assert faults_of(content(criteria=medal, instrument={"number": "12/2026/NQ-HĐND"})) == []


def test_a_commune_sets_no_criteria() -> None:
    path, wrong, _ = first(content(instrument={"place": "bac-ninh/kinh-bac"}))
    assert path == "criteria[0]"
    assert "không giao cấp xã" in wrong
    assert "Điều 75 khoản 2" in wrong


def test_a_recipient_that_the_honour_is_not_for_is_refused() -> None:
    path, wrong, _ = first(
        content(criteria=[criterion(honour="LDTT", kind="household", replaces="production")])
    )
    assert (path, wrong) == ("criteria[0].kind", "“Lao động tiên tiến” không dành cho đối tượng này")


def test_an_unknown_honour_is_refused() -> None:
    path, wrong, _ = first(content(criteria=[criterion(honour="GKK")]))
    assert (path, wrong) == ("criteria[0].honour", "Không có danh hiệu, hình thức mang mã «GKK»")


@pytest.mark.parametrize(
    ("name", "given", "number", "wrong"),
    [
        ("votes/CSTDCS", 70, "1/QĐ", "Nghị định 152/2025/NĐ-CP đã quy định 80% phiếu đồng ý"),
        ("prizes/CSTDCS", "2", "1/QĐ", "Nghị định 152/2025/NĐ-CP, Điều 50 đã quy định 1 lần mức lương cơ sở"),
        (
            "quotas/BK_TTG-of-members",
            5,
            "1/QĐ",
            "“Bằng khen của Thủ tướng Chính phủ” do trung ương quyết định",
        ),
        ("topups/CSTDCS", "0.5", "1/QĐ-UBND", "Mức thưởng thêm từ ngân sách do Hội đồng nhân dân quyết định"),
        ("publicity/province-HCLD3", "5 day", "1/QĐ", "Việc công khai do Luật 06/2022/QH15, Điều 84 khoản 5"),
        ("sets/CSTDTQ", 3, "1/QĐ", "Hồ sơ gửi trung ương có 01 bộ bản chính"),
    ],
)
def test_a_value_of_the_law_stays(name: str, given: Any, number: str, wrong: str) -> None:
    row = value(name, given)
    row["instrument"]["number"] = number
    path, said, _ = first(row)
    assert (path, said[: len(wrong)]) == ("values[0].name", wrong)


@pytest.mark.parametrize(
    ("name", "given", "number"),
    [
        ("quotas/CSTDCS-of-LDTT", 20, "1/QĐ"),
        ("votes/GK", 60, "1/QĐ"),
        ("topups/CSTDCS", "0.5", "3/2026/NQ-HĐND"),
        ("topups_vnd/GK", 200_000, "3/2026/NQ-HĐND"),
        ("sets/GK", 2, "1/QĐ"),
        ("publicity/province-BK_TINH", "5 working_day", "1/QĐ"),
        ("councils/present", "4/5", "1/QĐ"),
    ],
)
def test_a_value_that_is_left_open_is_taken(name: str, given: Any, number: str) -> None:
    row = value(name, given)
    row["instrument"]["number"] = number
    assert faults_of(row) == []


def test_a_share_may_only_be_stricter_where_the_decree_named_one() -> None:
    row = value("quotas/CO_CP-of-CO_TINH", 30)
    assert "trung ương" in first(row)[1]


def test_a_commune_sets_terms_and_its_own_council_only() -> None:
    place = {"place": "bac-ninh/kinh-bac"}
    row = value("councils/present", "4/5", levels=["xa"])
    row["instrument"].update(place)
    assert faults_of(row) == []
    row["values"][0]["name"], row["values"][0]["value"] = "quotas/CSTDCS-of-LDTT", 10
    assert first(row)[1] == "Luật không giao cấp xã quy định «quotas»"
    term = {"step": "submit", "honours": ["GK"], "month_day": "11-30", "levels": ["xa"]}
    assert faults_of(content(criteria=[], deadlines=[term], instrument=place)) == []
    wide = {**term, "levels": ["tinh"]}
    assert first(content(criteria=[], deadlines=[wide], instrument=place))[0] == "deadlines[0].levels"


def test_a_term_of_the_law_is_shortened_never_lengthened() -> None:
    term = {"step": "decide", "honours": ["CSTDCS"], "levels": ["xa"], "unit": "working_day"}
    assert faults_of(content(deadlines=[{**term, "days": 12}])) == []
    assert first(content(deadlines=[{**term, "days": 25}])) == (
        "deadlines[0].days",
        "Quy định chung là 20 ngày làm việc",
        "Địa phương chỉ được rút ngắn",
    )


def test_terms_of_the_centre_are_not_a_province_s() -> None:
    term = {"step": "submit", "honours": ["GK", "CSTDTQ"], "month_day": "11-30"}
    path, wrong, _ = first(content(deadlines=[term]))
    assert path == "deadlines[0].honours[1]"
    assert "do Chính phủ, Bộ Nội vụ quy định" in wrong


def test_papers_are_set_for_what_the_decree_leaves_only() -> None:
    papers = {"documents": {"to_trinh": "always"}}
    assert faults_of(content(papers=[{"honour": "GK", **papers}])) == []
    assert first(content(papers=[{"honour": "BK_TINH", **papers}]))[0] == "papers[0].honour"


def test_authority_stays_with_the_law_but_for_a_place_s_own_honour() -> None:
    assert first(content(deciders=[{"honour": "BK_TINH", "offices": ["xa"]}]))[0] == "deciders[0].honour"
    assert faults_of(content(deciders=[{"honour": "NTVT", "offices": ["xa"]}])) == []


def test_an_own_honour_has_a_code_of_its_own() -> None:
    own = {"vi": "Gương sáng", "nature": "form", "to": ["individual"], "level": "tinh"}
    assert first(content(honours=[{"code": "GK", **own}]))[1] == "Mã «GK» đã có trong danh mục chung"
    assert first(content(honours=[{"code": "GUONG", **own}]))[1] == "Mã «GUONG» dễ lẫn với mã chung"
    assert faults_of(content(honours=[{"code": "BN_GUONG", **own}])) == []


def test_every_delegating_provision_stands_in_the_index() -> None:
    index = load("index.yaml")
    for left in (*CRITERIA, *PROCEDURE):
        cite = left.cite
        if cite.instrument in index:
            assert holds(index[cite.instrument], cite.article or "", cite.clause, cite.point), cite


def test_a_sound_file_is_read() -> None:
    rules = read_content(content(), "thu.yaml")
    assert (rules.number, rules.place, len(rules.entries())) == ("01/2026/QĐ-UBND", "bac-ninh", 1)
