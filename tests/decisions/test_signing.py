from datetime import date

import pytest
from django.db import IntegrityError, transaction

from factories.decisions import NOW, ON, PDF, drafted, numbered, signed, voted, with_leader
from factories.dossiers import Place
from factories.organisations import actor
from factories.papers import SigningAuthorityFactory
from thidua.foundation.permissions import Refused
from thidua.modules.decisions import actions
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.organisations.api import Role
from thidua.modules.papers.models import Paper


def enter(at: Place, decision: Decision, number: int, signed_on: date, **fields: object) -> Decision:
    given = {"signer": decision.signer, "late_reason": "", "actor": at.clerk, "on": ON, "now": NOW} | fields
    return actions.enter_number(decision=decision, number=number, signed_on=signed_on, **given)


def test_the_clerk_types_number_and_day_and_the_paper_is_drawn(at: Place) -> None:
    decision = numbered(at, number=112)
    decision.refresh_from_db()
    assert (decision.state, decision.number, decision.signed_on) == (DecisionState.NUMBERED, 112, ON)
    paper = Paper.objects.latest("version")
    assert (paper.subject, paper.title) == (f"decision:{decision.pk}", "Quyết định số 112/QĐ-UBND")
    assert (paper.letter["head"]["number"], paper.letter["head"]["day"]) == (112, "2026-11-23")


def test_a_number_is_used_once_a_year_and_the_refusal_says_when(at: Place) -> None:
    numbered(at, number=112)
    with pytest.raises(actions.CannotNumber) as refusal:
        enter(at, with_leader(at), 112, ON)
    assert str(refusal.value) == (
        "Decision number 112 was used on 23/11/2026. Choose another number, or open that decision."
    )
    assert refusal.value.field == "number"


def test_the_database_too_refuses_a_second_use(at: Place) -> None:
    numbered(at, number=112)
    other = with_leader(at)
    with pytest.raises(IntegrityError, match="decision_number_once_a_year"), transaction.atomic():
        Decision.objects.filter(pk=other.pk).update(number=112, signed_on=ON)


def test_a_day_to_come_is_refused(at: Place) -> None:
    with pytest.raises(actions.CannotNumber) as refusal:
        enter(at, with_leader(at), 1, date(2026, 11, 24))
    assert refusal.value.field == "signed_on"


def test_numbers_out_of_order_need_a_reason(at: Place) -> None:
    numbered(at, number=112)
    decision = with_leader(at)
    with pytest.raises(actions.CannotNumber) as refusal:
        enter(at, decision, 113, date(2026, 11, 22))
    assert refusal.value.field == "late_reason"
    assert "Number 112 was signed on 23/11/2026" in str(refusal.value)
    entered = enter(at, decision, 113, date(2026, 11, 22), late_reason="Ghi sổ bù")
    assert (entered.number, entered.late_reason) == (113, "Ghi sổ bù")


def test_a_day_before_the_draft_is_back_dating_and_needs_a_reason(at: Place) -> None:
    with pytest.raises(actions.CannotNumber, match="earlier than the draft"):
        enter(at, with_leader(at), 5, date(2026, 11, 20))


def test_the_signer_had_the_authority_on_that_day(at: Place) -> None:
    decision = with_leader(at)
    later = SigningAuthorityFactory(organisation=at.ward, since=date(2026, 11, 24))
    elsewhere = SigningAuthorityFactory()
    for signer in (later, elsewhere):
        with pytest.raises(actions.CannotNumber, match="had no authority to sign") as refusal:
            enter(at, decision, 5, ON, signer=signer)
        assert refusal.value.field == "signer"


def test_prizes_are_those_of_the_day_of_signing(at: Place) -> None:
    decision = with_leader(at, voted(at, "CSTDCS"))
    enter(at, decision, 5, date(2026, 6, 30), late_reason="Ký trước")
    assert [item.prize for item in decision.items.all()] == [2_340_000]


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.LEADER, Role.UNIT_OFFICER])
def test_only_the_clerk_types_the_number(at: Place, role: Role) -> None:
    with pytest.raises(Refused):
        enter(at, with_leader(at), 5, ON, actor=actor(at.ward, role))


def test_a_draft_has_no_number_yet(at: Place) -> None:
    with pytest.raises(Refused, match="not possible while the state"):
        enter(at, drafted(at), 5, ON)


def test_the_drawn_draft_is_marked(at: Place) -> None:
    paper = actions.draw_decision(decision=drafted(at), actor=at.specialist, on=ON, now=NOW)
    assert (paper.title, paper.letter["head"]["number"]) == ("Quyết định số DỰ THẢO/QĐ-UBND", "DỰ THẢO")


def test_the_signed_copy_is_a_pdf(at: Place) -> None:
    decision = numbered(at)
    with pytest.raises(actions.CannotAttach):
        actions.attach_signed(
            decision=decision, content=b"PK\x03\x04", name="a.docx", actor=at.clerk, now=NOW
        )
    attached = actions.attach_signed(decision=decision, content=PDF, name="a.pdf", actor=at.clerk, now=NOW)
    assert attached.signed_file.subject == f"decision:{decision.pk}"


def test_it_is_not_in_force_without_the_signed_copy(at: Place) -> None:
    with pytest.raises(actions.CannotMove, match="Upload the signed copy first"):
        actions.put_in_force(decision=numbered(at), actor=at.clerk, on=ON, now=NOW)


def test_the_signer_sends_it_back_with_a_reason(at: Place) -> None:
    decision, leader = with_leader(at), actor(at.ward, Role.LEADER)
    with pytest.raises(actions.CannotMove, match="Give the reason"):
        actions.back(decision=decision, reason=" ", actor=leader)
    returned = actions.back(decision=decision, reason="Sửa căn cứ", actor=leader)
    assert (returned.state, returned.last_remark) == (DecisionState.DRAFT, "Sửa căn cứ")


def test_a_numbered_decision_is_not_cancelled(at: Place) -> None:
    with pytest.raises(Refused):
        actions.cancel(decision=signed(at), reason="Nhầm", actor=at.specialist)
