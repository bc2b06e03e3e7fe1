"""A model of the catalogue is shared with the whole province by its owner's choice, and kept back again."""

import uuid

import pytest
import time_machine
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.organisations import OrganisationFactory, actor
from factories.replication import BEFORE, adopted, listed, proposed, step
from thidua.foundation.events import Event
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Kind
from thidua.modules.replication import hearing, queries
from thidua.modules.replication.actions import adoptions, sharing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place(parent=OrganisationFactory(kind=Kind.PROVINCE))


def elsewhere(at, role=Role.UNIT_HEAD):
    """Who acts for a unit of another commune of the same province."""
    ward = OrganisationFactory(parent=at.ward.parent, kind=Kind.COMMUNE)
    return actor(OrganisationFactory(parent=ward), role)


def share(model, who):
    return sharing.share(model=model, actor=who, on=TODAY, now=NOW)


def sees(who, model) -> bool:
    return queries.visible_to(who).filter(pk=model.pk).exists()


def test_units_of_other_communes_read_and_apply_what_is_shared(at):
    model, other = listed(at), elsewhere(at)
    assert not sees(other, model)
    share(model, at.head)
    assert sees(other, model)
    assert not sees(place().head, model)
    model.refresh_from_db()
    said = {"since": TODAY, "measure": BEFORE, "on": TODAY, "now": NOW}
    adoptions.adopt(model=model, organisation=other.organisation, actor=other, **said)
    sharing.unshare(model=model, actor=at.specialist, on=TODAY, now=NOW)
    assert sees(other, model)
    assert not sees(elsewhere(at), model)
    assert [row.step for row in model.steps.order_by("-pk")[:2]] == ["unshare", "share"]


def test_it_is_the_owners_choice_and_of_the_catalogue_only(at):
    model = listed(at)
    for who in (at.officer, actor(at.ward, Role.LEADER), elsewhere(at)):
        with pytest.raises(Refused):
            share(model, who)
    with pytest.raises(Refused):
        share(proposed(at), at.head)


def test_what_is_followed_no_longer_is_shared_no_longer(at):
    model = share(listed(at), at.head)
    assert step(at, model, "retire").shared_on is None


def test_the_desks_of_the_province_are_told(at):
    model, desk = listed(at), elsewhere(at).organisation.parent
    told = actor(desk, Role.SPECIALIST)
    share(model, at.head)
    hearing.shared(Event(uuid.uuid4(), "replication.share", model.pk, {}))
    assert Notice.objects.filter(user=told.user_id, text__contains=model.name).count() == 1


def test_shared_twice_is_shared_once(at):
    model = share(listed(at), at.head)
    share(model, at.head)
    assert model.steps.filter(step="share").count() == 1


def test_on_the_page_and_in_the_list(client, at):
    model = listed(at)
    adopted(at, model)
    client.force_login(User.objects.get(pk=at.head.user_id))
    client.post(reverse("models_share", args=[model.pk]))
    model.refresh_from_db()
    assert model.shared_on == TODAY
    client.force_login(User.objects.get(pk=elsewhere(at).user_id))
    page = client.get(reverse("models_list")).content.decode()
    assert model.name in page
    assert client.post(reverse("models_unshare", args=[model.pk])).status_code == 403
    client.force_login(User.objects.get(pk=at.head.user_id))
    client.post(reverse("models_unshare", args=[model.pk]))
    model.refresh_from_db()
    assert model.shared_on is None
