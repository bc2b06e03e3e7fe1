"""Civil days in Việt Nam, half-open intervals, and counting of working days."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST_WEEKEND_DAY = 5


def civil_day(instant: datetime) -> date:
    """The day on the calendar of Việt Nam at an aware instant."""
    if instant.tzinfo is None:
        message = "An instant needs a time zone to have a civil day."
        raise ValueError(message)
    return instant.astimezone(VIETNAM).date()


def next_day(day: date) -> date:
    return day + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `since` up to, but not including, `until`; None is open."""

    since: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            message = f"An interval ends after it begins: {self.since} – {self.until}."
            raise ValueError(message)

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def overlaps(self, other: Self) -> bool:
        return (other.until is None or self.since < other.until) and (
            self.until is None or other.since < self.until
        )


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked: Monday to Friday, but for public holidays and swapped days.

    `exceptions` maps a day to True (worked although a weekend: a swapped day) or False (not worked).
    """

    exceptions: Mapping[date, bool] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        return self.exceptions.get(day, day.weekday() < FIRST_WEEKEND_DAY)

    def days_after(self, start: date) -> Iterator[date]:
        day = start
        while True:
            day = next_day(day)
            if self.is_working(day):
                yield day

    def add(self, start: date, n_days: int, pauses: Iterable[Interval] = ()) -> date:
        """The day on which the n-th working day after `start` falls; paused days do not count."""
        stopped = tuple(pauses)
        if n_days <= 0:
            return start
        counted = 0
        for day in self.days_after(start):
            if not any(day in pause for pause in stopped):
                counted += 1
            if counted == n_days:
                return day
            if (day - start).days > 3_660:
                break
        message = "The clock is paused for ever: close the pause first."
        raise ValueError(message)

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` is earlier."""
        if end < start:
            return -self.between(end, start)
        weeks, rest = divmod((end - start).days, 7)
        last = (start + timedelta(days=n) for n in range(1, rest + 1))
        weekdays = FIRST_WEEKEND_DAY * weeks + sum(day.weekday() < FIRST_WEEKEND_DAY for day in last)
        kept = ((day, worked) for day, worked in self.exceptions.items() if start < day <= end)
        return weekdays + sum(worked - (day.weekday() < FIRST_WEEKEND_DAY) for day, worked in kept)
