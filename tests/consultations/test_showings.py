"""Candidates shown to the public: how long, what everybody reads, remarks, the result, and the council that waits."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.appraisal import candidate, dossier, person, school_of
from factories.organisations import actor
from factories.signing_in import client_of
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.consultations import actions, queries
from thidua.modules.consultations.drafts import RemarkDraft, ShowingDraft
from thidua.modules.consultations.letters import notice_letter
from thidua.modules.consultations.models import Remark, RemarkState, Showing
from thidua.modules.consultations.phones import phone_of
from thidua.modules.dossiers.models import DossierState

pytestmark = pytest.mark.django_db
WISH = "Phường tự công khai"


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def file():
    made = dossier(school_of(), DossierState.APPRAISAL)
    candidate(made, person(made.organisation, "Nguyễn Thị Ánh"), "LDTT")
    candidate(made, person(made.organisation, "Lê Văn Bình"), "HCLD3")
    return made


@pytest.fixture
def desk(file):
    return actor(file.receiver, "specialist")


def of(file, honour):
    return file.candidates.get(honour=honour)


def shown(file, desk, *honours, n_days=5, on=TODAY, blocks=False):
    draft = ShowingDraft(
        basis=WISH,
        opens_on=on,
        ends_on=on + timedelta(days=n_days),
        blocks=blocks,
        summaries={of(file, honour).pk: "Dạy giỏi 10 năm" for honour in honours},
    )
    return actions.show(dossier=file, draft=draft, actor=desk, on=on, now=NOW)


def said(showing, **values):
    draft = RemarkDraft(**({"name": "Trần Quang Vinh", "content": "Tôi đồng ý"} | values))
    return actions.send_remark(showing=showing, draft=draft, actor=None, now=NOW)


def concluded(remark, desk, outcome="unfounded"):
    return actions.conclude_remark(remark=remark, outcome=outcome, note="Đã xác minh", actor=desk, now=NOW)


def test_what_the_state_president_gives_is_shown_for_ten_working_days(file, desk):
    """23/11/2026 is a Monday: the tenth working day after it is 7/12."""
    with pytest.raises(actions.CannotShow, match="until 07/12/2026 at least: 10 working days"):
        shown(file, desk, "HCLD3", n_days=13)
    assert shown(file, desk, "HCLD3", n_days=14).ends_on == date(2026, 12, 7)


def test_nobody_asks_for_the_others_so_any_day_will_do(file, desk):
    assert shown(file, desk, "LDTT", n_days=0).ends_on == TODAY


def test_the_council_waits_for_what_the_law_wants_shown(file, desk):
    ldtt, order = of(file, "LDTT"), of(file, "HCLD3")
    found = queries.blocked([ldtt, order], file.receiver_id, TODAY)
    assert list(found) == [order.pk]
    assert found[order.pk].startswith("must be shown to the public: 10 working days before the council")
    row = shown(file, desk, "HCLD3", n_days=14)
    assert (
        "is shown to the public until 07/12/2026"
        in queries.blocked([order], file.receiver_id, TODAY)[order.pk]
    )
    later = date(2026, 12, 8)
    assert "record the result first" in queries.blocked([order], file.receiver_id, later)[order.pk]
    actions.conclude(showing=row, words="Đủ điều kiện.", actor=desk, on=later)
    assert queries.blocked([ldtt, order], file.receiver_id, later) == {}


def test_a_wish_of_the_body_holds_nobody_up_unless_its_rule_says_so(file, desk):
    row = shown(file, desk, "LDTT")
    assert queries.blocked([of(file, "LDTT")], file.receiver_id, TODAY) == {}
    actions.withdraw(showing=row, reason="Nhầm hồ sơ", actor=desk)
    shown(file, desk, "LDTT", blocks=True)
    assert list(queries.blocked([of(file, "LDTT")], file.receiver_id, TODAY)) == [of(file, "LDTT").pk]


def test_the_question_costs_the_same_for_one_and_for_three(file, desk):
    shown(file, desk, "LDTT", blocks=True)
    with CaptureQueriesContext(connection) as one:
        queries.blocked([of(file, "LDTT")], file.receiver_id, TODAY)
    more = [candidate(file, person(file.organisation, f"Người {n}"), "HCLD3") for n in range(3)]
    with CaptureQueriesContext(connection) as many:
        queries.blocked(more, file.receiver_id, TODAY)
    assert len(many) <= len(one)


def test_the_result_counts_remarks_and_waits_for_all_of_them(file, desk):
    row = shown(file, desk, "LDTT")
    first, second = said(row), said(row, content="Sáng kiến của cả tổ")
    over = TODAY + timedelta(days=6)
    with pytest.raises(actions.CannotShow, match="until 28/11/2026"):
        actions.conclude(showing=row, words="Không có gì", actor=desk, on=TODAY)
    concluded(first, desk, "support")
    with pytest.raises(CannotMove, match="1 remarks are not handled"), transaction.atomic():
        actions.conclude(showing=row, words="Đủ điều kiện.", actor=desk, on=over)
    concluded(second, desk, "founded")
    done = actions.conclude(showing=row, words="Đủ điều kiện.", actor=desk, on=over)
    line = (
        "Shown to the public from 23/11/2026 to 28/11/2026: 2 remarks, 1 founded, "
        "0 with the receiver of complaints. Đủ điều kiện."
    )
    assert done.result == line
    assert queries.results_of([of(file, "LDTT").pk]) == [line]


def test_remarks_are_read_by_the_desk_and_complaints_by_their_receiver(file, desk):
    row = shown(file, desk, "LDTT")
    remark, complaint = said(row, phone="0912 345 678"), said(row, content="Tố cáo", is_complaint=True)
    receiver, unit = actor(file.receiver, "complaints"), actor(file.organisation, "unit_head")
    admin = actor(file.receiver, "administrator")
    assert list(queries.remarks_visible_to(desk)) == [remark]
    assert list(queries.remarks_visible_to(receiver)) == [complaint]
    assert [queries.remarks_visible_to(who).exists() for who in (unit, admin)] == [False, False]
    assert (phone_of(remark), complaint.state) == ("0912 345 678", RemarkState.REFERRED)
    moved = actions.refer(remark=remark, note="Là tố cáo", actor=desk, now=NOW)
    assert not queries.remarks_visible_to(desk).exists()
    assert moved.state == RemarkState.REFERRED


def test_numbers_are_forgotten_after_a_year(file, desk):
    remark = said(shown(file, desk, "LDTT"), phone="0912 345 678")
    assert actions.forget_phones(actor=desk, now=NOW + timedelta(days=364)) == 0
    assert actions.forget_phones(actor=desk, now=NOW + timedelta(days=365)) == 1
    remark.refresh_from_db()
    assert phone_of(remark) == ""


def test_after_the_last_day_nobody_is_named_and_nothing_is_taken(client, file, desk):
    row = shown(file, desk, "LDTT")
    here = reverse("showings_public", args=[row.code])
    page = client.get(here)
    assert page.status_code == 200
    assert "Nguyễn Thị Ánh" in page.content.decode()
    assert client.get(reverse("showings_open")).context["page"].rows == [row]
    with time_machine.travel(NOW + timedelta(days=6)):
        over = client.get(here)
        assert over.status_code == 410
        assert "Nguyễn Thị Ánh" not in over.content.decode()
        assert client.get(reverse("showings_open")).context["page"].rows == []
        with pytest.raises(actions.CannotRemark, match="time for remarks is over"):
            actions.send_remark(
                showing=row,
                draft=RemarkDraft(name="A", content="B"),
                actor=None,
                now=NOW + timedelta(days=6),
            )
    assert client.get(reverse("showings_public", args=["khong-co"])).status_code == 404


def test_a_machine_is_kept_out_and_what_was_typed_stays(client, file, desk):
    row = shown(file, desk, "LDTT")
    sent = client.post(reverse("showings_public", args=[row.code]), {"name": "A", "content": "Ý kiến dài"})
    assert list(sent.context["form"].errors) == ["answer"]
    assert "Ý kiến dài" in sent.content.decode()
    assert not Remark.objects.exists()


def test_the_desk_shows_on_screen_and_the_unit_does_not(file, desk):
    here = reverse("showings_new", args=[file.pk])
    assert client_of(actor(file.organisation, "unit_officer")).get(here).status_code == 403
    client = client_of(desk)
    page = client.get(here)
    assert page.context["form"].initial["blocks"] is True
    ldtt = of(file, "LDTT").pk
    typed = {"basis": WISH, "opens_on": "23/11/2026", "ends_on": "20/11/2026", f"shown_{ldtt}": "on"}
    refused = client.post(here, typed)
    assert list(refused.context["form"].errors) == ["ends_on"]
    assert not Showing.objects.exists()
    done = client.post(here, typed | {"ends_on": "30/11/2026", f"summary_{ldtt}": "Dạy giỏi"})
    row = Showing.objects.get()
    assert done["Location"] == reverse("showings_show", args=[row.pk])
    assert [one.candidate_id for one in row.shown.all()] == [ldtt]


def test_the_notice_names_days_and_address(file, desk):
    letter = notice_letter(shown(file, desk, "LDTT"), None, "https://phuong.vn/cong-khai/x/", TODAY)
    assert letter.parts[1].text == "Từ ngày 23/11/2026 đến hết ngày 28/11/2026."
    assert letter.parts[2].table.rows[0][0] == "1"
    assert "https://phuong.vn/cong-khai/x/" in letter.parts[3].text


def test_the_database_keeps_a_result_with_its_day(file, desk):
    row = shown(file, desk, "LDTT")
    with pytest.raises(IntegrityError, match="showing_closed_with_result"):
        Showing.objects.filter(pk=row.pk).update(state="closed", result="Có", concluded_on=TODAY)


def test_only_while_the_dossier_is_considered(desk, file):
    type(file).objects.filter(pk=file.pk).update(state="decided")
    file.refresh_from_db()
    with pytest.raises(Refused, match="while the dossier is considered"):
        shown(file, desk, "LDTT")
