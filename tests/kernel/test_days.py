from datetime import UTC, date, datetime, timedelta

import pytest

from thidua.kernel.days import Interval, WorkingCalendar, civil_day

MONDAY = date(2026, 11, 23)


def test_the_day_begins_at_midnight_in_vietnam():
    assert civil_day(datetime(2026, 11, 22, 16, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert civil_day(datetime(2026, 11, 22, 17, 0, tzinfo=UTC)) == MONDAY


def test_an_instant_without_zone_has_no_day():
    with pytest.raises(ValueError, match="time zone"):
        civil_day(datetime(2026, 11, 22))  # noqa: DTZ001 -- that is the point


def test_the_last_day_is_outside():
    term = Interval(date(2024, 1, 1), date(2025, 7, 1))
    assert date(2025, 6, 30) in term
    assert date(2025, 7, 1) not in term
    assert not term.overlaps(Interval(date(2025, 7, 1)))


def test_an_interval_ends_after_it_begins():
    with pytest.raises(ValueError, match="ends after"):
        Interval(MONDAY, MONDAY)


def test_weekends_are_not_worked():
    assert WorkingCalendar().add(MONDAY, 5) == date(2026, 11, 30)
    assert WorkingCalendar().between(MONDAY, date(2026, 11, 30)) == 5


def test_holidays_and_swapped_days():
    calendar = WorkingCalendar({date(2026, 11, 24): False, date(2026, 11, 28): True})
    assert calendar.add(MONDAY, 4) == date(2026, 11, 28)


def test_paused_days_do_not_count():
    pause = Interval(date(2026, 11, 24), date(2026, 11, 26))
    assert WorkingCalendar().add(MONDAY, 3, [pause]) == date(2026, 11, 30)


def test_a_clock_that_never_goes_on_is_refused():
    with pytest.raises(ValueError, match="paused for ever"):
        WorkingCalendar().add(MONDAY, 1, [Interval(MONDAY)])


def test_days_overdue_are_negative():
    assert WorkingCalendar().between(date(2026, 11, 30), MONDAY) == -5


@pytest.mark.parametrize("n_days", [0, 1, 4, 6, 7, 8, 13, 400, 3_000])
@pytest.mark.parametrize("first", range(7))
def test_working_days_between_are_those_counted_one_by_one(first, n_days):
    start = MONDAY + timedelta(days=first)
    end = start + timedelta(days=n_days)
    swapped = {start + timedelta(days=n): n % 2 == 0 for n in (0, 1, 2, 5, 6, 8, 300, 3_500)}
    calendar = WorkingCalendar(swapped)
    one_by_one = sum(calendar.is_working(start + timedelta(days=n)) for n in range(1, n_days + 1))
    assert (calendar.between(start, end), calendar.between(end, start)) == (one_by_one, -one_by_one)
