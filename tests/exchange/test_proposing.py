"""A system sends a draft: once for each key, of people the unit knows, and never further than the draft."""

import json
from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from conftest import NOW
from factories.dossiers import collective, person, place
from factories.exchange import bearer, token
from factories.organisations import PeriodFactory
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Dossier
from thidua.modules.exchange.kinds import Scope
from thidua.modules.exchange.models import Proposal
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.models import YearKind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    found = place()
    found.school.year_kind = YearKind.CALENDAR
    found.school.save()
    PeriodFactory(year=2026)
    return found


def content(at, *candidates, **changed):
    given = candidates or ({"name": "Trần Thị Bình", "honours": ["LDTT"]},)
    lines = [{"kind": "person"} | one for one in given]
    return {"unit": at.school.pk, "title": "Đề nghị năm 2026", "year": 2026, "candidates": lines} | changed


def send(client, secret, sent, key="van-ban-2026-001"):
    headers = bearer(secret)["headers"] | {"Idempotency-Key": key}
    return client.post("/api/v1/proposals", json.dumps(sent), "application/json", headers=headers)


def test_it_lands_as_a_draft_that_a_person_sends(client, at):
    person(at.school, "Trần Thị Bình")
    collective(at.school, "Tổ Văn")
    _row, secret = token(at.ward, Scope.PROPOSE)
    group = {"kind": "collective", "name": "tổ văn", "honours": ["TTLDTT"], "achievement": "Dạy tốt"}
    answer = send(client, secret, content(at, {"name": "Trần Thị Bình", "honours": ["LDTT"]}, group))
    assert answer.status_code == 201, answer.content
    row = Dossier.objects.get()
    assert (row.state, row.organisation, row.receiver) == ("draft", at.school, at.ward)
    assert (row.prepared_by, row.approved_by, row.keyed_for_unit) == (None, None, False)
    assert [(one.honour, one.achievement) for one in row.candidates.all()] == [
        ("LDTT", ""),
        ("TTLDTT", "Dạy tốt"),
    ]
    shown = answer.json()
    assert (shown["code"], shown["state"], shown["candidates"]) == (row.code, "draft", 2)
    assert client.get(f"/api/v1/proposals/{shown['id']}", **bearer(secret)).json() == shown


def test_the_unit_hears_of_it(client, at):
    person(at.school, "Trần Thị Bình")
    _row, secret = token(at.ward, Scope.PROPOSE)
    send(client, secret, content(at))
    told = Notice.objects.all()
    assert {one.user_id for one in told} == {at.officer.user_id, at.head.user_id}
    assert "Hệ thống văn bản" in told[0].text


def test_the_history_says_with_which_token(client, at):
    person(at.school, "Trần Thị Bình")
    row, secret = token(at.ward, Scope.PROPOSE)
    send(client, secret, content(at))
    metadata = Dossier.objects.get().events.order_by("pgh_id").first().pgh_context.metadata
    assert (metadata["token"], metadata["reason"]) == (row.pk, "Hệ thống văn bản")


def test_the_same_call_twice_is_one_dossier(client, at):
    person(at.school, "Trần Thị Bình")
    _row, secret = token(at.ward, Scope.PROPOSE)
    first, second = (send(client, secret, content(at)) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    other = send(client, secret, content(at, title="Nội dung khác"))
    assert other.status_code == 409
    assert Dossier.objects.count() == 1


def test_one_system_does_not_see_what_another_sent(client, at):
    person(at.school, "Trần Thị Bình")
    _row, secret = token(at.ward, Scope.PROPOSE)
    _row, other = token(at.ward, Scope.PROPOSE)
    send(client, secret, content(at))
    assert client.get(f"/api/v1/proposals/{Proposal.objects.get().pk}", **bearer(other)).status_code == 404


def test_errors_name_their_field(client, at):
    person(at.school, "Trần Thị Bình")
    person(at.school, "Lê An", born_on=date(1990, 1, 2))
    person(at.school, "Lê An", born_on=date(1991, 3, 4))
    _row, secret = token(at.ward, Scope.PROPOSE)
    names = [{"name": name, "honours": ["LDTT"]} for name in ("Trần Thị Bình", "Lê An", "Người Lạ")]
    answer = send(client, secret, content(at, *names))
    assert answer.status_code == 422
    fields = {one["field"]: one["message"] for one in answer.json()["errors"]}
    assert set(fields) == {"candidates[1].name", "candidates[2].name"}
    assert fields["candidates[2].name"] == "Trong dữ liệu của đơn vị không có “Người Lạ”."
    assert not Dossier.objects.exists()
    born = {"name": "Lê An", "honours": ["LDTT"], "born_on": "1991-03-04"}
    assert send(client, secret, content(at, born)).status_code == 201


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"year": None}, "year"),
        ({"unit": 10**9}, "unit"),
        ({"title": " "}, "title"),
        ({"ground": "sudden"}, "deed_on"),
        ({"state": "sent"}, "state"),
        ({"candidates": []}, "candidates"),
        (
            {"candidates": [{"kind": "person", "name": "Trần Thị Bình", "honours": ["TTLDTT"]}]},
            "candidates[0].honours",
        ),
        (
            {"candidates": [{"kind": "person", "name": "Trần Thị Bình", "honours": ["KHONG"]}]},
            "candidates[0].honours",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_field(client, at, changed, field):
    person(at.school, "Trần Thị Bình")
    _row, secret = token(at.ward, Scope.PROPOSE)
    answer = send(client, secret, content(at, **changed))
    assert answer.status_code == 422, answer.content
    assert [one["field"] for one in answer.json()["errors"]] == [field]
    assert not Dossier.objects.exists()


def test_not_for_a_unit_outside_the_reach(client, at):
    other = place()
    person(other.school, "Trần Thị Bình")
    _row, secret = token(at.ward, Scope.PROPOSE)
    answer = send(client, secret, content(at, unit=other.school.pk))
    assert [one["field"] for one in answer.json()["errors"]] == ["unit"]


def test_without_a_key_nothing_is_made(client, at):
    _row, secret = token(at.ward, Scope.PROPOSE)
    answer = client.post("/api/v1/proposals", json.dumps(content(at)), "application/json", **bearer(secret))
    assert [one["field"] for one in answer.json()["errors"]] == ["Idempotency-Key"]


def test_what_is_not_json_is_refused(client, at):
    _row, secret = token(at.ward, Scope.PROPOSE)
    headers = bearer(secret)["headers"] | {"Idempotency-Key": "van-ban-1"}
    answer = client.post("/api/v1/proposals", "{", "application/json", headers=headers)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_the_dossier_says_where_it_came_from(client, at, settings):
    settings.DEMONSTRATION = True
    person(at.school, "Trần Thị Bình")
    _row, secret = token(at.ward, Scope.PROPOSE)
    send(client, secret, content(at))
    client.force_login(User.objects.get(pk=at.officer.user_id))
    page = client.get(reverse("dossiers_show", args=[Dossier.objects.get().pk]))
    assert "Dự thảo do Hệ thống văn bản gửi đến ngày 23/11/2026" in page.content.decode()
