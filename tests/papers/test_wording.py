from datetime import UTC, date, datetime

import pytest

from papers.samples import TEAM, teachers
from thidua.documents.wording import clock_time, counted, document_number, legal_day, share


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 6, 5), "ngày 05 tháng 6 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
        (date(2026, 10, 1), "ngày 01 tháng 10 năm 2026"),
    ],
)
def test_only_days_under_ten_and_two_months_take_a_zero(day, written):
    assert legal_day(day) == written


@pytest.mark.parametrize(
    ("number", "symbol", "written"),
    [
        (7, "QĐ-UBND", "07/QĐ-UBND"),
        (12, "QĐ-UBND", "12/QĐ-UBND"),
        (1254, "TTr-THCS", "1254/TTr-THCS"),
        ("12a", "QĐ-UBND", "12a/QĐ-UBND"),
        (None, "QĐ-UBND", "      /QĐ-UBND"),
    ],
)
def test_document_number(number, symbol, written):
    assert document_number(number, symbol) == written


def test_an_instant_is_shown_in_vietnamese_time():
    assert clock_time(datetime(2026, 1, 4, 18, 5, tzinfo=UTC)) == (
        "01 giờ 05 phút, ngày 05 tháng 01 năm 2026"
    )


def test_a_day_without_its_hour_leaves_room_to_write_the_hour():
    assert clock_time(date(2026, 11, 20)) == "      giờ      phút, ngày 20 tháng 11 năm 2026"


def test_people_and_collectives_are_counted_apart():
    assert counted([*teachers(12), TEAM]) == "12 cá nhân, 01 tập thể"


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(11, 11, "100%"), (2, 3, "66,67%"), (1, 2, "50%"), (0, 5, "0%"), (1, 8, "12,5%"), (0, 0, "")],
)
def test_share(part, whole, written):
    assert share(part, whole) == written


def test_a_share_below_the_threshold_is_never_printed_as_the_threshold():
    assert share(3999, 5000) == "79,98%"
