"""Papers are drawn once, kept, and drawn anew only when the letter has changed."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from factories.organisations import OrganisationFactory, WardFactory, actor
from thidua.documents.letters import Letterhead, ProposalList, Signature
from thidua.modules.files.api import path_of
from thidua.modules.organisations.api import system
from thidua.modules.papers import api
from thidua.modules.papers.models import NumberSeries, Paper, PaperKind

pytestmark = pytest.mark.django_db

LETTER = ProposalList(
    head=Letterhead(agency="Trường Tiểu học Lê Ngọc Hân", place="Phường Hai Bà Trưng", day=date(2026, 6, 5)),
    subject="đề nghị khen thưởng",
    period="năm học 2025–2026",
    groups=(),
    signature=Signature(authority=("HIỆU TRƯỞNG",), name="Nguyễn Thị An"),
)


@pytest.fixture(autouse=True)
def _files(settings: object, tmp_path: Path) -> None:
    settings.FILES_PATH = tmp_path  # type: ignore[attr-defined]


def draw(letter: ProposalList, now: datetime, school: object = None) -> Paper:
    school = school or OrganisationFactory()
    return api.draw(
        kind=PaperKind.PROPOSAL_LIST,
        letter=letter,
        subject="dossier:7",
        title="Danh sách đề nghị",
        organisation=school,
        actor=actor(school, "unit_officer"),
        now=now,
    )


def test_keeps_pdf_and_word_with_their_digests(now: datetime) -> None:
    paper = draw(LETTER, now)
    assert path_of(paper.pdf.sha256).read_bytes()[:5] == b"%PDF-"
    assert path_of(paper.docx.sha256).read_bytes()[:2] == b"PK"
    assert (paper.version, paper.pdf.name, paper.docx.name) == (
        1,
        "Danh sách đề nghị.pdf",
        "Danh sách đề nghị.docx",
    )
    assert paper.letter["head"] == {
        "agency": "Trường Tiểu học Lê Ngọc Hân",
        "parent_agency": "",
        "number": None,
        "symbol": "",
        "place": "Phường Hai Bà Trưng",
        "day": "2026-06-05",
    }


def test_an_unchanged_letter_gives_the_paper_that_is_there(now: datetime) -> None:
    first = draw(LETTER, now)
    assert draw(LETTER, now, first.organisation) == first
    assert Paper.objects.count() == 1


def test_a_changed_letter_makes_a_new_version(now: datetime) -> None:
    first = draw(LETTER, now)
    second = draw(replace(LETTER, period="năm 2026"), now, first.organisation)
    assert (first.version, second.version) == (1, 2)
    assert api.papers_of("dossier:7") == [second]
    assert api.latest(PaperKind.PROPOSAL_LIST, "dossier:7") == second


def test_numbers_follow_each_other_per_body_kind_and_year() -> None:
    ward, other = WardFactory(), WardFactory()

    def number(body: object, kind: str, year: int) -> int:
        return api.next_number(organisation=body, kind=kind, year=year, actor=system(date(2026, 1, 1)))

    given = [number(ward, "HS", 2026), number(ward, "HS", 2026), number(other, "HS", 2026)]
    assert [*given, number(ward, "HS", 2027), number(ward, "TT", 2026)] == [1, 2, 1, 1, 1]


def test_the_series_is_locked_while_a_number_is_given() -> None:
    with CaptureQueriesContext(connection) as queries:
        api.next_number(organisation=WardFactory(), kind="HS", year=2026, actor=system(date(2026, 1, 1)))
    locked = [
        query["sql"]
        for query in queries
        if "papers_numberseries" in query["sql"] and "FOR UPDATE" in query["sql"]
    ]
    assert len(locked) == 1


def test_a_failed_transaction_gives_its_number_back() -> None:
    ward = WardFactory()
    savepoint = transaction.savepoint()
    api.next_number(organisation=ward, kind="HS", year=2026, actor=system(date(2026, 1, 1)))
    transaction.savepoint_rollback(savepoint)
    assert api.next_number(organisation=ward, kind="HS", year=2026, actor=system(date(2026, 1, 1))) == 1
    assert NumberSeries.objects.get().last == 1
