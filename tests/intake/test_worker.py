"""Large lists by the worker: stopped or broken off in the middle, nothing is half done."""

import pytest
from django.db import connection
from django.utils import timezone

from factories.intake import excel
from factories.organisations import OrganisationFactory, WardFactory, grant
from thidua.foundation.permissions import Refused
from thidua.modules.intake import actions, entering, staging, ticking
from thidua.modules.intake.jobs import work
from thidua.modules.intake.models import Intake, IntakeProgress, IntakeRow, IntakeState
from thidua.modules.intake.offered import kind_called
from thidua.modules.organisations.api import Role, actor_for
from thidua.modules.people.lists import people
from thidua.modules.people.models import Person

pytestmark = pytest.mark.django_db
N = 7


class Same:
    """The test's own connection: it alone sees what the test has written."""

    def cursor(self):
        return connection.cursor()

    def close(self):
        pass


@pytest.fixture(autouse=True)
def _one_connection(monkeypatch):
    monkeypatch.setattr(ticking, "beside", Same)


@pytest.fixture
def school():
    return OrganisationFactory(parent=WardFactory(), name="Trường Tiểu học Quỳnh Mai")


@pytest.fixture
def user(school):
    return grant(school, Role.UNIT_OFFICER).user


@pytest.fixture
def intake(school, user, monkeypatch):
    monkeypatch.setattr(staging, "CHUNK", 2)
    monkeypatch.setattr(entering, "CHUNK", 2)
    rows = [("", str(1980 + n), f"Trần Văn {name}", "", "Nam", "") for n, name in enumerate("ABCDEFG")]
    actor = actor_for(user_id=user.pk, name="", on=timezone.localdate())
    return actions.bring(
        kind=kind_called("ca-nhan"),
        organisation=school,
        content=excel(*rows),
        name="ds.xlsx",
        actor=actor,
        now=timezone.now(),
    )


def worked(intake, user):
    work(intake_id=intake.pk, user_id=user.pk)
    intake.refresh_from_db()
    return intake


def approved(intake, user):
    worked(intake, user)
    actor = actor_for(user_id=user.pk, name="", on=timezone.localdate())
    actions.approve(intake=intake, actor=actor, now=timezone.now())
    return actor


def test_the_worker_reads_then_enters_and_says_how_far_it_is(intake, user):
    approved(intake, user)
    assert worked(intake, user).state == IntakeState.ENTERED
    assert Person.objects.count() == N
    progress = IntakeProgress.objects.get()
    assert (progress.n_done, progress.n_all) == (N, N)


def test_work_that_is_handed_out_twice_is_done_once(intake, user):
    approved(intake, user)
    worked(intake, user)
    worked(intake, user)
    assert Person.objects.count() == N


def test_who_asks_it_to_stop_finds_nothing_entered(intake, user):
    actor = approved(intake, user)
    actions.stop(intake=intake, actor=actor)
    worked(intake, user)
    assert (intake.state, Person.objects.count(), IntakeRow.objects.count()) == (IntakeState.CHECKED, 0, N)
    assert intake.problem


class Killed(BaseException):
    """As a worker whose process ends."""


def test_a_worker_that_is_killed_leaves_nothing_and_another_does_it(intake, user, monkeypatch):
    approved(intake, user)
    enter = people.add_newcomers
    calls = []

    def dying(**said):
        made = enter(**said)
        calls.append(made)
        if len(calls) == 2:  # in the middle of the list
            raise Killed
        return made

    monkeypatch.setattr(people, "add_newcomers", dying)
    with pytest.raises(Killed):
        work(intake_id=intake.pk, user_id=user.pk)
    intake.refresh_from_db()
    assert (intake.state, Person.objects.count()) == (IntakeState.ENTERING, 0)
    monkeypatch.setattr(people, "add_newcomers", enter)
    assert worked(intake, user).state == IntakeState.ENTERED
    assert Person.objects.count() == N


def test_what_the_person_may_not_enter_the_worker_does_not_enter_for_him(intake, user):
    approved(intake, user)
    other = grant(OrganisationFactory(parent=WardFactory()), Role.UNIT_OFFICER).user
    with pytest.raises(Refused):
        work(intake_id=intake.pk, user_id=other.pk)
    intake.refresh_from_db()
    assert Person.objects.count() == 0
    assert Intake.objects.get().state == IntakeState.CHECKED
