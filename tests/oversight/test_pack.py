"""An evidence pack says what happened, and a bare Python finds what was changed in it."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.urls import reverse

from conftest import NOW
from factories.dossiers import place, received
from factories.organisations import actor
from factories.signing_in import client_of
from thidua.foundation.models import Export
from thidua.modules.organisations.api import Role
from thidua.modules.oversight.pack import kiem_tra, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def unpacked(tmp_path):
    drawn = BytesIO()
    write(received(place(), "LDTT"), drawn, NOW)
    with zipfile.ZipFile(drawn) as archive:
        archive.extractall(tmp_path)
    return tmp_path


def run(folder):
    """Without anything of ours on the path."""
    command = [sys.executable, "-I", "-S", str(folder / "kiem-tra.py")]
    done = subprocess.run(
        command, capture_output=True, check=False, cwd="/", env={"PYTHONIOENCODING": "utf-8"}
    )
    return done.returncode, done.stdout.decode()


def test_a_bare_python_says_that_it_is_whole(unpacked):
    status, said = run(unpacked)
    assert status == 0, said
    assert "nguyên vẹn, chữ ký đúng" in said


def test_one_byte_is_found_and_named(unpacked):
    path = unpacked / "2. Đối chiếu tiêu chuẩn" / "ket-qua.json"
    content = bytearray(path.read_bytes())
    content[10] ^= 1
    path.write_bytes(content)
    status, said = run(unpacked)
    assert (status, "TỆP ĐÃ BỊ SỬA: 2. Đối chiếu tiêu chuẩn/ket-qua.json" in said) == (1, True)


def test_a_list_made_to_fit_is_found_by_its_signature(unpacked):
    path = unpacked / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"] = manifest["files"][1:]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    status, said = run(unpacked)
    assert status == 1
    assert "CHỮ KÝ KHÔNG ĐÚNG" in said
    assert "TỆP LẠ" in said


def test_a_missing_file_is_named(unpacked):
    (unpacked / "4. Hội đồng" / "bo-phieu.json").unlink()
    assert "THIẾU TỆP: 4. Hội đồng/bo-phieu.json" in run(unpacked)[1]


def test_what_it_holds(unpacked):
    def read(name):
        return json.loads((unpacked / name).read_text(encoding="utf-8"))

    file = read("1. Hồ sơ/ho-so.json")
    assert [one["honour"] for one in file["candidates"]] == ["LDTT"]
    assert (len(file["meeting"]), len(file["meeting_votes"])) == (1, 1)
    [verdict] = read("2. Đối chiếu tiêu chuẩn/ket-qua.json")["verdicts"][:1]
    assert verdict["book"]
    assert verdict["content"]
    history = read("6. Lịch sử thay đổi/lich-su.json")["dossier"]
    assert [one["state"] for one in history][-1] == "appraisal"
    assert history[-1]["context"]["action"].endswith("move")


@pytest.mark.parametrize("n_bytes", [0, 1, 300])
def test_our_own_verifier_agrees_with_the_library(n_bytes):
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public, message = key.public_key().public_bytes_raw(), b"x" * n_bytes
    signature = key.sign(message)
    assert kiem_tra.is_signed(public, message, signature)
    assert not kiem_tra.is_signed(public, message + b"y", signature)
    assert not kiem_tra.is_signed(public, message, signature[:-1] + bytes([signature[-1] ^ 1]))
    assert not kiem_tra.is_signed(public, message, signature[:10])


def test_it_is_taken_out_with_a_reason_that_is_kept():
    at = place()
    row = received(at, "LDTT")
    here = reverse("inspections_pack", args=[row.pk])
    with time_machine.travel(NOW):
        assert client_of(at.officer).get(here).status_code == 403
        client = client_of(actor(at.ward, Role.SPECIALIST))
        assert list(client.post(here, {"reason": " "}).context["form"].errors) == ["reason"]
        answer = client.post(here, {"reason": "Giải quyết khiếu nại"})
        with zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
            assert "kiem-tra.py" in archive.namelist()
    kept = Export.objects.get(table="evidence_pack")
    assert "Giải quyết khiếu nại" in kept.title
