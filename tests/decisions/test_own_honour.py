"""An honour that only a rule of the place knows goes the whole way, by its own name."""

import pytest
from django.test import Client
from django.urls import reverse

from factories.decisions import in_force, voted
from factories.dossiers import ON, dossier, person, place, propose
from factories.rulebook import local_rule
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.forms.candidates import honours_for
from thidua.modules.register.models import Entry
from thidua.modules.rulebook.api import find_honour
from thidua.modules.rulebook.honours import forget_own_honours

pytestmark = pytest.mark.django_db
CODE, NAME = "GUONG_SANG", "Gương sáng khu phố"
HONOUR = {
    "code": CODE,
    "vi": NAME,
    "en": "Light of the Neighbourhood",
    "nature": "form",
    "to": ["individual"],
}
CRITERION = {
    "honour": CODE,
    "kind": "individual",
    "at": "3",
    "conditions": [{"kind": "run", "of": "grade:good", "at_least": 1, "at": "3.1"}],
}


@pytest.fixture
def at():
    found = place()
    local_rule(
        found.ward,
        honours=[HONOUR | {"level": "xa"}],
        criteria=[CRITERION],
        deciders=[{"honour": CODE, "offices": ["xa"], "at": "4"}],
    )
    forget_own_honours()
    yield found
    forget_own_honours()


def client_of(actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def offered(row, kind):
    return {code for _, choices in honours_for(row, kind, ON) for code, _ in choices}


def test_it_is_offered_to_whom_the_rule_gives_it(at):
    row = dossier(at)
    assert CODE in offered(row, "person")
    assert CODE not in offered(row, "collective")


def test_another_ward_does_not_offer_it(at):
    assert CODE not in offered(dossier(place()), "person")


def test_a_code_of_nobody_is_no_honour(at):
    assert find_honour("KHONG_CO") is None


def test_its_screens_call_it_by_name(at):
    row = dossier(at)
    (candidate,) = propose(at, row, person(at.school), CODE)
    client = client_of(at.officer)
    for url in (reverse("dossiers_show", args=[row.pk]), reverse("dossiers_candidate", args=[candidate.pk])):
        assert NAME in client.get(url).content.decode()


def test_it_is_decided_and_stands_in_the_register(at):
    in_force(at, voted(at, CODE))
    entry = Entry.objects.get(honour=CODE)
    assert entry.level == "xa"
    page = client_of(at.specialist).get(reverse("register_list"), {"q": "guong sang"}).content.decode()
    assert NAME in page
    assert entry.name in page
