"""Trying a record: the law's own answer, nothing kept, nothing logged, nothing typed lost."""

import logging
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from thidua import law
from thidua.foundation.models import Receipt

HERE = "/tra-cuu/dieu-kien/ca-nhan/"
TEACHER = {
    "ngay": "26/11/2026",
    "nam": "2026",
    "can_cu": "results",
    "nhom": "public_employee",
    "xl-2026": "excellent",
    "xl-2025": "excellent",
    "dh.LDTT-2025": "on",
    "dh.LDTT-2026": "on",
    "sk-2026": "base",
}


@pytest.fixture
def visitor() -> Client:
    return Client()


def verdicts(response) -> dict[str, str]:
    found = response.context["results"]
    groups = (found.meets, found.lacks, found.for_people, found.fails, found.for_others)
    return {each.honour.code: each.verdict.value for group in groups for each in group}


def ask(honour: str, record: dict) -> str:
    question = law.Question(
        honour,
        "individual",
        law.Record.from_dict(record),
        on=date(2026, 11, 26),
        year=2026,
        by="results",
        group="public_employee",
    )
    return law.decide(law.national_book(), question).verdict.value


def test_it_answers_what_the_law_answers(db, visitor):
    record = {
        "grades": [{"year": 2026, "grade": "excellent"}, {"year": 2025, "grade": "excellent"}],
        "titles": [{"honour": "LDTT", "year": 2025}, {"honour": "LDTT", "year": 2026}],
        "initiatives": [{"year": 2026, "scope": "base"}],
    }
    found = verdicts(visitor.post(HERE, TEACHER))
    assert found["CSTDCS"] == "yes"
    assert len(found) > 20
    assert {honour: ask(honour, record) for honour in found} == found


def test_a_column_without_an_entry_is_unknown_unless_there_is_nothing(db, visitor):
    bare = {name: value for name, value in TEACHER.items() if not name.startswith("dh.")}
    unknown = visitor.post(HERE, bare | {"nam": "2026"})
    none = visitor.post(HERE, bare | {"khong": ["titles", "awards"]})
    assert verdicts(unknown)["BK_TINH"] == "unknown"
    assert verdicts(none)["BK_TINH"] == "no"


def test_the_earliest_year_is_named(db, visitor):
    found = visitor.post(HERE, TEACHER | {"khong": ["awards"], "dh.CSTDCS-2026": "on"}).context["results"]
    later = next(each for each in found.fails if each.honour.code == "BK_TINH")
    assert later.first_year == 2027
    assert later.is_later


def test_another_day_is_laid_beside(db, visitor):
    """The council of a commune has existed as decider since July 2025; the standards are those of 2022."""
    earlier = {
        "ngay": "2024-06-01",
        "so-voi": "2023-12-31",
        "nam": "2023",
        "can_cu": "results",
        "nhom": "official",
    }
    response = visitor.post(HERE, earlier | {"xl-2023": "good", "khong": ["titles", "awards", "initiatives"]})
    found = response.context["results"]
    ladder = next(each for each in (*found.meets, *found.lacks, *found.fails) if each.honour.code == "LDTT")
    assert ladder.other.verdict is law.Verdict.YES
    assert "31/12/2023" in response.content.decode()


def test_nothing_is_kept_and_nothing_logged(db, visitor, caplog):
    """Not one typed value, in no logger's words at any level."""
    typed = {
        "ngay": "17/11/2021",
        "nam": "2021",
        "can_cu": "contribution",
        "nhom": "entrepreneur",
        "vi_tri": "direct_worker",
        "gioi": "female",
        "dang": "complaint",
        "thang": "437",
        "xl-2019": "excellent",
        "sk-2018": "province",
        "dung-2018": "BK_TINH",
        "kl-2017": "pay_cut",
        "kt-2016": "HCLD3",
        "ng-2015": "maternity",
    }
    with caplog.at_level(logging.DEBUG):
        response = visitor.post(HERE, typed)
    assert response.context["results"] is not None
    said = " ".join(record.getMessage() for record in caplog.records)
    assert [value for pair in typed.items() for value in pair if len(value) > 4 and value in said] == []
    assert Session.objects.count() == 0
    assert Receipt.objects.count() == 0
    assert "sessionid" not in response.cookies
    assert "no-store" in response["Cache-Control"]


def test_the_page_itself_asks_nothing_of_the_database(db, visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = visitor.get(HERE).content.decode()
    assert "Không phải trả lời chính thức của cơ quan nhà nước" in page
    assert "Đối chiếu tiêu chuẩn" in page


def test_more_years_cost_no_more_queries(db, visitor, django_assert_max_num_queries):
    visitor.post(HERE, TEACHER)
    with django_assert_max_num_queries(12):
        visitor.post(HERE, TEACHER | {f"xl-{year}": "good" for year in range(2008, 2025)})


def test_a_wrong_value_is_named_at_its_field_and_nothing_is_lost(db, visitor):
    response = visitor.post(HERE, TEACHER | {"ngay": "30/02/2026", "th-2025": "40", "sk-1999": "nation"})
    form, page = response.context["form"], response.content.decode()
    assert {"ngay", "th-2025"} <= set(form.errors)
    assert 'value="30/02/2026"' in page
    assert 'value="40"' in page
    assert 1999 in form.years
    assert response.context["results"] is None


def test_a_year_that_has_not_begun_is_refused_at_its_day(db, visitor):
    form = visitor.post(HERE, TEACHER | {"so-voi": "31/12/2023"}).context["form"]
    assert list(form.errors) == ["so-voi"]


def test_the_counts_of_a_collective_must_agree(db, visitor):
    here = "/tra-cuu/dieu-kien/tap-the/"
    facts = {"ngay": "26/11/2026", "nam": "2026", "tv": "10", "ldtt": "12"}
    assert list(visitor.post(here, facts).context["form"].errors) == ["ldtt"]
    good = visitor.post(here, facts | {"ldtt": "9", "cstdcs": "1", "xl-2026": "good", "cc": "0"})
    assert verdicts(good)["TTLDTT"] in ("yes", "unknown")


def test_a_household_is_answered(db, visitor):
    response = visitor.post(
        "/tra-cuu/dieu-kien/ho-gia-dinh/", {"ngay": "26/11/2026", "nam": "2026", "vp-2026": "crime"}
    )
    assert verdicts(response)["GDVH"] == "no"


def test_more_years_are_added_and_kept(db, visitor):
    form = visitor.post(HERE, TEACHER | {"them": "1", "so-nam": "6"}).context["form"]
    assert len(form.years) == 11
    assert form["xl-2025"].value() == "excellent"


class Unread:
    def read(self, *_size: int) -> bytes:
        pytest.fail("The body was read.")

    readline = read


@pytest.mark.parametrize("here", [HERE, "/tra-cuu/dieu-kien/tien-thuong/"])
def test_too_much_is_refused_unread(db, here):
    client = Client(enforce_csrf_checks=True)
    length = {"CONTENT_LENGTH": "25000", "wsgi.input": Unread()}
    response = client.generic("POST", here, content_type="application/x-www-form-urlencoded", **length)
    assert response.status_code == 429
    assert "lớn hơn mức cần thiết" in response.content.decode()


def test_too_often_is_refused_for_visitors(db, visitor):
    statuses = [visitor.post(HERE, {"ngay": ""}).status_code for _ in range(62)]
    assert statuses[0] == 200
    assert statuses[-1] == 429


def test_without_the_token_nothing_is_answered(db):
    assert Client(enforce_csrf_checks=True).post(HERE, TEACHER).status_code == 403


def test_the_english_page_is_english(db, visitor):
    visitor.cookies["ngon_ngu"] = "en"
    page = visitor.post(HERE, TEACHER).content.decode()
    assert "Compare with the standards" in page
    assert "Meets the standard for consideration" in page
    assert 'aria-label="Base-level Emulation Fighter, 2026"' in page
