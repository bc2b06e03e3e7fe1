"""Each detector speaks in one case and is silent in nearly the same one; the cost does not grow; no names."""

from dataclasses import replace

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.organisations import OrganisationFactory, actor
from factories.oversight import CASES
from thidua.modules.organisations.api import Role
from thidua.modules.oversight.detectors import DETECTORS, Scope
from thidua.modules.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW):
        yield


def found(code, at):
    one = DETECTORS[code]
    return list(one.find(Scope(at.ward, TODAY), one.threshold))


def test_every_detector_has_its_case():
    assert set(CASES) == set(DETECTORS)


@pytest.mark.parametrize("code", CASES)
def test_it_speaks(code):
    at = place()
    CASES[code](at, True)
    [sign] = found(code, at)
    assert sign.unit in (at.ward.pk, at.school.pk)
    assert sign.url.startswith("/")
    assert sign.measure >= 1


@pytest.mark.parametrize("code", CASES)
def test_it_stays_silent(code):
    at = place()
    CASES[code](at, False)
    assert found(code, at) == []


@pytest.mark.parametrize("code", CASES)
def test_another_ward_is_not_looked_at(code):
    at = place()
    CASES[code](at, True)
    theirs = {sign.unit for sign in found(code, place())}
    assert not theirs & {at.ward.pk, at.school.pk}


@pytest.mark.parametrize("code", CASES)
def test_no_name_of_a_person_is_said(code):
    at = place()
    CASES[code](at, True)
    names = [*Person.objects.values_list("name", flat=True), "Trần Thị Bích Hà", at.officer.name]
    [sign] = found(code, at)
    assert [name for name in names if name in sign.label] == []


@pytest.mark.parametrize("code", CASES)
def test_the_cost_does_not_grow(code):
    """The records of one school, then of three below the same ward."""
    at = place()
    CASES[code](at, True)

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            found(code, at)
        return len(captured)

    n_queries()
    one = n_queries()
    for case in (CASES[code],) * 2:
        case(_beside(at), True)
    n_queries()
    assert n_queries() <= one


def _beside(at):
    school = OrganisationFactory(parent=at.ward)
    return replace(
        at,
        school=school,
        officer=actor(school, Role.UNIT_OFFICER),
        head=actor(school, Role.UNIT_HEAD),
    )
