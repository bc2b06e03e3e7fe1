"""The public page: real, corrected, revoked, replaced, unknown; never more than the paper says, never too often."""

import pytest
from django.core.cache import cache
from django.test import Client

from factories.certificates import proofed, released
from factories.decisions import NOW, ON
from factories.dossiers import Place
from thidua.modules.certificates.codes import LENGTH, LETTERS, new_code, shown, typed
from thidua.modules.certificates.models import Certificate
from thidua.modules.register import api as register
from thidua.modules.register.api import Basis

BASIS = Basis(decided_by="Chủ tịch", decision_number="200/QĐ-UBND", decided_on=ON)


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clean() -> None:
    cache.clear()


def page(client: Client, code: str) -> tuple[int, str]:
    answer = client.get(f"/xac-minh/{code}/")
    return answer.status_code, " ".join(answer.content.decode().split())


def one(at: Place) -> Certificate:
    return released(at).certificates.get()


def test_codes_are_long_and_never_the_same() -> None:
    codes = {new_code() for _n in range(500)}
    assert len(codes) == 500
    assert all(len(code) == LENGTH and set(code) <= set(LETTERS) for code in codes)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("7K2M-9QXA-03CV-HT5W", "7K2M9QXA03CVHT5W"),
        (" 7k2m 9qxa o3cv ht5w ", "7K2M9QXA03CVHT5W"),
        ("7K2M9QXA", ""),
        ("7K2M9QXA03CVHT5!", ""),
    ],
)
def test_what_people_type_is_understood(words: str, code: str) -> None:
    assert typed(words) == code
    assert not code or typed(shown(code)) == code


def test_a_real_one(at: Place, client: Client) -> None:
    row = one(at)
    status, words = page(client, row.code)
    assert status == 200
    assert "Giấy khen có thật." in words
    for said in ("Trần Thị Minh Châu", "112/QĐ-UBND", "Chiến sĩ thi đua cơ sở"):
        assert said in words
    for unsaid in ("Giáo viên", row.organisation.name):
        assert unsaid not in words


def test_a_corrected_and_a_revoked_one(at: Place, client: Client) -> None:
    row = one(at)
    register.correct(
        entry=row.entry, basis=BASIS, changes={"name": "Trần Thị Minh Chấu"}, actor=at.clerk, now=NOW
    )
    status, words = page(client, row.code)
    assert (status, "Trần Thị Minh Chấu" in words, "200/QĐ-UBND" in words) == (200, True, True)
    register.revoke(entry=row.entry, basis=BASIS, note="khai gian", actor=at.clerk, now=NOW)
    status, words = page(client, row.code)
    assert (status, "message-error" in words, "khai gian" in words) == (200, True, False)


def test_a_replaced_one(at: Place, client: Client) -> None:
    row = one(at)
    Certificate.objects.update(state="replaced")
    assert "message-warning" in page(client, row.code)[1]


def test_unknown_and_not_yet_released_are_answered_alike(at: Place, client: Client) -> None:
    waiting = proofed(at).certificates.get()
    told = [page(client, code) for code in (waiting.code, new_code(), "abc")]
    assert {status for status, _words in told} == {404}
    assert "Trần" not in told[0][1]


def test_trying_codes_is_stopped(client: Client, db: None) -> None:
    statuses = [client.get(f"/xac-minh/{new_code()}/").status_code for _n in range(32)]
    assert statuses.count(404) == 30
    assert statuses[-1] == 429


def test_the_form_leads_to_the_code(at: Place, client: Client) -> None:
    row = one(at)
    answer = client.get("/xac-minh/", {"ma": shown(row.code).lower()})
    assert answer["Location"] == f"/xac-minh/{row.code}/"
    assert client.get("/xac-minh/", {"ma": "12"}).status_code == 200


def test_nothing_is_kept_by_caches(at: Place, client: Client) -> None:
    answer = client.get(f"/xac-minh/{one(at).code}/")
    assert "no-store" in answer["Cache-Control"]
