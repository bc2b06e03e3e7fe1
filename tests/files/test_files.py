import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from factories.dossiers import NOW, PDF, place
from thidua.kernel.hashing import sha256
from thidua.modules.accounts.models import User
from thidua.modules.files.actions import MOST_BYTES, CannotStore
from thidua.modules.files.api import path_of, store
from thidua.modules.files.checks import files_on_disk
from thidua.modules.files.content import write
from thidua.modules.files.models import StoredFile
from thidua.modules.files.sweep import sweep_orphans

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_PATH = tmp_path


@pytest.fixture
def at():
    return place()


def kept(at, content=PDF, name="to-trinh.pdf"):
    return store(
        content=content, name=name, organisation=at.school, subject="school:1", actor=at.officer, now=NOW
    )


def client_of(actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_a_file_lies_under_its_sha256(at):
    row = kept(at, name="Tờ/trình.pdf")
    assert (row.sha256, row.size, row.media_type, row.name) == (
        sha256(PDF),
        len(PDF),
        "application/pdf",
        "Tờ-trình.pdf",
    )
    assert path_of(row.sha256).read_bytes() == PDF


def test_the_same_content_is_kept_once(at, tmp_path):
    kept(at), kept(at, name="ban-sao.pdf")
    assert (StoredFile.objects.count(), len(list(tmp_path.glob("??/*")))) == (2, 1)


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"MZ\x90\x00" + b"0" * 64, "a.pdf"), (PDF, "a.docx"), (b"", "a.pdf"), (b"#!/bin/sh\n", "a.sh")],
    ids=["program", "misnamed", "empty", "script"],
)
def test_what_is_not_what_it_says_is_refused(at, content, name):
    with pytest.raises(CannotStore):
        kept(at, content, name)
    assert StoredFile.objects.count() == 0


def test_a_file_over_twenty_megabytes_is_refused(at):
    with pytest.raises(CannotStore) as refusal:
        kept(at, PDF + b"0" * MOST_BYTES)
    assert str(refusal.value) == (
        "The file is larger than 20 MB. Scan it at 200 dpi, split it, or give a link instead."
    )


def test_whoever_covers_the_owner_reads_and_nobody_else(at):
    row = kept(at)
    url = reverse("files_download", args=[row.pk])
    answer = client_of(at.specialist).get(url)
    assert (b"".join(answer.streaming_content), answer["X-Content-Type-Options"]) == (PDF, "nosniff")
    assert client_of(place().specialist).get(url).status_code == 404
    assert Client().get(url).status_code == 302


def test_orphans_are_swept_after_a_day_and_files_with_rows_stay(at):
    row = kept(at)
    orphan = path_of(write(b"left by a transaction that failed"))
    before = (NOW - timedelta(days=2)).timestamp()
    for path in (orphan, path_of(row.sha256)):
        os.utime(path, (before, before))
    young = path_of(write(b"just written"))
    os.utime(young, (NOW.timestamp(), NOW.timestamp()))
    assert sweep_orphans(NOW) == 1
    assert (orphan.exists(), young.exists(), path_of(row.sha256).exists()) == (False, True, True)


def test_writing_an_orphan_again_makes_it_young(at):
    path = path_of(write(b"x"))
    os.utime(path, (0, 0))
    write(b"x")
    assert path.stat().st_mtime > 0


def test_the_doctor_names_a_file_that_is_cut_short(at):
    row = kept(at)
    assert list(files_on_disk()) == []
    Path(path_of(row.sha256)).write_bytes(b"%PDF")
    (problem,) = files_on_disk()
    assert (
        problem.what == f"The content of the file “to-trinh.pdf” (number {row.pk}) is missing or cut short."
    )
