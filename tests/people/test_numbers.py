"""Personal numbers: sealed, masked, found by their hash; outside one's scope only their existence is said."""

from datetime import date, datetime

import pytest

from factories.organisations import OrganisationFactory, actor
from thidua.foundation import keys
from thidua.foundation.keys import ring, store
from thidua.foundation.permissions import Refused
from thidua.kernel.days import VIETNAM
from thidua.modules.organisations.api import Role
from thidua.modules.people import actions, lookup, personal_numbers
from thidua.modules.people.drafts import Identity
from thidua.modules.people.models import NumberLookup, Person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
ON = date(2026, 11, 23)
NUMBER = "001090012345"


@pytest.fixture(autouse=True)
def key_file(tmp_path, settings):
    path = settings.KEYS_PATH = tmp_path / "keys.json"
    store.write_new(path, ring.begun(bytes(32), ON))
    return path


@pytest.fixture
def school():
    return OrganisationFactory()


def person_with(school, number: str) -> Person:
    return actions.add_person(
        organisation=school,
        identity=Identity(name="Đặng Thị Ánh", number=number),
        post=None,
        actor=actor(school, Role.UNIT_OFFICER),
        on=ON,
    )


def test_a_number_is_sealed_and_shown_masked(school):
    person = person_with(school, "001 090 012 345")
    person.refresh_from_db()
    assert NUMBER.encode() not in bytes(person.number_sealed)
    assert (personal_numbers.masked(person), personal_numbers.full_number(person)) == ("••••••••2345", NUMBER)
    assert personal_numbers.show_number(person=person, actor=actor(school, Role.UNIT_HEAD)) == NUMBER
    with pytest.raises(Refused):
        personal_numbers.show_number(person=person, actor=actor(school, Role.UNIT_OFFICER))


@pytest.mark.parametrize("number", ["12345", "00109001234A", "B12", "' OR 1=1"])
def test_what_is_no_number_is_refused(school, number):
    with pytest.raises(personal_numbers.CannotKeepNumber):
        person_with(school, number)


def test_a_passport_is_a_number_too(school):
    assert personal_numbers.full_number(person_with(school, "b1234567")) == "B1234567"


def test_a_number_belongs_to_one_person(school):
    person_with(school, NUMBER)
    with pytest.raises(personal_numbers.CannotKeepNumber) as refused:
        person_with(OrganisationFactory(), NUMBER)
    assert refused.value.field == "number"


def test_a_look_up_outside_the_scope_says_only_that_there_is_one(school):
    person = person_with(school, NUMBER)
    inside, outside = actor(school, Role.UNIT_OFFICER), actor(OrganisationFactory(), Role.UNIT_OFFICER)
    asked = [
        lookup.look_up(number=number, actor=who, now=NOW)
        for who, number in ((inside, NUMBER), (outside, NUMBER), (outside, "001090099999"))
    ]
    assert asked == [lookup.Answer("here", person), lookup.Answer("elsewhere"), lookup.Answer("nobody")]
    logged = NumberLookup.objects.order_by("pk").values_list("looked_up_by", "outcome")
    assert list(logged) == [
        (inside.user_id, "here"),
        (outside.user_id, "elsewhere"),
        (outside.user_id, "nobody"),
    ]


def test_numbers_are_sealed_anew_after_a_rotation(school, key_file):
    person = person_with(school, NUMBER)
    store.replace(key_file, keys.load().with_new(("field", "search"), ON))
    assert lookup.look_up(number=NUMBER, actor=actor(school, Role.UNIT_HEAD), now=NOW).person == person
    assert [personal_numbers.reseal(10), personal_numbers.reseal(10)] == [1, 0]
    person.refresh_from_db()
    assert keys.is_current(bytes(person.number_sealed)) is True
    assert (personal_numbers.full_number(person), person.number_key) == (
        NUMBER,
        personal_numbers.keys_of(NUMBER)[0],
    )
