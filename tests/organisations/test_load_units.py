from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from factories.organisations import actor
from thidua.modules.organisations import queries
from thidua.modules.organisations.models import Closure, Kind, Organisation, Succession
from thidua.modules.organisations.roles import Role

NOW = date(2026, 11, 23)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The whole country, once for this file."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_units", stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def country(loaded, django_db_blocker):
    with django_db_blocker.unblock():
        yield


def unit(code):
    return Organisation.objects.get(code=code)


def in_force(kind):
    return Organisation.objects.filter(kind=kind, until=None).count()


def test_provinces_and_communes_of_today(country):
    assert (in_force(Kind.PROVINCE), in_force(Kind.COMMUNE)) == (34, 3_321)


def test_loading_again_changes_nothing(country):
    counts = lambda: [m.objects.count() for m in (Organisation, Succession, Closure)]  # noqa: E731
    before = counts()
    out = StringIO()
    call_command("load_units", stdout=out)
    assert (counts(), out.getvalue()) == (before, "0 new units, 0 new successions.\n")


def test_the_ward_keeps_the_books_of_its_predecessors(country):
    ward = unit("00256")
    ours = actor(ward, Role.SPECIALIST)
    kept = {a.name for a in queries.awards_follow(ward.pk) if a.is_kept}
    assert "Phường Lê Đại Hành" in kept
    assert all(ours.covers(a.organisation_id) == a.is_kept for a in queries.awards_follow(ward.pk))


def test_the_former_district_with_its_wards_of_2017(country):
    chief = actor(unit("01"), Role.SPECIALIST)
    district = Organisation.objects.get(name="Quận Hai Bà Trưng")
    assert len(queries.branches(chief, district.pk, date(2017, 8, 15))) == 20
    assert queries.branches(chief, district.pk, NOW) == []
    assert district.until == date(2025, 7, 1)


def test_a_level_of_the_city_today(country):
    chief = actor(unit("01"), Role.SPECIALIST)
    assert len(queries.branches(chief, unit("01").pk, NOW)) == 126
