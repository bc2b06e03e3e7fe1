import io

import pypdfium2
import pytest

from factories.dossiers import NOW, ON, dossier, minuted, person, place, propose, received, sent
from factories.organisations import actor
from thidua.foundation.permissions import Refused
from thidua.modules.dossiers.actions.papers import CannotDrawPaper, draw_papers, draw_submittal
from thidua.modules.dossiers.actions.steps import move, set_candidate_state
from thidua.modules.dossiers.actions.submittals import CannotGather, gather_submittal, leave_submittal, submit
from thidua.modules.files.api import path_of
from thidua.modules.files.policy import may_read as may_read_file
from thidua.modules.papers.policy import may_read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_PATH = tmp_path


@pytest.fixture
def at():
    return place()


def text_of(paper):
    document = pypdfium2.PdfDocument(io.BytesIO(path_of(paper.pdf.sha256).read_bytes()))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.split())


def draw(at, row, kind):
    return draw_papers(dossier=row, kind=kind, actor=at.officer, on=ON, now=NOW)


def test_the_submittal_names_the_law_the_addressee_and_everybody(at):
    row = sent(at, "LDTT", "CSTDCS")
    (paper,) = draw(at, row, "submittal")
    text = text_of(paper)
    wanted = ("TỜ TRÌNH", "Chủ tịch Ủy ban nhân dân", "ngày 15 tháng 6 năm 2022", "Trần Thị Minh Châu")
    assert [words in text for words in wanted] == [True] * 4
    assert (paper.title, paper.subject) == (f"Tờ trình {row.code}", f"dossier:{row.pk}")


def test_papers_follow_their_dossier(at):
    (paper,) = draw(at, sent(at, "LDTT"), "submittal")
    readers = [at.officer, at.specialist, actor(at.ward, "inspector")]
    others = [actor(at.ward, role) for role in ("accountant", "editor", "teller", "administrator")]
    assert [may_read(who, paper).allowed for who in readers] == [True] * 3
    assert [may_read(who, paper).allowed for who in others] == [False] * 4
    assert [may_read_file(who, paper.pdf).allowed for who in (*readers, *others)] == [True] * 3 + [False] * 4


def test_titles_and_forms_have_minutes_of_their_own(at):
    row = dossier(at)
    propose(at, row, person(at.school), "LDTT")
    propose(at, row, person(at.school, "Lê Quang Huy"), "GK")
    minuted(at, row)
    titles, forms = draw(at, row, "unit_minutes")
    assert ("bình xét thi đua" in text_of(titles), "xét khen thưởng" in text_of(forms)) == (True, True)
    assert ("Lê Quang Huy" in text_of(titles), "Lê Quang Huy" in text_of(forms)) == (False, True)


def test_minutes_need_a_meeting(at):
    row = dossier(at)
    propose(at, row, person(at.school), "LDTT")
    with pytest.raises(CannotDrawPaper):
        draw(at, row, "unit_minutes")


def appraised(at):
    row = received(at)
    candidate = row.candidates.get()
    set_candidate_state(candidate=candidate, state="agreed", actor=at.specialist)
    return move(dossier=row, step="conclude", actor=at.specialist, on=ON, now=NOW)


def gather(at, actor, *rows):
    return gather_submittal(
        organisation=at.ward,
        dossiers=rows,
        title="Đề nghị tặng Bằng khen",
        addressed_to="Chủ tịch Ủy ban nhân dân thành phố Hà Nội",
        actor=actor,
        on=ON,
        now=NOW,
    )


def test_several_dossiers_go_into_one_submittal(at):
    first, second = appraised(at), appraised(at)
    submittal = gather(at, at.specialist, first, second)
    assert (submittal.code, submittal.dossiers.count()) == ("TT-2026-0001", 2)
    text = text_of(draw_submittal(submittal=submittal, actor=at.specialist, on=ON, now=NOW))
    assert ("02 đơn vị" in text, "thành phố Hà Nội" in text) == (True, True)
    with pytest.raises(CannotGather, match="is in another submittal already"):
        gather(at, at.specialist, first)
    leave_submittal(dossier=second, actor=at.specialist, now=NOW)
    assert submit(submittal=submittal, actor=at.specialist, on=ON).submitted_on == ON
    with pytest.raises(CannotGather, match="nothing in it changes"):
        leave_submittal(dossier=first, actor=at.specialist, now=NOW)


def test_only_appraised_dossiers_are_gathered_and_only_by_the_desk(at):
    with pytest.raises(CannotGather, match="has not been appraised yet"):
        gather(at, at.specialist, sent(at))
    with pytest.raises(Refused):
        gather(at, at.officer, appraised(at))


def test_the_index_lists_papers_and_evidence_but_not_itself(at):
    row = sent(at, "LDTT")
    draw(at, row, "submittal")
    draw(at, row, "file_index")
    [paper] = draw(at, row, "file_index")
    titles = [one["title"] for one in paper.letter["papers"]]
    assert f"Tờ trình {row.code}" in titles
    assert not any(title.startswith("Mục lục") for title in titles)
    assert paper.version == 1
    assert "MỤC LỤC HỒ SƠ" in text_of(paper)
