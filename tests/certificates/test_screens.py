"""The screens of certificates: who sees what, and how often the database is asked."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories.certificates import LATER, prepared, released
from factories.decisions import NOW, ON, in_force, voted
from factories.dossiers import Place
from factories.organisations import WardFactory, actor
from thidua.modules.accounts.models import User
from thidua.modules.certificates import actions
from thidua.modules.certificates.models import Batch
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.register import api as register
from thidua.modules.register.api import Basis

SignedIn = Callable[[Actor], Client]
BASIS = Basis(decided_by="Chủ tịch", decision_number="200/QĐ-UBND", decided_on=ON)


@pytest.fixture
def signed_in(client: Client, time_machine: object, settings: object) -> SignedIn:
    settings.DEMONSTRATION = True  # no second factor is asked for
    time_machine.move_to("2026-11-23T06:00:00Z", tick=False)

    def enter(who: Actor) -> Client:
        client.force_login(User.objects.get(pk=who.user_id))
        return client

    return enter


def asked(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_list_asks_as_often_for_three_as_for_one(at: Place, signed_in: SignedIn) -> None:
    client = signed_in(at.clerk)
    released(at)
    one = asked(client, "/giay-khen/")
    released(at)
    released(at)
    assert len(client.get("/giay-khen/").context["page"].rows) == 3
    assert asked(client, "/giay-khen/") == one


def of_three(at: Place) -> Batch:
    files = [voted(at, "CSTDCS") for _n in range(3)]
    for file in files:
        file.candidates.update(honorific="Bà")
    return actions.prepare(decision=in_force(at, *files, number=300), actor=at.specialist, now=NOW)


def test_a_batch_asks_as_often_for_three_as_for_one(at: Place, signed_in: SignedIn) -> None:
    client, one, three = signed_in(at.specialist), prepared(at), of_three(at)
    assert three.certificates.count() == 3
    assert asked(client, f"/giay-khen/dot/{one.pk}/") == asked(client, f"/giay-khen/dot/{three.pk}/")


def test_whose_award_was_revoked_is_not_counted_as_waiting(at: Place, signed_in: SignedIn) -> None:
    client, row = signed_in(at.clerk), released(at).certificates.get()
    register.revoke(entry=row.entry, basis=BASIS, note="x", actor=at.clerk, now=LATER)
    page = client.get("/giay-khen/", {"trang-thai": "released"})
    assert page.context["page"].rows == []
    assert [counter.n for counter in page.context["counters"]] == [0, 0, 0, 0]


def test_another_wards_certificate_does_not_exist(at: Place, signed_in: SignedIn) -> None:
    batch = released(at)
    row = batch.certificates.get()
    client = signed_in(actor(WardFactory(), Role.SPECIALIST))
    for url in (f"/giay-khen/{row.pk}/", f"/giay-khen/{row.pk}/hinh/", f"/giay-khen/dot/{batch.pk}/"):
        assert client.get(url).status_code == 404


def test_a_refused_wording_keeps_what_was_typed(at: Place, signed_in: SignedIn) -> None:
    row = prepared(at).certificates.get()
    body = {
        "version": 0,
        "verb": "TẶNG",
        "award": "",
        "name": "Trần Thị Minh Châu",
        "merit": "Đã có thành tích mới",
    }
    page = signed_in(at.specialist).post(f"/giay-khen/{row.pk}/sua/", body)
    assert page.status_code == 200
    assert "Đã có thành tích mới" in page.content.decode()


def test_the_hand_overs_of_a_batch_are_entered_together_or_not_at_all(at: Place, signed_in: SignedIn) -> None:
    batch = released(at)
    row = batch.certificates.get()
    client = signed_in(at.clerk)
    client.post(f"/giay-khen/dot/{batch.pk}/giao/", {"certificate": [row.pk], "on": "24/11/2026"})
    row.refresh_from_db()
    assert row.handed_over_on is None
    client.post(
        f"/giay-khen/dot/{batch.pk}/giao/", {"certificate": [row.pk], "on": "23/11/2026", "note": "Lễ"}
    )
    row.refresh_from_db()
    assert (row.handed_over_on, row.hand_note) == (ON, "Lễ")
