"""An advance is asked for, approved by another, paid out, and settled by what was really paid."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from factories.decisions import NOW, ON
from factories.fund import MILLIONS, Desk, accepted, advanced, approved, asked, paid, settled, spend
from factories.organisations import WardFactory, actor
from thidua.foundation.audit import acting
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.fund import actions, queries
from thidua.modules.fund.advances import (
    advances_visible_to,
    advances_waiting_for,
    lists_for_advance,
    others_of_receiver,
    overdue,
)
from thidua.modules.fund.models import Advance, AdvanceState, PayState
from thidua.modules.fund.states import ADVANCES
from thidua.modules.organisations.api import Role

SUM = 12_000_000


def sums(advance: Advance) -> tuple[int, int, int, int]:
    """Free, kept, with the receiver, paid; and the database agrees that every voucher balances."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    (one,) = queries.balances(advance.fund)
    assert one.given == one.free + one.kept + one.out + one.paid
    return one.free, one.kept, one.out, one.paid


def test_the_money_is_free_then_kept_then_with_the_receiver(books: Desk) -> None:
    row = asked(books)
    assert sums(row) == (MILLIONS, 0, 0, 0)
    row = actions.approve_advance(advance=row, actor=books.leader, now=NOW)
    assert sums(row) == (MILLIONS - SUM, SUM, 0, 0)
    actions.pay_out(advance=row, number="PC 31", on=ON, actor=books.accountant, now=NOW)
    assert sums(row) == (MILLIONS - SUM, 0, SUM, 0)


@pytest.mark.parametrize(
    ("spent", "free", "paid_out", "kinds"),
    [
        (SUM, MILLIONS - SUM, SUM, {"settle"}),
        (9_000_000, MILLIONS - 9_000_000, 9_000_000, {"settle", "return"}),
        (14_000_000, MILLIONS - 14_000_000, 14_000_000, {"settle", "topup"}),
        (0, MILLIONS, 0, {"return"}),
    ],
)
def test_what_is_left_is_handed_back_and_what_lacks_is_paid_on_top(
    books: Desk, spent: int, free: int, paid_out: int, kinds: set[str]
) -> None:
    row = advanced(books)
    if spent:
        spend(books, row, spent)
    row = settled(books, row)
    assert row.state == AdvanceState.SETTLED
    assert sums(row) == (free, 0, 0, paid_out)
    assert set(row.vouchers.values_list("kind", flat=True)) == {"hold", "advance"} | kinds


def test_a_difference_needs_the_number_of_its_paper(books: Desk) -> None:
    row = advanced(books)
    spend(books, row, 9_000_000)
    with pytest.raises(actions.CannotAdvance, match="number of the receipt"):
        settled(books, row, number=" ")


def test_on_top_only_what_is_free(books: Desk) -> None:
    row = advanced(books, MILLIONS)
    spend(books, row, MILLIONS + 1)
    with pytest.raises(actions.CannotAdvance, match="still free"):
        settled(books, row)


def test_a_signed_list_is_paid_by_the_advance(books: Desk) -> None:
    pay_list = approved(books)
    row = advanced(books, pay_list.total + 1_000_000, pay_list)
    assert sums(row) == (MILLIONS - row.amount, 0, row.amount, 0)
    actions.enter_list(advance=row, on=ON, actor=books.at.specialist)
    row = settled(books, row)
    pay_list.refresh_from_db()
    assert (pay_list.state, pay_list.number, pay_list.paid_on) == (PayState.PAID, "PC 31", ON)
    assert sums(row) == (MILLIONS - pay_list.total, 0, 0, pay_list.total)


def test_a_list_not_signed_keeps_its_money(books: Desk) -> None:
    pay_list = approved(books)
    row = advanced(books, pay_list.total + 1_000_000, pay_list)
    spend(books, row, 400_000)
    row = settled(books, row)
    pay_list.refresh_from_db()
    assert pay_list.state == PayState.APPROVED
    assert sums(row) == (MILLIONS - pay_list.total - 400_000, pay_list.total, 0, 400_000)
    actions.pay(pay_list=pay_list, number="UNC 9", on=ON, actor=books.accountant, now=NOW)
    assert sums(row) == (MILLIONS - pay_list.total - 400_000, 0, 0, pay_list.total + 400_000)


def test_a_list_in_an_advance_is_not_paid_or_dropped_beside_it(books: Desk) -> None:
    pay_list = approved(books)
    row = asked(books, pay_list.total, pay_list)
    assert not lists_for_advance(books.at.specialist).exists()
    with pytest.raises(Refused, match="paid out of an advance"):
        actions.pay(pay_list=pay_list, number="UNC 9", on=ON, actor=books.accountant, now=NOW)
    with pytest.raises(Refused, match="paid out of an advance"):
        actions.drop(pay_list=pay_list, reason="nhầm", actor=books.accountant, now=NOW)
    with pytest.raises(actions.CannotAdvance, match="not settled yet"):
        asked(books, pay_list.total, pay_list)
    actions.drop_advance(advance=row, reason="chuyển khoản", actor=books.leader, now=NOW)
    assert lists_for_advance(books.at.specialist).get() == pay_list


def test_for_a_list_not_less_than_its_total_and_only_an_approved_one(books: Desk) -> None:
    pay_list = approved(books)
    with pytest.raises(actions.CannotAdvance, match="is not less"):
        asked(books, pay_list.total - 1, pay_list)
    actions.pay(pay_list=pay_list, number="UNC 9", on=ON, actor=books.accountant, now=NOW)
    with pytest.raises(actions.CannotAdvance, match="approved list"):
        asked(books, pay_list.total, pay_list)


def test_a_settlement_is_reversed_and_booked_again(books: Desk) -> None:
    pay_list = approved(books)
    row = advanced(books, pay_list.total + 1_000_000, pay_list)
    actions.enter_list(advance=row, on=ON, actor=books.at.specialist)
    row = settled(books, row)
    row = actions.reopen(advance=row, reason="ghi nhầm ngày", actor=books.accountant, now=NOW)
    pay_list.refresh_from_db()
    assert (row.state, row.settled_on, pay_list.state) == (AdvanceState.ACCEPTED, None, PayState.APPROVED)
    assert sums(row) == (MILLIONS - row.amount, 0, row.amount, 0)
    actions.settle(advance=row, number="PT 8", on=ON, actor=books.accountant, now=NOW)
    assert sums(row) == (MILLIONS - pay_list.total, 0, 0, pay_list.total)


def test_a_payment_is_reversed_and_made_again(books: Desk) -> None:
    row = actions.take_back(advance=advanced(books), reason="trả nhầm", actor=books.accountant, now=NOW)
    assert (row.state, row.number) == (AdvanceState.APPROVED, "")
    assert sums(row) == (MILLIONS - SUM, SUM, 0, 0)
    row = actions.pay_out(advance=row, number="PC 32", on=ON, actor=books.accountant, now=NOW)
    assert sums(row) == (MILLIONS - SUM, 0, SUM, 0)
    spend(books, row, 5)
    with pytest.raises(CannotMove, match="take them out first"):
        actions.take_back(advance=row, reason="trả nhầm", actor=books.accountant, now=NOW)


def test_dropped_its_money_is_free_again(books: Desk) -> None:
    row = actions.approve_advance(advance=asked(books), actor=books.leader, now=NOW)
    with pytest.raises(CannotMove, match="Give the reason"):
        actions.drop_advance(advance=row, reason=" ", actor=books.leader, now=NOW)
    actions.drop_advance(advance=row, reason="hoãn lễ", actor=books.leader, now=NOW)
    assert sums(row) == (MILLIONS, 0, 0, 0)


def test_another_advance_of_the_same_receiver_is_told(books: Desk) -> None:
    first = advanced(books)
    second = asked(books)
    assert list(others_of_receiver(second)) == [first]
    assert list(others_of_receiver(first)) == [], "what is only asked for is nobody's money yet"
    spend(books, first, SUM)
    settled(books, first)
    assert list(others_of_receiver(second)) == []


def test_who_asks_does_not_approve(books: Desk) -> None:
    both = replace(books.at.specialist, roles=frozenset({Role.SPECIALIST, Role.LEADER}))
    row = asked(books)
    with pytest.raises(Refused, match="has not asked"):
        actions.approve_advance(advance=row, actor=both, now=NOW)
    assert row not in advances_waiting_for(both, ON)
    row = advanced(books)
    actions.report(advance=row, actor=books.at.specialist)
    with pytest.raises(Refused, match="neither asked"):
        actions.accept(advance=row, actor=both)


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"approved_by": "asked_by"}, "asker_does_not_approve"),
        ({"accepted_by": "asked_by"}, "reporter_does_not_accept"),
        ({"state": "open"}, "out_is_told"),
        ({"amount": 0}, "of_money"),
        ({"due_on": ON - timedelta(days=1)}, "due_after_asked"),
    ],
)
def test_the_database_holds_it_too(books: Desk, facts: dict[str, object], name: str) -> None:
    row = asked(books)
    values = {key: row.asked_by_id if value == "asked_by" else value for key, value in facts.items()}
    with pytest.raises(IntegrityError, match=name), transaction.atomic(), acting(None, action="test"):
        Advance.objects.filter(pk=row.pk).update(**values)


def test_what_is_wrong_is_refused(books: Desk) -> None:
    with pytest.raises(actions.CannotAdvance, match="more than 0"):
        asked(books, 0)
    with pytest.raises(actions.CannotAdvance, match="accountant first enters"):
        actions.approve_advance(advance=asked(books, MILLIONS + 1), actor=books.leader, now=NOW)
    row = actions.approve_advance(advance=asked(books), actor=books.leader, now=NOW)
    for number, on in ((" ", ON), ("PC", ON - timedelta(days=1)), ("PC", ON + timedelta(days=1))):
        with pytest.raises(actions.CannotAdvance):
            actions.pay_out(advance=row, number=number, on=on, actor=books.accountant, now=NOW)
    row = advanced(books)
    with pytest.raises(actions.CannotAdvance, match="before it is paid out"):
        actions.enter_payment(
            advance=row,
            what="Hoa",
            number="",
            on=ON - timedelta(days=1),
            amount=5,
            actor=books.at.specialist,
        )


def test_sent_back_its_payments_are_put_right(books: Desk) -> None:
    row = advanced(books)
    spend(books, row, 9_000_000)
    row = accepted(books, row)
    with pytest.raises(Refused):
        spend(books, row, 5)
    row = actions.send_back(advance=row, reason="thiếu hóa đơn", actor=books.accountant)
    assert (row.state, row.accepted_by_id, row.returned_reason) == (AdvanceState.OPEN, None, "thiếu hóa đơn")
    actions.remove_payment(row=row.rows.get(), actor=books.at.specialist)
    spend(books, row, 8_000_000)
    assert sums(settled(books, row)) == (MILLIONS - 8_000_000, 0, 0, 8_000_000)


def test_overdue_from_the_day_after_until_it_is_settled(books: Desk) -> None:
    row, late = advanced(books), ON + timedelta(days=11)
    rows = advances_visible_to(books.leader)
    assert not overdue(rows, row.due_on).exists()
    assert overdue(rows, late).get() == row
    assert row in advances_waiting_for(books.at.specialist, late)
    settled(books, row)
    assert not overdue(rows, late).exists()


def test_every_state_and_step(books: Desk) -> None:
    """A step is open in its own states alone, whoever asks."""
    row = asked(books)
    everybody = replace(books.leader, roles=frozenset(Role))
    for state in AdvanceState:
        row.state = state
        assert {step.name for step in ADVANCES.open_to(row, everybody)} == {
            step.name for step in ADVANCES if state in step.source
        }


@pytest.mark.parametrize("role", [Role.LEADER, Role.CLERK, Role.INSPECTOR, Role.EDITOR])
def test_others_ask_for_nothing(books: Desk, role: Role) -> None:
    at = replace(books.at, specialist=actor(books.at.ward, role))
    with pytest.raises(Refused, match="asked for by"):
        asked(replace(books, at=at))


def test_another_ward_sees_nothing_and_moves_nothing(books: Desk) -> None:
    row, other = asked(books), actor(WardFactory(), Role.LEADER)
    assert not advances_visible_to(other).exists()
    with pytest.raises(Refused):
        actions.approve_advance(advance=row, actor=other, now=NOW)


def test_a_list_paid_directly_is_still_reversed(books: Desk) -> None:
    row = paid(books)
    actions.reverse(voucher=row.vouchers.get(kind="pay"), reason="x", actor=books.accountant, now=NOW)
    row.refresh_from_db()
    assert row.state == PayState.APPROVED
