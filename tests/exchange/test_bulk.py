"""The register as one Parquet file."""

import io
import sys
from datetime import date

import pyarrow.parquet as pq
import pytest
import time_machine
from django.core.cache import cache

from conftest import NOW
from factories.dossiers import person, place
from factories.exchange import bearer, token
from factories.register import BASIS, award_to, entered
from thidua.modules.exchange.kinds import Scope
from thidua.modules.exchange.rest import bulk
from thidua.modules.register.api import revoke

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/awards.parquet"


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def read(client, secret, **asked):
    answer = client.get(ADDRESS, asked, **bearer(secret))
    assert answer.status_code == 200
    assert answer["Content-Type"] == bulk.PARQUET
    return pq.read_table(io.BytesIO(b"".join(answer.streaming_content))).to_pylist()


def test_every_award_of_the_reach_in_groups(client, at, monkeypatch):
    monkeypatch.setattr(bulk, "AT_ONCE", 2)
    other = place()
    first, *_rest = entered(
        at.ward, at.clerk, *(award_to(person(at.school, f"Trần Văn {n}"), year=2020 + n) for n in range(5))
    )
    entered(other.ward, other.clerk, award_to(person(other.school)))
    revoke(entry=first, basis=BASIS, note="Khai man", actor=at.clerk, now=NOW)
    _row, secret = token(at.ward, Scope.REGISTER)
    rows = read(client, secret)
    assert [(row["name"], row["is_revoked"]) for row in rows] == [
        (f"Trần Văn {n}", n == 0) for n in (4, 3, 2, 1, 0)
    ]
    assert (rows[0]["unit"], rows[0]["decided_on"], rows[0]["entered_at"]) == (
        at.school.name,
        date(2026, 6, 30),
        NOW,
    )
    assert [row["year"] for row in read(client, secret, year=2022)] == [2022]


def test_an_empty_register_is_a_file_too(client, at):
    _row, secret = token(at.ward, Scope.REGISTER)
    assert read(client, secret) == []


def test_not_more_than_a_few_times_an_hour(client, at, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"api_bulk": "1/h/key"}
    _row, secret = token(at.ward, Scope.REGISTER)
    read(client, secret)
    assert client.get(ADDRESS, **bearer(secret)).status_code == 429


def test_without_the_library_it_is_said(client, at, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    _row, secret = token(at.ward, Scope.REGISTER)
    answer = client.get(ADDRESS, **bearer(secret))
    assert (answer.status_code, answer["Content-Type"]) == (501, "application/problem+json")
