"""A run from its asking to its end: what is read changes only when all is done."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW, TODAY
from factories.dossiers import collective, graded, person, place
from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.register import award_to, entered
from factories.suggestions import looked
from thidua.foundation.permissions import Refused
from thidua.modules.organisations.api import Role, rebuild_closure
from thidua.modules.suggestions import running, whom
from thidua.modules.suggestions.actions import GIVEN_UP, CannotLook, ask, stop
from thidua.modules.suggestions.forgotten import forgotten
from thidua.modules.suggestions.jobs import look, look_at_night
from thidua.modules.suggestions.kinds import RunState
from thidua.modules.suggestions.models import Run, Suggestion

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def good_teacher(at, name="Trần Thị Minh Châu"):
    who = person(at.school, name)
    graded(who, "good")
    return who


def asked(at, now=NOW):
    return ask(organisation=at.ward, actor=at.specialist, on=TODAY, now=now)


def test_a_finished_run_is_what_is_read(at):
    who = good_teacher(at)
    run = looked(at)
    assert (run.state, run.is_current, run.n_people, run.n_done) == (RunState.DONE, True, 1, 1)
    assert (len(run.book), run.package != "") == (64, True)
    line = Suggestion.objects.get(honour="LDTT", kind="qualifies")
    assert (line.run, line.person, line.year, line.name) == (run, who, 2026, who.name)


def test_the_second_run_takes_the_place_of_the_first_when_done(at):
    who = good_teacher(at)
    first = looked(at)
    entered(at.ward, at.specialist, award_to(who, "LDTT"))
    assert Suggestion.objects.filter(honour="LDTT").exists()
    second = looked(at)
    assert set(Run.objects.filter(is_current=True)) == {second}
    assert set(Suggestion.objects.values_list("run", flat=True)) <= {second.pk}
    assert not first.reasons.exists()
    assert not Suggestion.objects.filter(honour="LDTT", kind="qualifies").exists()


def test_one_at_a_time(at):
    asked(at)
    with pytest.raises(CannotLook):
        asked(at)


def test_a_run_whose_worker_was_killed_is_given_up(at):
    dead = asked(at)
    later = asked(at, NOW + GIVEN_UP + timedelta(seconds=1))
    dead.refresh_from_db()
    assert (dead.state, later.state) == (RunState.FAILED, RunState.WAITING)


def test_a_stopped_run_leaves_the_list_as_it_was(at):
    good_teacher(at)
    first = looked(at)
    run = asked(at)
    stop(run=run, actor=at.specialist, now=NOW)
    running.perform(run, lambda: NOW)
    run.refresh_from_db()
    assert run.state == RunState.STOPPED
    assert set(Suggestion.objects.values_list("run", flat=True)) == {first.pk}


def test_stopped_in_between_it_stores_nothing_more(at, monkeypatch):
    monkeypatch.setattr(whom, "AT_ONCE", 1)
    for name in ("Lê An", "Lê Bình", "Lê Chi"):
        good_teacher(at, name)
    run = asked(at)
    ticks = []

    def clock():
        ticks.append(1)
        if len(ticks) == 3:
            stop(run=run, actor=at.specialist, now=NOW)
        return NOW

    running.perform(run, clock)
    run.refresh_from_db()
    assert (run.state, run.n_done) == (RunState.STOPPED, 1)
    assert not Suggestion.objects.exists()


def test_a_fault_is_kept_and_the_list_stays(at, monkeypatch):
    good_teacher(at)
    first = looked(at)
    run = asked(at)
    monkeypatch.setattr(running, "look", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        running.perform(run, lambda: NOW)
    run.refresh_from_db()
    assert run.state == RunState.FAILED
    assert run.problem
    assert set(Suggestion.objects.values_list("run", flat=True)) == {first.pk}


def test_only_the_desk_asks(at):
    for who in (at.officer, at.head, at.clerk, actor(at.ward, Role.LEADER)):
        with pytest.raises(Refused):
            ask(organisation=at.ward, actor=who, on=TODAY, now=NOW)


def test_the_worker_does_it_and_once_only(at):
    good_teacher(at)
    run = asked(at)
    look(run_id=run.pk)
    look(run_id=run.pk)
    run.refresh_from_db()
    assert (run.state, run.n_done) == (RunState.DONE, 1)


def test_every_desk_looks_at_night(at):
    good_teacher(at)
    other = WardFactory()
    actor(other, Role.SPECIALIST)
    look_at_night(timestamp=0)
    assert set(Run.objects.filter(is_current=True).values_list("organisation", flat=True)) == {
        at.ward.pk,
        other.pk,
    }


def test_units_of_a_body_below_are_left_to_it(at):
    city = at.ward.parent or OrganisationFactory(kind="province", parent=None)
    at.ward.parent = city
    at.ward.save()
    office = OrganisationFactory(parent=city)
    rebuild_closure([city.pk, at.ward.pk, at.school.pk, office.pk])
    actor(city, Role.SPECIALIST)
    assert set(whom.units_of(city, TODAY)) == {city.pk, office.pk}
    assert set(whom.units_of(at.ward, TODAY)) == {at.ward.pk, at.school.pk}


def test_the_year_asked_is_the_newest_graded(at):
    who = good_teacher(at)
    assert whom.years_of(at.ward, TODAY) == {at.school.pk: 2026}
    who.grades.all().delete()
    graded(who, "good", 2025)
    assert whom.years_of(at.ward, TODAY) == {at.school.pk: 2025}


class TestForgotten:
    def of(self, who):
        return forgotten([who], TODAY)

    def worker(self, at, *levels, **fields):
        who = person(at.school, **fields)
        for year, level in enumerate(levels, 2026 - len(levels) + 1):
            graded(who, level, year)
        return who

    def test_three_good_years_without_an_award(self, at):
        who = self.worker(at, "good", "excellent", "good")
        assert self.of(who) == [who]

    @pytest.mark.parametrize(
        ("levels", "fields"),
        [
            (("good", "good"), {}),
            (("good", "completed", "good"), {}),
            (("good", "good", "good"), {"position": "manager"}),
            ((), {}),
        ],
    )
    def test_others_are_not(self, at, levels, fields):
        assert self.of(self.worker(at, *levels, **fields)) == []

    @pytest.mark.parametrize(("year", "is_forgotten"), [(2022, False), (2021, True)])
    def test_five_years_are_five(self, at, year, is_forgotten):
        who = self.worker(at, "good", "good", "good")
        entered(at.ward, at.specialist, award_to(who, "GK", year))
        assert bool(self.of(who)) == is_forgotten

    def test_it_stands_in_the_list_without_an_honour(self, at):
        who = self.worker(at, "good", "good", "good")
        looked(at)
        assert Suggestion.objects.get(kind="forgotten").person == who


def test_the_dead_and_the_merged_are_not_looked_at(at):
    good_teacher(at)
    gone = good_teacher(at, "Lê Văn Khuất")
    gone.died_on = date(2026, 1, 5)
    gone.save()
    assert looked(at).n_people == 1


def test_a_run_costs_the_same_for_any_number(at):
    def n_queries():
        with CaptureQueriesContext(connection) as captured:
            looked(at)
        return len(captured)

    good_teacher(at)
    collective(at.school)
    looked(at)
    one = n_queries()
    for name in ("Lê An", "Lê Bình"):
        good_teacher(at, name)
    assert n_queries() == one
