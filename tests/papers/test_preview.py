"""A body's own Word template as PDF: drawn by a job where the server has LibreOffice, said plainly where it hasn't."""

import os
import stat
import time
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from conftest import NOW
from factories.organisations import WardFactory, actor
from factories.signing_in import client_of
from papers.reading import pages
from thidua.documents import draw_poster, office
from thidua.documents.letters import TipPoster
from thidua.documents.templating import fill_sample, starting_template
from thidua.modules.files.api import may_read
from thidua.modules.organisations.api import Role
from thidua.modules.papers import previewing, templating
from thidua.modules.papers.models import PaperTemplate, PreviewState

KIND = "praise_letter"
PDF = draw_poster(TipPoster(unit="Phường", url="https://example.vn", day=NOW.date()))
needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not on this machine")
posix = pytest.mark.skipif(os.name != "posix", reason="bounds are set by the shell of a Unix")


@pytest.fixture
def clerk(settings: Any, tmp_path: Path):
    settings.FILES_PATH = tmp_path
    with time_machine.travel(NOW):
        yield actor(WardFactory(), Role.CLERK)


def has_office(monkeypatch, found: str | None) -> None:
    monkeypatch.setattr(office, "program", lambda: found)


def upload(clerk) -> PaperTemplate:
    return templating.upload(
        organisation=clerk.organisation,
        kind=KIND,
        name="Mẫu phường",
        basis="",
        content=starting_template(KIND),
        file_name="mau.docx",
        actor=clerk,
        now=NOW,
    )


def page_of(clerk) -> str:
    return client_of(clerk).get(reverse("papers_template_kind", args=["praise-letter"])).content.decode()


@pytest.mark.django_db
def test_without_libreoffice_the_page_says_so_and_offers_no_button(clerk, monkeypatch):
    has_office(monkeypatch, None)
    row = upload(clerk)
    page = page_of(clerk)
    assert row.preview_state == PreviewState.NONE
    assert "máy chủ này không có LibreOffice" in page
    assert "Xem bản điền thử (Word)" in page or reverse("papers_template_sample", args=[row.pk]) in page
    assert reverse("papers_template_preview", args=[row.pk]) not in page
    with pytest.raises(templating.CannotUse, match="LibreOffice"):
        templating.ask_for_preview(template=row, actor=clerk)


@pytest.mark.django_db
def test_an_upload_is_drawn_once_by_the_job_and_shown(clerk, monkeypatch):
    has_office(monkeypatch, "/usr/bin/soffice")
    monkeypatch.setattr(office, "pdf_of", lambda _docx: PDF)
    row = upload(clerk)
    templating.ask_for_preview(template=row, actor=clerk)
    assert ProcrastinateJob.objects.filter(task_name="papers.preview").get().args == {"template_id": row.pk}
    assert "hx-trigger" in page_of(clerk)
    previewing.perform(row, lambda: NOW)
    row.refresh_from_db()
    assert row.preview_state == PreviewState.DRAWN
    assert (row.preview.media_type, row.preview_picture.media_type) == ("application/pdf", "image/png")
    page = client_of(clerk).get(reverse("papers_template_shown", args=[row.pk])).content.decode()
    assert reverse("files_download", args=[row.preview_id]) in page
    assert may_read(clerk, row.preview_picture)


@pytest.mark.django_db
@pytest.mark.parametrize("drawn", [b"%PDF-1.7 broken", None])
def test_what_cannot_be_drawn_is_said_and_may_be_tried_again(clerk, monkeypatch, drawn):
    def pdf_of(_docx: bytes) -> bytes:
        if drawn is None:
            raise office.CannotConvert("took too long")
        return drawn

    has_office(monkeypatch, "/usr/bin/soffice")
    monkeypatch.setattr(office, "pdf_of", pdf_of)
    row = upload(clerk)
    previewing.perform(row, lambda: NOW)
    row.refresh_from_db()
    assert row.preview_state == PreviewState.FAILED
    assert reverse("papers_template_preview", args=[row.pk]) in page_of(clerk)


@needs_office
def test_libreoffice_draws_the_words_with_our_fonts():
    drawn = office.pdf_of(fill_sample(starting_template(KIND), KIND))
    assert "THƯ KHEN" in " ".join(pages(drawn))


@pytest.mark.django_db
def test_after_a_fault_of_ours_the_page_waits_no_longer(clerk, monkeypatch):
    has_office(monkeypatch, "/usr/bin/soffice")
    row = upload(clerk)
    monkeypatch.setattr(previewing, "fill_sample", lambda *_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        previewing.perform(row, lambda: NOW)
    row.refresh_from_db()
    assert row.preview_state == PreviewState.FAILED


@posix
def test_a_pdf_beyond_all_measure_is_refused(tmp_path, monkeypatch):
    has_office(monkeypatch, in_its_place(tmp_path, "head -c 6000000 /dev/zero > shown.pdf"))
    with pytest.raises(office.CannotConvert, match="too large"):
        office.pdf_of(b"")


def in_its_place(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@posix
def test_one_that_takes_too_long_is_ended_with_all_its_children(tmp_path, monkeypatch):
    mark = tmp_path / "children"
    has_office(monkeypatch, in_its_place(tmp_path, f"sleep 60 & echo $! > {mark}; wait"))
    began = time.monotonic()
    with pytest.raises(office.CannotConvert, match="too long"):
        office.pdf_of(b"", seconds=1)
    assert time.monotonic() - began < 20
    child = int(mark.read_text())
    for _ in range(50):
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("a child is still running")


@posix
def test_it_knows_none_of_our_secrets_and_has_bounds(tmp_path, monkeypatch):
    said = tmp_path / "said"
    monkeypatch.setenv("SECRET_KEY", "not-for-others")
    has_office(monkeypatch, in_its_place(tmp_path, f"(env; ulimit -v; ulimit -t) > {said}"))
    with pytest.raises(office.CannotConvert, match="no PDF"):
        office.pdf_of(b"")
    words = said.read_text()
    assert "not-for-others" not in words
    assert words.splitlines()[-2:] == [str(office.MEMORY_KB), str(office.PROCESSOR_SECONDS)]
