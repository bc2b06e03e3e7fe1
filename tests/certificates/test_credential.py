"""The electronic certificate verifies without a server, and every change to it is found."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from factories.certificates import LATER, released
from factories.decisions import NOW, ON
from factories.dossiers import Place
from thidua.documents.credential import Badge, CannotVerify, did_of, signed, verified
from thidua.modules.certificates import badges
from thidua.modules.register import api as register
from thidua.modules.register.api import Basis
from thidua.site.cli import main

SECRET = bytes(range(32))
BADGE = Badge(
    url="https://example.vn/xac-minh/7K2M9QXA03CVHT5W/",
    issuer="Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",
    recipient="Bà Trần Thị Minh Châu",
    award="Giấy khen",
    merit="Đã có thành tích xuất sắc “năm học”",
    decision_number="112/QĐ-UBND",
    decided_on=date(2026, 11, 23),
)


def test_the_did_is_that_of_the_public_half() -> None:
    # Test vector 1 of RFC 8032, as a did:key.
    secret = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    assert did_of(secret).startswith("did:key:z6Mk")


def test_what_was_signed_is_read_back() -> None:
    found = verified(signed(BADGE, SECRET, LATER))
    assert (found.badge, found.did) == (BADGE, did_of(SECRET))


def test_the_form_is_an_open_badge() -> None:
    whole = json.loads(signed(BADGE, SECRET, LATER))
    assert whole["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert whole["proof"]["cryptosuite"] == "eddsa-jcs-2022"
    assert whole["credentialSubject"]["type"] == ["AchievementSubject"]


@pytest.mark.parametrize(
    "change",
    [
        lambda it: it.update(name="Bằng khen"),
        lambda it: it["issuer"].update(name="Cơ quan khác"),
        lambda it: it["issuer"].update(id=did_of(b"\1" * 32)),
        lambda it: it["credentialSubject"]["identifier"][0].update(identityHash="Ông Khác"),
        lambda it: it["proof"].update(created="2020-01-01T00:00:00+07:00"),
        lambda it: it["proof"].update(cryptosuite="none"),
        lambda it: it["proof"].update(proofValue="z11"),
        lambda it: it.update(more="x"),
        lambda it: it.pop("proof"),
    ],
)
def test_every_change_is_found(change: object) -> None:
    whole = json.loads(signed(BADGE, SECRET, LATER))
    change(whole)
    with pytest.raises(CannotVerify):
        verified(json.dumps(whole, ensure_ascii=False).encode())


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff\xfe", b"[" * 90_000, b"1" * 200_000])
def test_anything_else_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(CannotVerify):
        verified(content)


def test_the_command_says_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "giay-khen.json"
    path.write_bytes(signed(BADGE, SECRET, LATER))
    assert main(["certificate", "verify", str(path), "--issuer", did_of(SECRET)]) == 0
    assert "Bà Trần Thị Minh Châu" in capsys.readouterr().out
    assert main(["certificate", "verify", str(path), "--issuer", "did:key:z6MkOther"]) == 1
    path.write_bytes(path.read_bytes().replace("Giấy khen".encode(), "Bằng khen".encode()))
    assert main(["certificate", "verify", str(path)]) == 1
    assert main(["certificate", "verify", str(tmp_path / "none.json")]) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.django_db
def test_everybody_who_has_the_code_gets_the_file_until_it_is_revoked(at: Place, client: Client) -> None:
    cache.clear()
    row = released(at).certificates.get()
    answer = client.get(f"/xac-minh/{row.code}/tep/")
    found = verified(answer.content)
    assert (found.badge.recipient, found.did) == ("Bà Trần Thị Minh Châu", badges.issuers()[0])
    assert found.did in client.get("/xac-minh/khoa/").content.decode()
    basis = Basis(decided_by="Chủ tịch", decision_number="200/QĐ-UBND", decided_on=ON)
    register.revoke(entry=row.entry, basis=basis, note="x", actor=at.clerk, now=NOW)
    assert client.get(f"/xac-minh/{row.code}/tep/")["Location"] == f"/xac-minh/{row.code}/"
