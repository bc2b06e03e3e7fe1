"""A token is made by an administrator, told once, kept as a hash, revoked with a reason."""

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import place
from factories.exchange import bearer, token
from factories.organisations import WardFactory, actor
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.exchange.actions import CannotLetIn, CannotRevoke, make_token, revoke_token
from thidua.modules.exchange.kinds import Scope
from thidua.modules.exchange.models import Token
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clean(settings):
    settings.DEMONSTRATION = True
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def administrator(at, client):
    who = actor(at.ward, Role.ADMINISTRATOR)
    client.force_login(User.objects.get(pk=who.user_id))
    return who


def typed(at, **changed):
    return {
        "system_name": "Hệ thống văn bản",
        "contact": "Lê Văn Tin, Văn phòng",
        "unit": at.school.pk,
        "scopes": ["register", "propose"],
        "last_day": "30/06/2027",
        "once": "một lần",
    } | changed


def test_the_secret_is_told_once_and_not_kept(client, at):
    administrator(at, client)
    told = client.post(reverse("tokens_make"), typed(at))
    row = Token.objects.get()
    secret = told.context["secret"]
    assert secret.startswith(row.hint)
    assert secret not in str(Token.objects.values().get())
    assert (row.organisation, row.unit, row.scopes) == (at.ward, at.school, ["propose", "register"])
    again = client.post(reverse("tokens_make"), typed(at))
    assert again.url == reverse("tokens_show", args=[row.pk])
    assert Token.objects.count() == 1
    assert secret not in client.get(again.url).content.decode()


def test_only_administrators_and_only_within_their_scope(at):
    given = {"system_name": "X", "contact": "Y", "scopes": ["register"], "on": TODAY, "now": NOW}
    with pytest.raises(Refused):
        make_token(organisation=at.ward, unit=at.ward, last_day=TODAY, actor=at.specialist, **given)
    admin = actor(at.ward, Role.ADMINISTRATOR)
    with pytest.raises(Refused):
        make_token(organisation=at.ward, unit=WardFactory(), last_day=TODAY, actor=admin, **given)
    with pytest.raises(CannotLetIn):
        make_token(organisation=at.ward, unit=at.ward, last_day=TODAY.replace(2029), actor=admin, **given)


def test_revoked_it_opens_nothing_and_stays_in_the_list(client, at):
    row, secret = token(at.ward)
    assert client.get("/api/v1/units", **bearer(secret)).status_code == 200
    administrator(at, client)
    without = client.post(reverse("tokens_revoke", args=[row.pk]), {"reason": " "})
    assert without.context["form"].errors
    client.post(reverse("tokens_revoke", args=[row.pk]), {"reason": "Lộ mã"})
    client.logout()
    assert client.get("/api/v1/units", **bearer(secret)).status_code == 401
    administrator(at, client)
    assert not client.get(reverse("tokens_list")).context["page"].rows
    (kept,) = client.get(reverse("tokens_list"), {"da_het": ""}).context["page"].rows
    assert (kept.revoked_reason, kept.last_used_at.replace(microsecond=0)) == ("Lộ mã", NOW)
    with pytest.raises(CannotRevoke):
        revoke_token(token=row, reason="Lần nữa", actor=actor(at.ward, Role.ADMINISTRATOR), now=NOW)


def test_after_its_last_day_it_opens_nothing(client, at):
    _row, secret = token(at.ward, Scope.REGISTER, last_day=TODAY)
    assert client.get("/api/v1/units", **bearer(secret)).status_code == 200
    with time_machine.travel(NOW.replace(day=24)):
        assert client.get("/api/v1/units", **bearer(secret)).status_code == 401


def test_the_calls_stand_on_its_page(client, at):
    row, secret = token(at.ward, Scope.REGISTER)
    client.get("/api/v1/awards", {"year": "2026"}, **bearer(secret))
    client.get("/api/v1/decisions", **bearer(secret))
    administrator(at, client)
    page = client.get(reverse("tokens_show", args=[row.pk]))
    assert [(call.path, call.question, call.status) for call in page.context["page"].rows] == [
        ("/api/v1/decisions", "", 403),
        ("/api/v1/awards", "year=2026", 200),
    ]


@pytest.mark.parametrize("screen", ["tokens_list", "tokens_show"])
def test_as_many_queries_for_one_as_for_three(client, at, screen):
    row, secret = token(at.ward)
    client.get("/api/v1/units", **bearer(secret))
    administrator(at, client)
    address = reverse(screen, args=[row.pk] if screen == "tokens_show" else [])
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _ in range(2):
        token(at.ward)
        client.get("/api/v1/units", **bearer(secret))
    with CaptureQueriesContext(connection) as three:
        client.get(address)
    assert len(three) == len(one)
