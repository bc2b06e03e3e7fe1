"""What would change if a draft were put in force."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.dossiers import NOW, ON, dossier, graded, minuted, move, person, place, propose
from factories.organisations import OrganisationFactory, actor
from factories.rulebook import GK, draft
from factories.signing_in import client_of
from thidua.modules.organisations.api import Role, rebuild_closure
from thidua.modules.organisations.models import Kind, OrganisationPeriod

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


@pytest.fixture
def city(at):
    city = OrganisationFactory(name="Thành phố Hà Nội", kind=Kind.PROVINCE)
    ward = at.school.parent
    OrganisationPeriod.objects.filter(organisation=ward).update(parent=city)
    rebuild_closure([ward.pk, at.school.pk])
    return city


def sent_file(at, name, grade):
    """A file of one person for a giấy khen, sent to the ward."""
    row, who = dossier(at), person(at.school, name=name)
    graded(who, grade)
    propose(at, row, who, "GK")
    minuted(at, row)
    move(dossier=row, step="to_head", actor=at.officer, on=ON, now=NOW)
    move(dossier=row, step="send", actor=at.head, on=ON, now=NOW)


def told(client, rule):
    page = client.get(reverse("rulebook_local_effects", args=[rule.pk]))
    flips = [(each.label, *(v.value for v in each.verdicts)) for each in page.context["flips"]]
    return page, flips


def test_the_flips_are_listed_with_their_condition(at, city):
    for name, grade in (("An", "good"), ("Bình", "completed")):
        sent_file(at, name, grade)
    rule = draft(city, criteria=[GK])
    leader = client_of(actor(at.school.parent, Role.LEADER))
    page, flips = told(leader, rule)
    assert sorted(flips) == [("An", "unknown", "yes"), ("Bình", "unknown", "no")]
    reasons = {
        each.label: [found.cite.label_vi() for found in each.reasons] for each in page.context["flips"]
    }
    assert reasons["Bình"] == ["Quyết định 01/2026/QĐ-UBND, Điều 5 khoản 1"]
    assert "01/2026/QĐ-UBND" in page.content.decode()


def test_an_administrator_sees_no_candidate(at, city):
    sent_file(at, "An", "good")
    page, flips = told(client_of(actor(at.school.parent, Role.ADMINISTRATOR)), draft(city, criteria=[GK]))
    assert (flips, page.context["preview"].compared) == ([], ())


def test_one_candidate_costs_as_much_as_three_files_of_them(at, city):
    rule = draft(city, criteria=[GK])
    leader = client_of(actor(at.school.parent, Role.LEADER))
    counts = []
    for n in range(1, 4):
        sent_file(at, f"Người {n}", "good")
        leader.get(reverse("rulebook_local_effects", args=[rule.pk]))
        with CaptureQueriesContext(connection) as queries:
            _page, flips = told(leader, rule)
        counts.append(len(queries))
        assert len(flips) == n
    assert len(set(counts)) == 1


def test_a_draft_with_faults_has_no_preview(at, city):
    rule = draft(city, criteria=[{**GK, "conditions": []}])
    leader = client_of(actor(at.school.parent, Role.LEADER))
    assert leader.get(reverse("rulebook_local_effects", args=[rule.pk])).status_code == 404
