"""The administrative procedure of a dossier, the papers for whoever filed it, and the achievement report."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from dossiers.test_papers import text_of
from factories.dossiers import NOW, ON, collective, dossier, person, place, propose, received, sent
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.appraisal.terms import suggested
from thidua.modules.dossiers.actions.papers import CannotDrawPaper, draw_report
from thidua.modules.dossiers.actions.procedure import CannotHandle, draw_notice, state_procedure
from thidua.modules.dossiers.actions.report import save_report
from thidua.modules.dossiers.actions.returning import send_back
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.dossiers.drafts import FlagNote, ProcedureDraft
from thidua.modules.dossiers.models import DossierProcedure

pytestmark = pytest.mark.django_db
PUBLIC = ProcedureDraft(
    name="Tặng Giấy khen",
    is_public=True,
    code="2.0001",
    n_days=10,
    file_code="H26-0042",
    filed_by="Trần Văn Nộp",
    taken_on=date(2026, 11, 20),
    due_on=date(2026, 12, 4),
)


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_PATH = tmp_path


@pytest.fixture
def at():
    return place()


def notice(at, row, kind):
    return draw_notice(dossier=row, kind=kind, actor=at.specialist, on=ON, now=NOW)


def test_the_receipt_says_code_papers_and_the_day_of_return(at):
    row = sent(at, "LDTT")
    state_procedure(dossier=row, draft=PUBLIC, actor=at.specialist, on=ON)
    text = text_of(notice(at, row, "intake_receipt"))
    wanted = (
        "HẸN TRẢ KẾT QUẢ",
        "H26-0042",
        "Tặng Giấy khen (mã 2.0001)",
        "Trần Văn Nộp",
        "04 tháng 12 năm 2026",
    )
    assert [words in text for words in wanted] == [True] * 5


def test_a_public_procedure_needs_the_codes_and_days(at):
    row = sent(at, "LDTT")
    for lacking in ({"file_code": " "}, {"taken_on": None}, {"due_on": None}):
        draft = replace(PUBLIC, **lacking)
        with pytest.raises(CannotHandle, match="centre's file code"):
            state_procedure(dossier=row, draft=draft, actor=at.specialist, on=ON)
    assert not DossierProcedure.objects.exists()


def test_an_internal_procedure_gives_no_receipt(at):
    row = sent(at, "LDTT")
    state_procedure(dossier=row, draft=ProcedureDraft(name="Nội bộ", n_days=7), actor=at.specialist, on=ON)
    with pytest.raises(CannotHandle, match="public procedure"):
        notice(at, row, "intake_receipt")
    term = suggested(row, ON)
    assert (term.n_days, term.basis) == (7, "Thủ tục Nội bộ")


def test_the_request_for_supplements_lists_the_flags(at):
    row = received(at, "LDTT")
    with pytest.raises(CannotHandle, match="Nothing is to be supplemented"):
        notice(at, row, "return_notice")
    flag = FlagNote(field="report", note="Chưa nêu số liệu", candidate_id=row.candidates.get().pk)
    send_back(dossier=row, flags=[flag], reason="Thiếu", actor=at.specialist, on=ON, now=NOW)
    text = text_of(notice(at, row, "return_notice"))
    assert ("Báo cáo thành tích: Trần Thị Minh Châu" in text, "Chưa nêu số liệu" in text) == (True, True)


def test_the_refusal_gives_the_reason(at):
    row = received(at, "LDTT")
    with pytest.raises(CannotHandle, match="not been refused"):
        notice(at, row, "refusal_notice")
    row = move(
        dossier=row, step="refuse", actor=at.specialist, on=ON, now=NOW, reason="Không thuộc thẩm quyền"
    )
    assert "Không thuộc thẩm quyền" in text_of(notice(at, row, "refusal_notice"))


def test_only_the_receiving_desk_states_it(at):
    row = sent(at, "LDTT")
    with pytest.raises(Refused):
        state_procedure(dossier=row, draft=PUBLIC, actor=at.head, on=ON)


def test_on_screen(client, at):
    row = sent(at, "LDTT")
    client.force_login(User.objects.get(pk=at.specialist.user_id))
    here = reverse("dossiers_handling", args=[row.pk])
    page = client.post(here, {"is_public": "1", "name": "Tặng Giấy khen"})
    assert "Thủ tục công cần mã hồ sơ của bộ phận một cửa" in page.content.decode()
    client.post(here, {"is_public": "0", "name": "Tặng Giấy khen", "n_days": "12"})
    assert "12 ngày làm việc" in client.get(reverse("dossiers_show", args=[row.pk])).content.decode()


def written(at, recipient, honour):
    row = dossier(at)
    (candidate,) = propose(at, row, recipient, honour)
    sections = {"background": "Sinh năm 1985", "results": "Đạt 98 điểm\nTăng 12 %", "honours": ""}
    save_report(candidate=candidate, sections=sections, version=0, actor=at.officer, now=NOW)
    candidate.refresh_from_db()
    return draw_report(candidate=candidate, actor=at.officer, on=ON, now=NOW)


def test_a_persons_report_as_a_paper(at):
    paper = written(at, person(at.school), "CSTDCS")
    text = text_of(paper)
    wanted = (
        "BÁO CÁO THÀNH TÍCH",
        "danh hiệu “Chiến sĩ thi đua cơ sở”",
        "I. SƠ LƯỢC LÝ LỊCH",
        "Tăng 12 %",
        "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
        "NGƯỜI BÁO CÁO THÀNH TÍCH",
    )
    assert [words in text for words in wanted] == [True] * 6
    assert paper.docx_id is not None


def test_a_collectives_report_has_its_own_headings(at):
    text = text_of(written(at, collective(at.school), "TTLDTT"))
    assert ("SƠ LƯỢC ĐẶC ĐIỂM" in text, "CẤP TRÌNH KHEN THƯỞNG XÁC NHẬN" in text) == (True, True)


def test_an_unwritten_report_is_not_drawn(at):
    row = dossier(at)
    (candidate,) = propose(at, row, person(at.school), "LDTT")
    with pytest.raises(CannotDrawPaper, match="Write and save"):
        draw_report(candidate=candidate, actor=at.officer, on=ON, now=NOW)
