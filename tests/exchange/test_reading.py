"""What a token reads: its scopes, its unit and below, what stands; pages, marks, and a limit."""

import json

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW
from factories.campaigns import campaign, launched
from factories.decisions import in_force, voted
from factories.dossiers import person, place
from factories.exchange import bearer, token
from factories.register import BASIS, award_to, entered
from thidua.modules.exchange.kinds import Scope
from thidua.modules.register.api import revoke

pytestmark = pytest.mark.django_db
NEEDS = {
    "/api/v1/awards": Scope.REGISTER,
    "/api/v1/awards/1": Scope.REGISTER,
    "/api/v1/awards.parquet": Scope.REGISTER,
    "/api/v1/decisions": Scope.DECISIONS,
    "/api/v1/decisions/1": Scope.DECISIONS,
    "/api/v1/campaigns": Scope.CAMPAIGNS,
    "/api/v1/campaigns/1": Scope.CAMPAIGNS,
    "/api/v1/proposals/1": Scope.PROPOSE,
}


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def get(client, secret, path, **query):
    return client.get(f"/api/v1/{path}", query, **bearer(secret))


def answered(response):
    """A file is closed once it is read."""
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


def items(client, secret, path, **query):
    return get(client, secret, path, **query).json()["items"]


@pytest.mark.parametrize("path", [*NEEDS, "/api/v1/units", "/api/v1/honours"])
def test_without_a_token_nothing(client, at, path):
    for headers in ({}, {"Authorization": "Bearer thidua_x"}):
        answer = client.get(path, headers=headers)
        assert answer.status_code == 401
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("scope", Scope)
def test_each_scope_opens_its_own(client, at, scope):
    _row, secret = token(at.ward, scope)
    opened = {path for path in NEEDS if answered(client.get(path, **bearer(secret))) != 403}
    assert opened == {path for path, needed in NEEDS.items() if needed == scope}


def test_awards_of_the_unit_and_below_only(client, at):
    other = place()
    entered(at.ward, at.clerk, award_to(person(at.school, "Trần Thị Bình")))
    entered(other.ward, other.clerk, award_to(person(other.school, "Lê Văn Ngoài")))
    _row, secret = token(at.ward, Scope.REGISTER)
    (line,) = items(client, secret, "awards")
    assert (line["name"], line["honour_name"], line["unit"]["name"], line["recipient"]) == (
        "Trần Thị Bình",
        "Lao động tiên tiến",
        at.school.name,
        "person",
    )
    assert "Trần Thị Bình" in get(client, secret, "awards").content.decode()
    assert line["decision"] == BASIS.decision_number
    assert get(client, secret, f"awards/{line['id']}").json() == line
    _row, outside = token(other.ward, Scope.REGISTER)
    assert get(client, outside, f"awards/{line['id']}").status_code == 404
    _row, below = token(at.ward, Scope.REGISTER, unit=at.school)
    assert [one["name"] for one in items(client, below, "awards")] == ["Trần Thị Bình"]


def test_what_was_revoked_since_comes_again(client, at):
    (entry,) = entered(at.ward, at.clerk, award_to(person(at.school)))
    _row, secret = token(at.ward, Scope.REGISTER)
    later = NOW.replace(hour=12)
    assert items(client, secret, "awards", changed_since=later.isoformat()) == []
    revoke(entry=entry, basis=BASIS, note="Khai man", actor=at.clerk, now=later)
    (line,) = items(client, secret, "awards", changed_since=later.isoformat())
    assert (line["id"], line["is_revoked"]) == (entry.pk, True)


def test_pages_go_through_everything_once(client, at):
    entered(
        at.ward, at.clerk, *(award_to(person(at.school, f"Trần Văn {n}"), year=2020 + n) for n in range(5))
    )
    _row, secret = token(at.ward, Scope.REGISTER)
    names, cursor = [], ""
    while cursor is not None:
        page = get(client, secret, "awards", limit=2, cursor=cursor).json()
        names += [line["name"] for line in page["items"]]
        cursor = page["next"]
    assert names == [f"Trần Văn {n}" for n in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"cursor": "khong-phai"}, "cursor"),
        ({"limit": 0}, "limit"),
        ({"year": "nay"}, "year"),
        ({"changed_since": "2026-11-23"}, "changed_since"),
        ({"changed_since": "0001-01-01T00:00:00+18:53"}, "changed_since"),
        ({"changed_since": "1795747200"}, "changed_since"),
        ({"ten": "Trần"}, "ten"),
        ({"unit": 10**30}, "unit"),
    ],
)
def test_a_wrong_filter_is_named_in_vietnamese(client, at, query, field):
    _row, secret = token(at.ward, Scope.REGISTER)
    answer = get(client, secret, "awards", **query)
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["errors"]] == [field]
    assert answer.json()["title"] == "Có chỗ trong lời gọi chưa đúng."


@pytest.mark.parametrize("path", ["awards", "units"])
def test_as_many_queries_for_one_as_for_three(client, at, path):
    _row, secret = token(at.ward, Scope.REGISTER)
    entered(at.ward, at.clerk, award_to(person(at.school)))
    get(client, secret, path)
    with CaptureQueriesContext(connection) as one:
        get(client, secret, path)
    entered(at.ward, at.clerk, *(award_to(person(at.school, f"Lê {n}")) for n in range(2)))
    with CaptureQueriesContext(connection) as three:
        get(client, secret, path)
    assert len(three) == len(one)


def test_decisions_in_force_with_their_awards(client, at):
    row = in_force(at, voted(at, "LDTT"))
    _row, secret = token(at.ward, Scope.DECISIONS)
    (line,) = items(client, secret, "decisions")
    assert (line["id"], line["number"], line["kind"]) == (row.pk, "112/QĐ-UBND", "grant")
    whole = get(client, secret, f"decisions/{row.pk}").json()
    assert len(whole["awards"]) == row.items.count()
    _row, other = token(place().ward, Scope.DECISIONS)
    assert items(client, other, "decisions") == []


def test_campaigns_that_were_launched(client, at):
    campaign(at)
    row = launched(at)
    _row, secret = token(at.ward, Scope.CAMPAIGNS)
    assert [line["id"] for line in items(client, secret, "campaigns")] == [row.pk]
    _row, school = token(at.ward, Scope.CAMPAIGNS, unit=at.school)
    assert [line["id"] for line in items(client, school, "campaigns", year=2026)] == [row.pk]
    assert items(client, school, "campaigns", year=2020) == []


def test_what_the_caller_has_is_not_sent_again(client, at):
    _row, secret = token(at.ward)
    first = get(client, secret, "units")
    headers = bearer(secret)["headers"] | {"If-None-Match": first["ETag"]}
    again = client.get("/api/v1/units", headers=headers)
    assert (again.status_code, again.content) == (304, b"")
    person(at.school)
    changed = client.get("/api/v1/units?limit=1", headers=headers)
    assert changed.status_code == 200


def test_too_many_calls(client, at, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"api": "2/m/key"}
    row, secret = token(at.ward)
    _row, other = token(at.ward)
    answers = [get(client, secret, "units") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "60"
    assert row.calls.count() == 2
    assert get(client, other, "units").status_code == 200


def test_other_methods_are_refused_in_the_same_form(client, at):
    _row, secret = token(at.ward)
    answer = client.delete("/api/v1/awards", **bearer(secret))
    assert (answer.status_code, answer["Allow"], answer.json()["status"]) == (405, "GET", 405)


def test_the_description_is_open_and_says_nothing_of_anybody(client):
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    found = json.loads(answer.content)
    assert found["openapi"].startswith("3.1")
    assert "/api/v1/awards" in found["paths"]


def test_a_call_that_broke_is_kept_too(client, at, monkeypatch):
    def broken(_actor):
        raise ZeroDivisionError

    monkeypatch.setattr("thidua.modules.exchange.rest.reading.organisations.visible_to", broken)
    row, secret = token(at.ward)
    with pytest.raises(ZeroDivisionError):
        get(client, secret, "units")
    assert row.calls.get().status == 500


def test_a_strange_zone_is_a_time_too(client, at):
    _row, secret = token(at.ward, Scope.REGISTER)
    assert get(client, secret, "awards", changed_since="0143-12-20T14:19:00+18:53").status_code == 200


@pytest.mark.parametrize("on", ["0.0", "1795747200", "23/11/2026", "2026-02-30"])
def test_a_day_is_written_as_one(client, at, on):
    _row, secret = token(at.ward)
    answer = get(client, secret, "honours", on=on)
    assert [one["field"] for one in answer.json()["errors"]] == ["on"]
