import pytest

from factories.dossiers import (
    NOW,
    ON,
    PDF,
    collective,
    dossier,
    minuted,
    person,
    place,
    propose,
    received,
    sent,
)
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.dossiers.actions.evidence import sign_outside
from thidua.modules.dossiers.actions.returning import CannotFlag, answer_flag, send_back
from thidua.modules.dossiers.actions.steps import move, set_candidate_state
from thidua.modules.dossiers.drafts import FlagNote
from thidua.modules.dossiers.models import Remark, Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def test_the_officer_prepares_and_the_head_sends(at):
    row = sent(at)
    assert (row.state, row.sent_on, row.approved_by_id) == ("sent", ON, at.head.user_id)


def test_the_officer_alone_cannot_send(at):
    row = dossier(at)
    propose(at, row, person(at.school), "LDTT")
    minuted(at, row)
    move(dossier=row, step="to_head", actor=at.officer, on=ON, now=NOW)
    with pytest.raises(Refused) as refusal:
        move(dossier=row, step="send", actor=at.officer, on=ON, now=NOW)
    assert refusal.value.reason == "“Approve and send” is for: head of unit."


def test_a_signed_submittal_stands_for_the_head(at):
    row = dossier(at)
    propose(at, row, person(at.school), "LDTT")
    minuted(at, row)
    with pytest.raises(CannotMove, match="Upload the signed submittal first"):
        move(dossier=row, step="send_signed", actor=at.officer, on=ON, now=NOW)
    sign_outside(dossier=row, content=PDF, name="to-trinh.pdf", actor=at.officer, now=NOW)
    assert move(dossier=row, step="send_signed", actor=at.officer, on=ON, now=NOW).state == "sent"


def test_what_is_missing_is_named(at):
    row = dossier(at)
    with pytest.raises(CannotMove) as refusal:
        move(dossier=row, step="to_head", actor=at.officer, on=ON, now=NOW)
    assert str(refusal.value) == (
        "Add at least one candidate. Enter the unit's meeting (bình xét) and its result."
    )


def test_sending_keeps_the_laws_whole_answers(at):
    row = sent(at, "LDTT", "CSTDCS")
    kept = Verdict.objects.filter(candidate__dossier=row).order_by("candidate__place")
    assert [(v.step, v.candidate.honour, v.judged_on) for v in kept] == [
        ("send", "LDTT", ON),
        ("send", "CSTDCS", ON),
    ]
    assert [v.content["honour"] for v in kept] == ["LDTT", "CSTDCS"]


def test_a_return_needs_its_reason(at):
    row = received(at)
    with pytest.raises(CannotMove) as refusal:
        move(dossier=row, step="return", actor=at.specialist, on=ON, now=NOW)
    assert str(refusal.value) == "Give the reason: the unit will read it."
    row.refresh_from_db()
    assert row.state == "appraisal"


def test_a_returned_dossier_goes_on_when_each_flag_is_answered(at):
    row = received(at)
    candidate = row.candidates.get()
    notes = [FlagNote(field="report", note="Bổ sung số liệu.", candidate_id=candidate.pk)]
    row = send_back(dossier=row, flags=notes, reason="Thiếu số liệu", actor=at.specialist, on=ON, now=NOW)
    assert Remark.objects.get(dossier=row).text == "Thiếu số liệu"
    with pytest.raises(CannotMove, match="Answer every flagged field first"):
        move(dossier=row, step="to_head", actor=at.officer, on=ON, now=NOW)
    flag = row.flags.get()
    with pytest.raises(CannotFlag):
        answer_flag(flag=flag, answer="  ", actor=at.officer, now=NOW)
    answer_flag(flag=flag, answer="Đã bổ sung bảng số liệu", actor=at.officer, now=NOW)
    move(dossier=row, step="to_head", actor=at.officer, on=ON, now=NOW)
    assert move(dossier=row, step="send", actor=at.head, on=ON, now=NOW).state == "sent"


def test_a_flag_of_a_stranger_undoes_the_whole_return(at):
    row = received(at)
    other = received(place())
    notes = [FlagNote(field="report", note="Bổ sung.", candidate_id=other.candidates.get().pk)]
    with pytest.raises(CannotFlag):
        send_back(dossier=row, flags=notes, reason="Thiếu", actor=at.specialist, on=ON, now=NOW)
    row.refresh_from_db()
    assert (row.state, row.flags.count(), row.remarks.count()) == ("appraisal", 0, 0)


def test_candidates_follow_the_life_of_the_dossier(at):
    row = received(at)
    candidate = row.candidates.get()
    with pytest.raises(CannotMove, match="not possible while the dossier is “in appraisal”"):
        set_candidate_state(candidate=_agreed(at, candidate), state="passed", actor=at.secretary)
    move(dossier=row, step="conclude", actor=at.specialist, on=ON, now=NOW)
    move(dossier=row, step="to_council", actor=at.secretary, on=ON, now=NOW)
    passed = set_candidate_state(candidate=candidate, state="passed", actor=at.secretary)
    move(dossier=row, step="from_council", actor=at.secretary, on=ON, now=NOW)
    granted = set_candidate_state(candidate=passed, state="granted", actor=at.clerk)
    assert (passed.state, granted.state) == ("passed", "granted")


def _agreed(at, candidate):
    return set_candidate_state(candidate=candidate, state="agreed", actor=at.specialist)


def test_not_putting_somebody_forward_needs_a_reason(at):
    candidate = received(at).candidates.get()
    with pytest.raises(CannotMove, match="Give the reason"):
        set_candidate_state(candidate=candidate, state="not_agreed", actor=at.specialist)
    told = set_candidate_state(
        candidate=candidate, state="not_agreed", actor=at.specialist, reason="Chưa đủ thời gian"
    )
    assert (told.state, told.outcome_reason) == ("not_agreed", "Chưa đủ thời gian")


def test_a_withdrawn_dossier_stays_withdrawn(at):
    row = move(dossier=sent(at), step="withdraw", actor=at.head, on=ON, now=NOW, reason="Trùng hồ sơ")
    with pytest.raises(Refused):
        move(dossier=row, step="receive", actor=at.specialist, on=ON, now=NOW)


def test_a_collective_can_be_sent_beside_its_people(at):
    row = dossier(at)
    propose(at, row, person(at.school), "LDTT")
    propose(at, row, collective(at.school), "TTLDTT")
    minuted(at, row)
    move(dossier=row, step="to_head", actor=at.officer, on=ON, now=NOW)
    assert move(dossier=row, step="send", actor=at.head, on=ON, now=NOW).candidates.count() == 2
