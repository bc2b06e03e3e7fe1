from datetime import date

import pytest

from thidua.kernel.days import WorkingCalendar
from thidua.modules.appraisal.clock import Reading, read
from thidua.modules.appraisal.models import Pause

CALENDAR = WorkingCalendar()
MONDAY = date(2026, 11, 2)


def reading(on: date, *pauses: tuple[date, date | None]) -> Reading:
    rows = [Pause(since=since, until=until) for since, until in pauses]
    return read(CALENDAR, MONDAY, 10, rows, on=on)


@pytest.mark.parametrize(
    ("on", "n_left"),
    [
        (MONDAY, 10),
        (date(2026, 11, 3), 9),
        (date(2026, 11, 8), 6),
        (date(2026, 11, 16), 0),
        (date(2026, 11, 17), -1),
    ],
)
def test_the_day_of_receipt_does_not_count(on, n_left):
    found = reading(on)
    assert (found.n_left, found.due_on, found.is_overdue) == (n_left, date(2026, 11, 16), n_left < 0)


def test_the_clock_stands_still_while_supplements_are_awaited():
    """Returned on Wednesday 4, back on Tuesday 10: Thursday, Friday, Monday and Tuesday do not count."""
    found = reading(date(2026, 11, 12), (date(2026, 11, 4), date(2026, 11, 10)))
    assert found == Reading(10, 4, date(2026, 11, 20))


def test_an_open_pause_has_no_due_day():
    found = reading(date(2026, 12, 31), (date(2026, 11, 4), None))
    assert found == Reading(10, 2, None)


def test_back_on_the_same_day_stops_nothing():
    found = reading(date(2026, 11, 16), (date(2026, 11, 4), date(2026, 11, 4)))
    assert found == Reading(10, 10, date(2026, 11, 16))


def test_holidays_and_swapped_days():
    calendar = WorkingCalendar({date(2026, 11, 3): False, date(2026, 11, 7): True})
    found = read(calendar, MONDAY, 5, [], on=date(2026, 11, 7))
    assert found == Reading(5, 4, date(2026, 11, 9))
