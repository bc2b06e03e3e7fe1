"""The clock of working days: it starts on the day after receipt and stands still while supplements are awaited.

The day on which a file goes back still counts; the day on which it comes again does not, like the day of receipt.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.kernel.days import Interval, WorkingCalendar, next_day
from thidua.modules.appraisal.models import Pause


@dataclass(frozen=True, slots=True)
class Reading:
    """`n_left` is negative when overdue; `due_on` is None while the clock stands still."""

    n_days: int
    n_used: int
    due_on: date | None

    @property
    def n_left(self) -> int:
        return self.n_days - self.n_used

    @property
    def is_overdue(self) -> bool:
        return self.n_left < 0


def stopped(pauses: Iterable[Pause]) -> list[Interval]:
    """Days that do not count; a file that came back on the same day stopped nothing."""
    spans = [(next_day(pause.since), next_day(pause.until) if pause.until else None) for pause in pauses]
    return [Interval(since, until) for since, until in spans if until is None or since < until]


def due_day(
    calendar: WorkingCalendar, received_on: date, n_days: int, pauses: Iterable[Pause]
) -> date | None:
    """The last day in time; None while a pause is open."""
    intervals = stopped(pauses)
    if any(interval.until is None for interval in intervals):
        return None
    return calendar.add(received_on, n_days, intervals)


def used(calendar: WorkingCalendar, received_on: date, until: date, pauses: Iterable[Pause]) -> int:
    """Working days after receipt up to and including a day, without those on which the clock stood still."""
    intervals = stopped(pauses)
    days = (received_on + timedelta(days=n) for n in range(1, (until - received_on).days + 1))
    return sum(1 for day in days if calendar.is_working(day) and not any(day in stop for stop in intervals))


def read(
    calendar: WorkingCalendar, received_on: date, n_days: int, pauses: Iterable[Pause], *, on: date
) -> Reading:
    rows = list(pauses)
    return Reading(
        n_days, used(calendar, received_on, on, rows), due_day(calendar, received_on, n_days, rows)
    )
