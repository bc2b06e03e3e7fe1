"""Prizes, votes and authority without a login: the law's own answer, by the rules of the place chosen."""

import pytest
from django.test import Client

PRIZE = "/tra-cuu/dieu-kien/tien-thuong/"
VOTES = "/tra-cuu/dieu-kien/bieu-quyet/"
POWERS = "/tra-cuu/dieu-kien/tham-quyen/"
TODAY = {"ngay": "26/11/2026"}


@pytest.fixture
def visitor() -> Client:
    return Client()


def answered(response):
    assert response.context["form"].errors == {}
    return response.context["result"]


def test_of_titles_for_one_period_only_the_highest_is_paid(db, visitor):
    """Base salary 2.340.000 đ: CSTĐCS 1 time, LĐTT 0,3; a bằng khen beside them is paid too."""
    asked = {
        "ngay": "01/03/2025",
        "doi_tuong": "individual",
        "hinh-thuc-1": "LDTT",
        "tu-1": "2024",
        "hinh-thuc-2": "CSTDCS",
        "tu-2": "2024",
        "den-2": "2024",
        "hinh-thuc-3": "BK_TINH",
        "tu-3": "2023",
        "den-3": "2024",
    }
    found = answered(visitor.post(PRIZE, asked))
    assert [(line.amount, line.is_paid) for line in found.lines] == [
        (710_000, False),
        (2_340_000, True),
        (3_510_000, True),
    ]
    assert found.total == 5_850_000
    assert "Chiến sĩ thi đua cơ sở" in found.lines[0].why
    assert found.lines[0].payers == ""
    assert found.lines[1].payers.startswith("Cấp quyết định")


def test_a_collective_gets_twice_the_form(db, visitor):
    asked = {"ngay": "01/03/2025", "doi_tuong": "collective", "hinh-thuc-1": "BK_TINH"}
    assert answered(visitor.post(PRIZE, asked)).total == 7_020_000


def test_merit_in_a_resistance_war_brings_no_prize(db, visitor):
    asked = {"ngay": "01/03/2025", "doi_tuong": "individual", "hinh-thuc-1": "HCLD3", "kc-1": "on"}
    found = answered(visitor.post(PRIZE, asked))
    assert (found.total, found.lines[0].payers) == (0, "")


def test_a_wrong_row_is_named_at_its_field(db, visitor):
    asked = {"ngay": "01/03/2025", "doi_tuong": "individual", "hinh-thuc-1": "TTLDTT", "den-1": "2024"}
    assert set(visitor.post(PRIZE, asked).context["form"].errors) == {"hinh-thuc-1", "den-1"}
    empty = visitor.post(PRIZE, {"ngay": "01/03/2025", "doi_tuong": "individual"})
    assert set(empty.context["form"].errors) == {"hinh-thuc-1"}


def test_more_rows_keep_what_is_typed(db, visitor):
    form = visitor.post(PRIZE, TODAY | {"hinh-thuc-1": "GK", "them": "1", "so-dong": "4"}).context["form"]
    assert form.n_rows == 8
    assert form["hinh-thuc-1"].value() == "GK"


@pytest.mark.parametrize(("in_favour", "verdict"), [("8", "no"), ("9", "yes")])
def test_nine_of_ten_members_must_agree(db, visitor, in_favour, verdict):
    """90 % of ten members; that an absent one votes in writing is why the present do not bound it."""
    asked = TODAY | {
        "hinh_thuc": "CSTDTQ",
        "cap": "tinh",
        "thanh_vien": "10",
        "co_mat": "7",
        "dong_y": in_favour,
    }
    found = answered(visitor.post(VOTES, asked))
    assert found.votes.verdict == verdict
    assert "90%" in found.votes.said
    assert found.votes.cite != ""
    assert found.attendance.verdict == "unknown"


def test_without_a_rule_the_vote_is_left_open(db, visitor):
    asked = TODAY | {"hinh_thuc": "LDTT", "cap": "xa", "thanh_vien": "9", "dong_y": "9"}
    assert answered(visitor.post(VOTES, asked)).votes.verdict == "unknown"


def test_more_votes_than_members_are_refused(db, visitor):
    asked = TODAY | {"hinh_thuc": "CSTDTQ", "cap": "tinh", "thanh_vien": "9", "dong_y": "10"}
    assert set(visitor.post(VOTES, asked).context["form"].errors) == {"dong_y"}


@pytest.mark.parametrize(("present", "verdict"), [("7", "no"), ("8", "yes"), ("", "unknown")])
def test_the_place_says_how_many_must_be_present(db, visitor, present, verdict):
    """Bắc Ninh: four of five members where honours are considered."""
    asked = TODAY | {
        "hinh_thuc": "CSTDTQ",
        "cap": "tinh",
        "thanh_vien": "10",
        "co_mat": present,
        "dong_y": "9",
        "noi": "bac-ninh",
    }
    response = visitor.post(VOTES, asked)
    assert answered(response).attendance.verdict == verdict
    page = response.content.decode()
    assert "86/2025/QĐ-UBND" in page
    assert "của Bắc Ninh" in page


@pytest.mark.parametrize(
    ("day", "level", "who"),
    [
        ("01/06/2025", "xa", "Chủ tịch Ủy ban nhân dân cấp huyện"),
        ("01/08/2025", "xa", "Chủ tịch Ủy ban nhân dân cấp xã"),
        ("01/08/2025", "so", "Giám đốc sở"),
    ],
)
def test_who_decides_depends_on_the_day_and_the_level(db, visitor, day, level, who):
    found = answered(visitor.post(POWERS, {"ngay": day, "hinh_thuc": "CSTDCS", "cap": level}))
    assert found.decides.who.startswith(who)
    assert found.decides.cites != ""


def test_for_the_prime_minister_the_province_proposes_and_pays(db, visitor):
    asked = TODAY | {"hinh_thuc": "BK_TTG", "cap": "xa"}
    response = visitor.post(POWERS, asked)
    found = answered(response)
    assert found.decides.who == "Thủ tướng Chính phủ"
    assert found.proposes.who == "Chủ tịch Ủy ban nhân dân cấp tỉnh"
    assert "Cơ quan trình khen thưởng, từ quỹ của mình" in [power.who for power in found.others]


def test_an_honour_that_is_gone_is_refused(db, visitor):
    """Huy hiệu ended with the law of 2003."""
    asked = {"hinh_thuc": "HUYHIEU", "cap": "tinh"}
    gone = visitor.post(POWERS, asked | {"ngay": "01/01/2024"})
    assert set(gone.context["form"].errors) == {"hinh_thuc"}
    assert answered(visitor.post(POWERS, asked | {"ngay": "31/12/2023"})).decides.who != ""


@pytest.mark.parametrize("here", [PRIZE, VOTES, POWERS])
def test_the_page_asks_nothing_of_the_database_and_keeps_nothing(
    db, visitor, here, django_assert_num_queries
):
    with django_assert_num_queries(0):
        page = visitor.get(here).content.decode()
    assert "data-fragment" in page
    assert "Không phải trả lời chính thức của cơ quan nhà nước" in page
    assert "no-store" in visitor.post(here, TODAY)["Cache-Control"]


@pytest.mark.parametrize("here", [PRIZE, VOTES, POWERS])
def test_without_the_token_nothing_is_answered(db, here):
    assert Client(enforce_csrf_checks=True).post(here, TODAY).status_code == 403
