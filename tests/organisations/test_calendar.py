from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from factories.organisations import OrganisationFactory, WardFactory, actor
from thidua.foundation.permissions import Refused
from thidua.modules.organisations import actions, queries
from thidua.modules.organisations.models import CalendarDay, Period, YearKind
from thidua.modules.organisations.roles import Role


@pytest.fixture
def administrator(db):
    return actor(WardFactory(), Role.ADMINISTRATOR)


def test_holidays_and_exchanged_days_of_2026(db):
    call_command("load_holidays", "2026", stdout=StringIO())
    calendar = queries.working_calendar()
    days = (date(2026, 2, 17), date(2026, 8, 31), date(2026, 8, 22), date(2026, 8, 29), date(2026, 9, 3))
    assert [calendar.is_working(day) for day in days] == [False, False, True, False, True]
    assert calendar.add(date(2026, 8, 28), 1) == date(2026, 9, 3)


def test_loading_twice_keeps_what_somebody_set(administrator):
    actions.set_calendar_day(actor=administrator, day=date(2026, 9, 1), is_working=False, note="Nghỉ lễ")
    for _ in range(2):
        call_command("load_holidays", "2026", stdout=StringIO())
    assert [d.note for d in CalendarDay.objects.filter(on=date(2026, 9, 1))] == ["Nghỉ lễ"]


@pytest.mark.parametrize("year", ["1900", "2500"])
def test_a_year_without_lunar_calendar_is_refused(db, year):
    with pytest.raises(CommandError):
        call_command("load_holidays", year)


def test_a_weekday_is_worked_anyway(administrator):
    with pytest.raises(actions.CannotSetDay):
        actions.set_calendar_day(actor=administrator, day=date(2026, 11, 23), is_working=True, note="")


def test_a_school_does_not_set_the_calendar(db):
    with pytest.raises(Refused):
        actions.set_calendar_day(
            actor=actor(OrganisationFactory(), Role.ADMINISTRATOR),
            day=date(2026, 11, 28),
            is_working=True,
            note="",
        )


class TestPeriods:
    def test_a_school_year_is_named_by_both_years(self, administrator):
        made = actions.make_period(actor=administrator, kind=YearKind.SCHOOL, year=2026)
        assert (made.label, made.since, made.until) == (
            "năm học 2025–2026",
            date(2025, 9, 1),
            date(2026, 9, 1),
        )

    def test_not_twice(self, administrator):
        actions.make_period(actor=administrator, kind=YearKind.CALENDAR, year=2026)
        with pytest.raises(actions.CannotMakePeriod):
            actions.make_period(actor=administrator, kind=YearKind.CALENDAR, year=2026)

    def test_a_campaign_needs_a_name(self, administrator):
        with pytest.raises(actions.CannotMakePeriod) as refusal:
            actions.make_period(actor=administrator, kind=YearKind.CAMPAIGN, year=2026)
        assert refusal.value.field == "label"

    def test_a_unit_is_offered_the_periods_of_its_kind_that_have_begun(self, administrator):
        for kind, year in ((YearKind.SCHOOL, 2026), (YearKind.CALENDAR, 2026), (YearKind.SCHOOL, 2028)):
            actions.make_period(actor=administrator, kind=kind, year=year)
        school = OrganisationFactory(year_kind=YearKind.SCHOOL)
        found = queries.periods_for(school, date(2026, 11, 23))
        assert list(found) == list(Period.objects.filter(kind=YearKind.SCHOOL, year=2026))
