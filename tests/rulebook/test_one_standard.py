"""One honour on a day and on two: what stands there is what the law package says, marked where it differs."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.test import Client
from django.utils import translation

from thidua import law
from thidua.modules.rulebook.sheets import beside, marks, sheet

HERE = "/tra-cuu/tieu-chuan/CSTDCS/ca-nhan/"
BOOK = law.national_book()


@pytest.fixture
def visitor() -> Client:
    return Client()


def value(found, section: str, key: str) -> str:
    return next(row.value for row in found.section(section).rows if row.key == key)


def test_a_visitor_reads_it_in_vietnamese_without_a_query(db, visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = visitor.get(HERE, {"ngay": "2026-11-26"})
    page = response.content.decode()
    assert response.status_code == 200
    for words in (
        "từ 80% tổng số thành viên Hội đồng",
        "2.530.000 đ",
        "Chủ tịch Ủy ban nhân dân cấp xã",
        "Biên bản bình xét thi đua",
        "đã đọc toàn văn",
        "Luật 06/2026/QH16 có hiệu lực từ 01/10/2026 nhưng chưa có toàn văn",
    ):
        assert words in page


def test_the_values_are_those_of_the_day():
    early = sheet(BOOK, "CSTDCS", "individual", date(2024, 6, 30))
    late = sheet(BOOK, "CSTDCS", "individual", date(2024, 7, 1))
    assert value(early, "prize", "amount.all") == "1.800.000 đ"
    assert value(late, "prize", "amount.all") == "2.340.000 đ"
    assert value(late, "prize", "base_salary") == "2.340.000 đ"


def test_every_standard_of_the_rule_stands_there():
    found = sheet(BOOK, "BK_TINH", "individual", date(2026, 11, 26))
    looked = law.look_up(BOOK, "BK_TINH", "individual", date(2026, 11, 26))
    lines = [line for standard in looked.standards for _depth, line in standard.lines()]
    assert [row.label for row in found.section("standards").rows] == [
        line.sentence_en or line.sentence_vi for line in lines
    ]


@pytest.mark.parametrize(
    ("honour", "kind"), [("CSTDCS", "individual"), ("TTLDXS", "collective"), ("GK", "household")]
)
def test_between_two_marks_nothing_changes(honour, kind):
    known = marks(BOOK, honour, kind)
    for this, following in pairwise(known):
        first = sheet(BOOK, honour, kind, this.on)
        middle = sheet(BOOK, honour, kind, this.on + (following.on - this.on) / 2)
        end = sheet(BOOK, honour, kind, following.on - timedelta(days=1))
        for other in (middle, end):
            assert [part.code for part in beside(first, other) if part.n_changed or part.n_recited] == []
    assert all(mark.changed for mark in known[1:])


def test_what_differs_is_marked_in_words(db, visitor):
    response = visitor.get(HERE, {"ngay": "2026-11-26", "so-voi": "2023-12-31"})
    page = response.content.decode()
    votes = next(part for part in response.context["beside"] if part.code == "votes")
    assert [pair.state for pair in votes.pairs] == ["came"]
    states = {pair.state for part in response.context["beside"] for pair in part.pairs}
    assert states == {"recited", "changed", "came", "went"}
    assert "căn cứ khác" in page
    assert "thêm" in page


def test_a_day_beside_itself_is_the_same():
    found = sheet(BOOK, "BK_TTG", "individual", date(2025, 1, 1))
    assert [pair.state for part in beside(found, found) for pair in part.pairs if pair.state != "same"] == []


def test_a_day_as_people_write_it_leads_to_its_address(db, visitor):
    response = visitor.get(HERE, {"ngay": "26/11/2026", "so-voi": "31/12/2023"})
    assert response.status_code == 302
    assert response["Location"] == f"{HERE}?ngay=2026-11-26&so-voi=2023-12-31"


def test_a_wrong_day_is_refused_at_its_field_and_kept(db, visitor):
    response = visitor.get(HERE, {"ngay": "31/02/2026", "so-voi": "1999-01-01"})
    page = response.content.decode()
    assert set(response.context["form"].errors) == {"ngay", "so-voi"}
    assert "Hãy nhập ngày có thật theo dạng ngày/tháng/năm" in page
    assert "Chưa có căn cứ cho ngày trước" in page
    assert 'value="31/02/2026"' in page


def test_the_last_day_before_the_new_law_has_no_warning(db, visitor):
    page = visitor.get(HERE, {"ngay": "2026-09-30"}).content.decode()
    assert "chưa có toàn văn: nội dung" not in page


def test_what_is_not_for_this_recipient_is_not_there(db, visitor):
    assert visitor.get("/tra-cuu/tieu-chuan/CSTDCS/tap-the/").status_code == 404
    assert visitor.get("/tra-cuu/tieu-chuan/KHONG_CO/ca-nhan/").status_code == 404


def test_every_honour_opens_on_every_regime_in_both_languages(db, visitor):
    for language in ("vi", "en"):
        with translation.override(language):
            for honour in law.catalogue().values():
                for kind in honour.recipient:
                    for day in (date(2015, 1, 1), date(2024, 6, 1), date(2026, 11, 26)):
                        assert sheet(BOOK, honour.code, kind, day).sections
