"""From an exemplar to its dossier, and the decision back."""

import uuid

import pytest
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import collective, person, place
from factories.exemplars import exemplar, verified
from thidua.foundation.events import Event
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.dossiers import hearing, provides
from thidua.modules.dossiers.actions.nominate import CannotNominate, nominate
from thidua.modules.dossiers.models import Dossier
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def nominated(at, row):
    return nominate(exemplar=row, receiver=at.ward, actor=at.officer, on=TODAY, now=NOW)


def test_everything_known_is_carried_over(at):
    row = verified(at, witnesses="bảo vệ chợ")
    who = person(at.school, "Trần Thị Bích Hà")
    Exemplar.objects.filter(pk=row.pk).update(person=who)
    dossier = nominated(at, row)
    [candidate] = dossier.candidates.all()
    assert (dossier.deed_on, dossier.deed_place, dossier.confirmed_by, dossier.exemplar_id) == (
        row.deed_on,
        row.deed_place,
        "bảo vệ chợ",
        row.pk,
    )
    assert (candidate.person_id, candidate.achievement) == (who.pk, row.deed)
    assert candidate.report.sections["results"] == row.deed


def test_a_deed_told_at_length_is_whole_in_the_report(at):
    row = verified(at)
    Exemplar.objects.filter(pk=row.pk).update(deed="giúp bà con " * 60)
    [candidate] = nominated(at, row).candidates.all()
    assert len(candidate.achievement) == 500
    assert candidate.report.sections["results"] == ("giúp bà con " * 60).strip()


def test_a_person_known_by_name_gets_a_record_a_collective_must_have_one(at):
    nominated(at, verified(at))
    assert Person.objects.filter(organisation=at.school, name="Trần Thị Bích Hà").count() == 1
    group = verified(at)
    Exemplar.objects.filter(pk=group.pk).update(kind="collective")
    with pytest.raises(CannotNominate):
        nominated(at, group)
    team = collective(at.school)
    Exemplar.objects.filter(pk=group.pk).update(collective=team)
    assert nominated(at, group).candidates.get().collective_id == team.pk


def test_status_and_nature_of_work_go_into_a_record_that_does_not_say_them(at):
    row = verified(at)
    Exemplar.objects.filter(pk=row.pk).update(status_group="worker", natures=["production"])
    [candidate] = nominated(at, row).candidates.all()
    assert (candidate.status_group, candidate.natures, candidate.position) == (
        "worker",
        ["production"],
        "direct_worker",
    )
    row.refresh_from_db()
    assert row.person_id == candidate.person_id


def test_what_the_record_says_stays(at):
    row = verified(at)
    who = person(at.school, "Trần Thị Bích Hà", status_group="official", position="leader", natures=[])
    Exemplar.objects.filter(pk=row.pk).update(person=who, status_group="worker", natures=["production"])
    [candidate] = nominated(at, row).candidates.all()
    assert (candidate.status_group, candidate.position, candidate.natures) == (
        "official",
        "leader",
        ["production"],
    )


def test_who_confirms_it_is_else_who_verified_it(at):
    assert nominated(at, verified(at)).confirmed_by == "Lê Quang Huy"


def test_only_a_verified_one_and_only_once(at):
    with pytest.raises(Refused):
        nominated(at, exemplar(at))
    row = verified(at)
    first = nominated(at, row)
    assert nominated(at, row) == first
    Dossier.objects.filter(pk=first.pk).update(state="withdrawn")
    assert nominated(at, row) != first


def test_nobody_outside_writes_it(at):
    with pytest.raises(Refused):
        nominate(exemplar=verified(at), receiver=at.ward, actor=place().officer, on=TODAY, now=NOW)


def test_the_page_offers_it_once_and_then_leads_to_it(client, at):
    row = verified(at)
    [offered] = provides.exemplar_actions(at.officer, row)
    assert offered.url == reverse("dossiers_from_exemplar", args=[row.pk])
    client.force_login(User.objects.get(pk=at.officer.user_id))
    there = client.post(offered.url, {"once": "k"})["Location"]
    dossier = Dossier.objects.get()
    assert there == reverse("dossiers_show", args=[dossier.pk])
    assert list(provides.exemplar_actions(at.officer, row)) == []
    assert [panel.url for panel in provides.exemplar_panels(at.officer, row)] == [there]
    page = client.get(reverse("exemplars_show", args=[row.pk]))
    assert (page.context["actions"], [panel.url for panel in page.context["panels"]]) == ([], [there])


@pytest.mark.parametrize(("candidate", "state"), [("granted", "commended"), ("not_granted", "verified")])
def test_the_decision_comes_back_to_the_exemplar(at, candidate, state):
    row = verified(at)
    dossier = nominated(at, row)
    dossier.candidates.update(state=candidate)
    heard = Event(uuid.uuid4(), "dossiers.decided", dossier.pk, {"on": TODAY.isoformat()})
    hearing.decided(heard)
    hearing.decided(heard)
    row.refresh_from_db()
    assert row.state == state
    assert row.milestones.filter(step="commended").count() == (state == "commended")
