"""Every address, tried by every role on the loaded demonstration: who gets in, who is refused, who learns nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pghistory
import pytest
import yaml
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from sample_ward import switched
from security.objects import Objects
from thidua.modules.accounts.models import User
from thidua.site.sample.roster import ACCOUNTS

MATRIX: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "matrix.yaml").read_text("utf-8"))
GROUPS: dict[str, list[str]] = MATRIX.pop("groups")
# Second accounts of a role add nothing here.
TWINS = {"uyvien2", "kiemphieu2", "tdp01"}
PEOPLE = [account.username for account in ACCOUNTS if account.username not in TWINS]
# A specialist of another ward: nothing with a number in its address exists for him.
OUTSIDER = "bachmai"
EDITS = ("newsroom_", "comments_", "ceremonies_news")
INSPECTS = ("signals_", "thresholds_", "shortcomings_", "remedy_plans_", "inspections_")
SIGN_IN, REFUSED, NOTHING, WRONG_METHOD, INCOMPLETE, IDENTIFY = 401, 403, 404, 405, 422, 428
# Where a request is sent on to: who is it?
DOORS = {"account_login": SIGN_IN, "account_reauthenticate": IDENTIFY}


def names(patterns: list[Any]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)
        else:
            yield from names(pattern.url_patterns)


def test_every_address_is_in_the_matrix():
    assert sorted(set(names(get_resolver().url_patterns))) == sorted(MATRIX)


def test_the_matrix_knows_every_account():
    assert set(GROUPS["all"]) == set(PEOPLE)


def test_who_only_reads_writes_nothing_but_his_own():
    """Whatever a reader may send to, everybody may: it is his own account, notices and roles.

    The inspector besides writes where inspection is his work, the editor in the newsroom, the accountant in the fund.
    """
    readers = members(["onlookers"])
    writable = {
        name for name, row in MATRIX.items() if members(row.get("post", [])) & (readers - at_work(name))
    }
    assert {name for name in writable if members(MATRIX[name]["post"]) != set(PEOPLE)} == set()


def at_work(name: str) -> set[str]:
    """Those for whom this is not looking on, but their own work."""
    of = {"giamsat": INSPECTS, "bientap": EDITS, "ketoan": ("fund_",)}
    return {account for account, begins in of.items() if name.startswith(begins)}


def members(words: list[str]) -> set[str]:
    """Groups and single accounts; one with a minus before it is taken out."""
    chosen = {name for word in words if word[0] != "-" for name in GROUPS.get(word, [word])}
    return chosen - {name for word in words if word[0] == "-" for name in GROUPS.get(word[1:], [word[1:]])}


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answer(client: Client, method: str, address: str, data: dict[str, Any] | None = None) -> int:
    """What a request is answered; what it changes is undone."""
    with undone():
        response = getattr(client, method)(address, data)
        if response.streaming:
            b"".join(response.streaming_content)  # read to its end, a file is closed
        to = response.url.partition("?")[0] if response.status_code == 302 else ""
        doors = {reverse(name): status for name, status in DOORS.items()}
        return doors.get(to, response.status_code)


@pytest.fixture(scope="module")
def sessions(ward_database, django_db_blocker) -> Iterator[dict[str, str]]:
    """Everybody signs in once, outside what each test rolls back."""
    with django_db_blocker.unblock(), switched(ward_database), pghistory.context(action="test"):
        keys = {username: signed_in(username) for username in PEOPLE}
    yield keys
    with django_db_blocker.unblock(), switched(ward_database):
        Session.objects.filter(pk__in=keys.values()).delete()


def signed_in(username: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=username))
    key = client.session.session_key
    assert key
    return key


def returning(key: str) -> Client:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    return client


def got_in(status: int) -> bool:
    """Also where the form says that something is missing: he may, once it is filled in."""
    return status < 400 or status == INCOMPLETE


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(MATRIX))
def test_who_gets_in(sessions, ward, settings, name):
    settings.DEMONSTRATION = True
    row = MATRIX[name]
    of = row.get("of")
    address = reverse(name, kwargs=Objects().arguments(of) if of else {})
    clients = {username: returning(key) for username, key in sessions.items()}
    sent = Objects().arguments(row["sends"]) if "sends" in row else None
    if "token" in row:  # an outside system's: who he is does not matter
        everybody = [*clients.values(), Client()]
        assert {answer(client, row["token"], address) for client in everybody} == {SIGN_IN}
        return
    for method in ("get", "post"):
        if method not in row:
            continue
        allowed = members(row[method])
        seen = {username: answer(client, method, address, sent) for username, client in clients.items()}
        assert {user for user, status in seen.items() if got_in(status)} == allowed, (method, seen)
        assert {status for status in seen.values() if not got_in(status)} <= {REFUSED, NOTHING, IDENTIFY}, (
            method,
            seen,
        )
        is_open = row.get("open", False)
        if of and not row.get("role_first") and not is_open:
            assert seen[OUTSIDER] in {NOTHING, IDENTIFY}, method
        assert (answer(Client(), method, address) == SIGN_IN) == (not is_open), method
    if "get" not in row:
        assert answer(clients["quantri"], "get", address) == WRONG_METHOD
