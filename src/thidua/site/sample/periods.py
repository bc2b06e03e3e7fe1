"""The evaluation periods of six closed years, and those that are open on the day."""

from datetime import date

from thidua.modules.organisations.models import Period, YearKind

N_YEARS = 6
# A school year is closed when June is over.
SCHOOL_YEAR_ENDS = 6


def last_calendar_year(on: date) -> int:
    return on.year - 1


def last_school_year(on: date) -> int:
    """The closing year of the last closed school year."""
    return on.year if on.month >= SCHOOL_YEAR_ENDS else on.year - 1


def _calendar(year: int) -> Period:
    return Period(
        kind=YearKind.CALENDAR,
        label=f"năm {year}",
        year=year,
        since=date(year, 1, 1),
        until=date(year + 1, 1, 1),
        closes_on=date(year, 12, 10),
    )


def _school(year: int) -> Period:
    return Period(
        kind=YearKind.SCHOOL,
        label=f"năm học {year - 1}–{year}",
        year=year,
        since=date(year - 1, 9, 1),
        until=date(year, 9, 1),
        closes_on=date(year, 6, 15),
    )


def load_periods(on: date) -> dict[tuple[str, int], Period]:
    """By kind and year: six closed ones of each kind, and the next."""
    calendar, school = last_calendar_year(on), last_school_year(on)
    rows = [_calendar(year) for year in range(calendar - N_YEARS + 1, calendar + 2)]
    rows += [_school(year) for year in range(school - N_YEARS + 1, school + 2)]
    return {(row.kind, row.year): row for row in Period.objects.bulk_create(rows)}
