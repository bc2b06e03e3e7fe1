"""The prizes of a decision are listed once, approved by the leader, paid with the voucher's number, or dropped."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.certificates import LATER, decided
from factories.decisions import NOW, ON, appraised, in_force, numbered
from factories.fund import MILLIONS, Desk, approved, given, paid, prepared
from thidua.foundation.audit import acting
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.fund import actions, policy, queries
from thidua.modules.fund.models import PayList, PayRow, PayState
from thidua.modules.fund.states import WORKFLOW
from thidua.modules.register import api as register
from thidua.modules.register.api import Basis

REVOKED = Basis(decided_by="Chủ tịch", decision_number="200/QĐ-UBND", decided_on=ON)


def revoke(books: Desk, row: PayList) -> None:
    entry = row.rows.get().entry
    register.revoke(entry=entry, basis=REVOKED, note="khai gian", actor=books.at.clerk, now=NOW)


def test_a_list_holds_the_prizes_of_the_law(books: Desk) -> None:
    row = prepared(books, "CSTDCS").rows.get()
    item = row.pay_list.decision.items.get()
    assert row.amount == item.prize > 0
    assert row.basis == item.prize_basis
    assert row.name == "Bà Trần Thị Minh Châu"
    assert row.pay_list.total == row.amount


def test_lower_titles_of_the_same_year_are_not_paid_and_it_is_said_why(books: Desk) -> None:
    found = prepared(books, "LDTT", "CSTDCS")
    assert [row.award for row in found.rows.all()] == ["Chiến sĩ thi đua cơ sở"]
    (unpaid,) = queries.not_paid(found.decision)
    assert unpaid.prize == 0
    assert unpaid.prize_basis


def test_a_decision_waits_until_its_prizes_stand_in_a_list(books: Desk) -> None:
    decision = decided(books.at, "CSTDCS")
    (waiting,) = queries.decisions_to_pay(books.accountant)
    assert (waiting, waiting.to_pay) == (decision, decision.items.get().prize)
    assert queries.still_to_list(books.at.ward.pk) == waiting.to_pay
    actions.prepare(decision=decision, source="budget", actor=books.accountant, now=NOW)
    assert not queries.decisions_to_pay(books.accountant).exists()
    assert queries.still_to_list(books.at.ward.pk) == 0
    with pytest.raises(actions.CannotPay, match="in a list already"):
        actions.prepare(decision=decision, source="budget", actor=books.accountant, now=NOW)


def test_one_award_stands_in_one_live_list(books: Desk) -> None:
    row = prepared(books).rows.get()
    row.pk, row._state.adding = None, True
    with (
        pytest.raises(IntegrityError, match="fund_award_paid_once"),
        transaction.atomic(),
        acting(None, action="t"),
    ):
        row.save()


def test_prizes_of_a_decision_not_in_force_are_not_paid(books: Desk) -> None:
    decision = numbered(books.at, number=90)
    with pytest.raises(Refused, match="in force"):
        actions.prepare(decision=decision, source="budget", actor=books.accountant, now=NOW)


def test_without_money_nothing_is_approved(books: Desk) -> None:
    row = prepared(books)
    with pytest.raises(actions.CannotPay, match="free"):
        actions.approve(pay_list=row, actor=books.leader, now=NOW)
    given(books, row.total - 1)
    given(books, MILLIONS, "gift")
    with pytest.raises(actions.CannotPay, match="free"):
        actions.approve(pay_list=row, actor=books.leader, now=NOW)
    given(books, 1)
    assert actions.approve(pay_list=row, actor=books.leader, now=NOW).state == PayState.APPROVED


def test_the_accountant_does_not_approve(books: Desk) -> None:
    row = prepared(books)
    with pytest.raises(Refused):
        actions.approve(pay_list=row, actor=books.accountant, now=NOW)


def test_nobody_approves_what_he_has_prepared(books: Desk) -> None:
    both = books.leader
    row = prepared(books)
    with acting(None, action="t"):
        PayList.objects.filter(pk=row.pk).update(prepared_by=both.user_id)
    row.refresh_from_db()
    assert "has not prepared" in policy.may_move(both, row, "approve").reason


def test_the_dead_have_an_heir_who_signs(books: Desk) -> None:
    given(books)
    file = appraised(books.at, "GK")
    file.candidates.update(is_posthumous=True)
    found = actions.prepare(
        decision=in_force(books.at, file), source="budget", actor=books.accountant, now=NOW
    )
    with pytest.raises(CannotMove, match="Say which heir"):
        actions.approve(pay_list=found, actor=books.leader, now=NOW)
    actions.arrange(
        row=found.rows.get(), way="cash", receiver="Trần Văn Con", bank="", account="", actor=books.accountant
    )
    assert actions.approve(pay_list=found, actor=books.leader, now=NOW).state == PayState.APPROVED


def test_an_account_has_a_bank_and_a_number(books: Desk) -> None:
    row = prepared(books).rows.get()
    with pytest.raises(actions.CannotPay, match="account number"):
        actions.arrange(row=row, way="bank", receiver="", bank="Kho bạc", account=" ", actor=books.accountant)
    actions.arrange(row=row, way="bank", receiver="", bank="Agribank", account="123", actor=books.accountant)
    assert PayRow.objects.get().account == "123"


def test_nothing_is_rearranged_after_approval(books: Desk) -> None:
    row = approved(books).rows.get()
    with pytest.raises(Refused, match="before the list is approved"):
        actions.arrange(row=row, way="cash", receiver="", bank="", account="", actor=books.accountant)


def test_a_revoked_award_stops_the_approval(books: Desk) -> None:
    given(books)
    row = prepared(books)
    revoke(books, row)
    with pytest.raises(actions.CannotPay, match="revoked"):
        actions.approve(pay_list=row, actor=books.leader, now=NOW)


def test_a_revoked_award_stops_the_payment(books: Desk) -> None:
    row = approved(books)
    revoke(books, row)
    with pytest.raises(actions.CannotPay, match="revoked"):
        actions.pay(pay_list=row, number="1", on=ON, actor=books.accountant, now=NOW)


def test_a_payment_has_a_number_and_a_day_that_has_come(books: Desk) -> None:
    row = approved(books)
    with pytest.raises(CannotMove, match="Give the number"):
        actions.pay(pay_list=row, number=" ", on=ON, actor=books.accountant, now=NOW)
    with pytest.raises(actions.CannotPay, match="still to come"):
        actions.pay(
            pay_list=row,
            number="1",
            on=books.accountant.on + timedelta(days=1),
            actor=books.accountant,
            now=NOW,
        )
    with pytest.raises(actions.CannotPay, match="day of the decision"):
        actions.pay(pay_list=row, number="1", on=ON - timedelta(days=90), actor=books.accountant, now=NOW)


def test_a_dropped_list_frees_its_money_and_its_awards(books: Desk) -> None:
    row = approved(books)
    with pytest.raises(CannotMove, match="Give the reason"):
        actions.drop(pay_list=row, reason="", actor=books.accountant, now=LATER)
    actions.drop(pay_list=row, reason="Sai nguồn", actor=books.accountant, now=LATER)
    assert queries.free(row.fund, "budget") == MILLIONS
    again = actions.prepare(decision=row.decision, source="gift", actor=books.accountant, now=LATER)
    assert again.rows.count() == 1


def test_each_step_leads_on_only_from_its_state(books: Desk) -> None:
    row = paid(books)
    for state in PayState:
        row.state = state
        for step in WORKFLOW:
            who = books.leader if step.name == "approve" else books.accountant
            assert bool(policy.may_move(who, row, step.name)) == (state in step.source), (state, step.name)
