"""Outside systems are told what happens: signed, tried again, switched off in the end, never inside a private network."""

import hashlib
import hmac
import json
import threading
import uuid
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import count

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from conftest import NOW
from factories.campaigns import launched
from factories.decisions import in_force, voted
from factories.dossiers import person, place
from factories.exchange import bearer, token
from factories.organisations import actor
from factories.register import BASIS, award_to, entered
from thidua.foundation.events import Event
from thidua.modules.accounts.models import User
from thidua.modules.exchange import hearing
from thidua.modules.exchange.actions import revoke_token
from thidua.modules.exchange.hooks.actions import CannotSubscribe, subscribe, switch
from thidua.modules.exchange.hooks.reach import CannotReach
from thidua.modules.exchange.hooks.secrets import reseal, secret_of
from thidua.modules.exchange.hooks.sending import MOST_FAILURES, PAUSES, send_due
from thidua.modules.exchange.kinds import Happening, Scope
from thidua.modules.exchange.models import Dispatch
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role
from thidua.modules.register.api import correct, revoke

pytestmark = pytest.mark.django_db
ALL = list(Happening)


@pytest.fixture(autouse=True)
def _clean(settings):
    settings.DEMONSTRATION = settings.DEBUG = settings.WEBHOOKS_TO_PRIVATE_NETWORKS = True
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def at():
    return place()


class Listener(HTTPServer):
    """An outside system: keeps what it is told, and answers as set."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answering)
        self.heard, self.status = [], 204

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/nhan-tin?he=1"


class Answering(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append((self.path, dict(self.headers), body))
        self.send_response(self.server.status)
        if self.server.status == 302:
            self.send_header("Location", "/noi-khac")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def listener():
    with Listener() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def told(at, address, *events, scopes=(), unit=None):
    row, _secret = token(at.ward, *scopes, unit=unit)
    return subscribe(
        token=row, address=address, events=events or ALL, actor=actor(at.ward, Role.ADMINISTRATOR), now=NOW
    )


def happened(handler, subject):
    handler(Event(uuid.uuid4(), "", subject, {}))


def clock():
    return NOW


def at_time(moment):
    return moment


def test_a_decision_in_force_is_told_signed(at, listener):
    _row, secret = told(at, listener.address)
    decision = in_force(at, voted(at, "LDTT"))
    happened(hearing.in_force, decision.pk)
    assert send_due(clock) == 1
    ((path, headers, body),) = listener.heard
    assert path == "/nhan-tin?he=1"
    content = json.loads(body)
    assert (content["event"], headers["X-Thidua-Event"]) == ("decision.in_force", "decision.in_force")
    assert content["url"].endswith(f"/api/v1/decisions/{decision.pk}")
    when, signed = (part.partition("=")[2] for part in headers["X-Thidua-Signature"].split(","))
    assert int(when) == int(NOW.timestamp())
    assert hmac.new(secret.encode(), f"{when}.".encode() + body, hashlib.sha256).hexdigest() == signed
    assert send_due(clock) == 0
    row = Dispatch.objects.get()
    assert (row.state, row.status, row.n_tries) == ("delivered", 204, 1)


def test_nothing_of_anybody_is_in_the_message(at, listener):
    told(at, listener.address)
    happened(hearing.in_force, in_force(at, voted(at, "LDTT")).pk)
    send_due(clock)
    assert set(json.loads(listener.heard[0][2])) == {"id", "event", "at", "url"}


def test_the_same_news_is_noted_once(at, listener):
    told(at, listener.address)
    event = Event(uuid.uuid4(), "", launched(at).pk, {})
    hearing.launched(event)
    hearing.launched(event)
    assert Dispatch.objects.count() == 1


def test_only_what_the_token_reaches_and_asked_for(at, listener):
    other = place()
    told(other, listener.address)
    told(at, listener.address, Happening.REVOKED)
    happened(hearing.launched, launched(at).pk)
    assert not Dispatch.objects.exists()


def test_a_revoked_award_is_told_by_the_number_it_is_read_by(client, at, listener):
    (entry,) = entered(at.ward, at.clerk, award_to(person(at.school)))
    corrected = correct(entry=entry, basis=BASIS, changes={"post": "Tổ trưởng"}, actor=at.clerk, now=NOW)
    row, secret = token(at.ward, Scope.REGISTER)
    subscribe(
        token=row,
        address=listener.address,
        events=[Happening.REVOKED],
        actor=actor(at.ward, Role.ADMINISTRATOR),
        now=NOW,
    )
    happened(hearing.revoked, revoke(entry=entry, basis=BASIS, note="Khai man", actor=at.clerk, now=NOW).pk)
    path = Dispatch.objects.get().path
    assert path == f"/api/v1/awards/{corrected.pk}"
    assert client.get(path, **bearer(secret)).json()["is_revoked"] is True


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_failure_is_tried_again_later_and_later(at, listener, status):
    listener.status = status
    told(at, listener.address)
    happened(hearing.launched, launched(at).pk)
    now = NOW
    for pause in PAUSES:
        assert send_due(partial(at_time, now)) == 0
        assert send_due(partial(at_time, now + pause - timedelta(seconds=1))) == 0
        now += pause
    row = Dispatch.objects.get()
    assert (row.state, row.n_tries, len(listener.heard)) == ("waiting", len(PAUSES), len(PAUSES))
    send_due(partial(at_time, now))
    row.refresh_from_db()
    assert (row.state, row.status) == ("failed", status)


def test_who_does_not_answer_at_all(at, listener):
    told(at, listener.address)
    happened(hearing.launched, launched(at).pk)
    listener.shutdown()
    listener.server_close()
    send_due(clock)
    row = Dispatch.objects.get()
    assert (row.state, row.status) == ("waiting", None)
    assert row.error


def test_after_too_many_failures_it_is_switched_off_and_said(at, listener):
    listener.status = 500
    row, _secret = told(at, listener.address)
    campaign = launched(at)
    for _ in range(MOST_FAILURES + 2):
        happened(hearing.launched, campaign.pk)
    send_due(clock)
    assert len(listener.heard) == 1, "an address that fails is tried once a minute"
    for _minute in range(MOST_FAILURES):
        send_due(clock)
    row.refresh_from_db()
    assert (row.is_on, len(listener.heard)) == (False, MOST_FAILURES)
    assert "Hệ thống văn bản" in row.off_reason
    assert Notice.objects.filter(url=reverse("subscriptions_show", args=[row.pk])).exists()
    happened(hearing.launched, campaign.pk)
    assert Dispatch.objects.count() == MOST_FAILURES + 2


def test_what_takes_too_long_is_left_to_the_next_minute(at, listener):
    told(at, listener.address)
    for _ in range(3):
        happened(hearing.launched, launched(at).pk)
    ticks = count()
    assert send_due(lambda: NOW + next(ticks) * timedelta(seconds=15)) == 1
    assert send_due(lambda: NOW + timedelta(minutes=2)) == 2


def test_one_success_forgets_the_failures(at, listener):
    listener.status = 500
    row, _secret = told(at, listener.address)
    happened(hearing.launched, launched(at).pk)
    send_due(clock)
    row.refresh_from_db()
    assert row.n_failures == 1
    listener.status = 200
    send_due(lambda: NOW + PAUSES[0])
    row.refresh_from_db()
    assert row.n_failures == 0


def test_told_again_by_hand(client, at, listener):
    row, _secret = told(at, listener.address)
    happened(hearing.launched, launched(at).pk)
    send_due(clock)
    who = actor(at.ward, Role.ADMINISTRATOR)
    client.force_login(User.objects.get(pk=who.user_id))
    client.post(reverse("dispatches_again", args=[Dispatch.objects.get().pk]))
    assert send_due(clock) == 1
    assert listener.heard[0][2] == listener.heard[1][2]
    page = client.get(reverse("subscriptions_show", args=[row.pk]))
    assert [one.status for one, _tone in page.context["lines"]] == [204]


def test_nothing_goes_out_with_a_token_that_is_over(at, listener):
    row, _secret = told(at, listener.address)
    happened(hearing.launched, launched(at).pk)
    revoke_token(token=row.token, reason="Hết dùng", actor=actor(at.ward, Role.ADMINISTRATOR), now=NOW)
    assert send_due(clock) == 0
    assert listener.heard == []


def test_switched_off_and_on_by_hand(at, listener):
    row, _secret = told(at, listener.address)
    happened(hearing.launched, launched(at).pk)
    who = actor(at.ward, Role.ADMINISTRATOR)
    switch(subscription=row, is_on=False, actor=who, now=NOW)
    assert send_due(clock) == 0
    switch(subscription=row, is_on=True, actor=who, now=NOW)
    assert send_due(clock) == 1


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://192.168.1.1:8443/",
        "https://172.16.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://224.0.0.1/",
        "https://localhost/",
        "https://2130706433/",
        "https://0x7f.1/",
    ],
)
def test_a_private_network_is_refused(at, settings, address):
    settings.WEBHOOKS_TO_PRIVATE_NETWORKS = False
    with pytest.raises(CannotReach, match="private"):
        told(at, address)


def test_it_is_refused_when_it_is_told_too(at, listener, settings):
    """A name may point elsewhere by then."""
    told(at, listener.address)
    happened(hearing.launched, launched(at).pk)
    settings.WEBHOOKS_TO_PRIVATE_NETWORKS = False
    send_due(clock)
    assert listener.heard == []
    assert "private" in Dispatch.objects.get().error


@pytest.mark.parametrize(
    "address",
    [
        "ftp://8.8.8.8/",
        "https://ai:mat@8.8.8.8/",
        "https:///x",
        "8.8.8.8",
        "https://[",
        "https://8.8.8.8/tin mới",
        "https://8.8.8.8/đến",
        "https://8.8.8.8/\r\nX: y",
        "https://8.8.8.8:0x/",
    ],
)
def test_what_is_no_address_is_refused(at, address):
    with pytest.raises(CannotReach):
        told(at, address)


def test_http_only_where_one_is_looking_for_faults(at, listener, settings):
    settings.DEBUG = False
    with pytest.raises(CannotReach, match="https"):
        told(at, listener.address)


def test_a_token_is_not_told_of_what_it_may_not_read(at):
    with pytest.raises(CannotSubscribe):
        told(at, "https://8.8.8.8/", Happening.REVOKED, scopes=[Scope.CAMPAIGNS])


def test_the_secret_is_shown_once_and_sealed(client, at, listener):
    row, _secret = token(at.ward)
    who = actor(at.ward, Role.ADMINISTRATOR)
    client.force_login(User.objects.get(pk=who.user_id))
    typed = {"address": listener.address, "events": ["campaign.launched"], "once": "một"}
    address = reverse("subscriptions_make", args=[row.pk])
    shown = client.post(address, typed)
    kept = row.subscriptions.get()
    secret = shown.context["secret"]
    assert secret_of(kept) == secret
    assert secret.encode() not in bytes(kept.secret_sealed)
    assert client.post(address, typed).url == reverse("subscriptions_show", args=[kept.pk])
    refused = client.post(address, typed | {"once": "hai"})
    assert refused.context["form"].errors["address"]
    assert reseal(10) == 0
