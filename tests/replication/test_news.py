"""Who is told: the desk, the pilot unit, the unit that began it, every unit once it is in the catalogue."""

import uuid

import pytest
import time_machine

from conftest import NOW
from factories.dossiers import place
from factories.organisations import actor
from factories.replication import adopted, listed, piloted, proposed, unit_beside
from thidua.foundation.events import Event
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role
from thidua.modules.replication import hearing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then():
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def told(handler, subject: int) -> set[int]:
    handler(Event(uuid.uuid4(), "replication.test", subject, {}))
    return set(Notice.objects.values_list("user", flat=True))


def test_the_desk_hears_of_a_proposal(at):
    assert told(hearing.proposed, proposed(at).pk) == {at.specialist.user_id}


def test_the_pilot_unit_hears_that_it_was_chosen(at):
    _model, pilot = piloted(at)
    assert told(hearing.pilot_chosen, pilot.pk) == {at.officer.user_id, at.head.user_id}


@pytest.mark.parametrize("handler", [hearing.handed_back, hearing.pilot_begun, hearing.reviewed])
def test_the_unit_that_began_it_hears_what_becomes_of_it(at, handler):
    model, _pilot = piloted(at)
    assert told(handler, model.pk) == {at.officer.user_id, at.head.user_id}


def test_desk_and_origin_hear_that_a_pilot_ended(at):
    _model, pilot = piloted(at)
    assert told(hearing.pilot_ended, pilot.pk) == {at.officer.user_id, at.head.user_id, at.specialist.user_id}


def test_every_unit_hears_of_the_catalogue(at):
    beside, stranger = actor(unit_beside(at), Role.UNIT_OFFICER), place()
    heard = told(hearing.listed, listed(at).pk)
    assert heard == {at.officer.user_id, at.head.user_id, beside.user_id}
    assert stranger.officer.user_id not in heard


@pytest.mark.parametrize("handler", [hearing.adopted, hearing.effect_known])
def test_the_unit_that_began_it_hears_who_follows(at, handler):
    row = adopted(at, listed(at))
    assert told(handler, row.pk) == {at.officer.user_id, at.head.user_id}
    assert row.organisation.name in Notice.objects.first().text
