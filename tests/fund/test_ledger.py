"""The book balances by the database, is never changed, and is put right by a reversal."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from factories.decisions import NOW, ON
from factories.fund import MILLIONS, Desk, approved, given, paid
from factories.organisations import WardFactory, actor
from thidua.foundation.audit import acting
from thidua.foundation.grants import grant_application
from thidua.foundation.permissions import Refused
from thidua.modules.fund import actions, queries
from thidua.modules.fund.models import Account, Fund, Line, PayState, Voucher
from thidua.modules.organisations.api import Role

CHANGES = [
    "UPDATE fund_voucher SET amount = 1",
    "DELETE FROM fund_voucher",
    "TRUNCATE fund_voucher CASCADE",
    "UPDATE fund_line SET amount = amount * 2",
    "DELETE FROM fund_line",
    "TRUNCATE fund_line",
]


def refusal(sql: str, role: str = "") -> str:
    as_role = f"SET LOCAL ROLE {role};" if role else ""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(as_role + sql)
    return str(refused.value)


def at_the_end() -> None:
    """What the database says when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def write(fund: Fund, sides: list[tuple[int, str]]) -> None:
    """A voucher of 5 đồng written past the actions."""
    with transaction.atomic(), acting(None, action="test"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        one = Voucher.objects.create(
            fund=fund, kind="allot", source="gift", on=ON, basis="x", amount=5, made_at=NOW
        )
        Line.objects.bulk_create(Line(voucher=one, account=account, amount=n) for n, account in sides)
        at_the_end()


def sums(fund: Fund) -> list[tuple[int, int, int, int]]:
    return [(one.given, one.free, one.kept, one.paid) for one in queries.balances(fund)]


@pytest.mark.parametrize("sql", CHANGES)
def test_the_application_has_no_right_to_change_the_book(books: Desk, sql: str) -> None:
    given(books)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = 'thidua_app'")
        if cursor.fetchone() is None:
            cursor.execute("CREATE ROLE thidua_app NOLOGIN")
    grant_application()
    assert "permission denied" in refusal(sql, role="thidua_app")


@pytest.mark.parametrize("sql", CHANGES)
def test_even_the_owner_is_refused_by_trigger(books: Desk, sql: str) -> None:
    given(books)
    assert "append" in refusal(sql)


@pytest.mark.parametrize("sides", [[], [(5, "free")], [(5, "free"), (-4, "given")], [(9, "free"), (-9, "given")],
                                   [(5, "free"), (-5, "given"), (5, "kept"), (-5, "paid")]])  # fmt: skip
def test_a_voucher_that_does_not_balance_is_refused_by_the_database(
    books: Desk, sides: list[tuple[int, str]]
) -> None:
    fund = given(books).fund
    at_the_end()
    with pytest.raises(DatabaseError, match="fund_voucher_balances"):
        write(fund, sides)


def test_nothing_is_added_to_a_voucher_later(books: Desk) -> None:
    voucher = given(books)
    at_the_end()
    with pytest.raises(DatabaseError, match="fund_voucher_balances"), transaction.atomic():
        Line.objects.bulk_create(
            [
                Line(voucher=voucher, account=Account.FREE, amount=7),
                Line(voucher=voucher, account=Account.GIVEN, amount=-7),
            ]
        )


def test_money_given_is_free_then_kept_then_paid(books: Desk) -> None:
    fund = given(books).fund
    assert sums(fund) == [(MILLIONS, MILLIONS, 0, 0)]
    row = approved(books)
    assert sums(fund) == [(MILLIONS, MILLIONS - row.total, row.total, 0)]
    actions.pay(pay_list=row, number="UNC 15", on=ON, actor=books.accountant, now=NOW)
    assert sums(fund) == [(MILLIONS, MILLIONS - row.total, 0, row.total)]
    at_the_end()


def test_a_payment_is_reversed_and_the_list_can_be_paid_again(books: Desk) -> None:
    row = paid(books)
    voucher = row.vouchers.get(kind="pay")
    actions.reverse(voucher=voucher, reason="Kho bạc trả lại", actor=books.accountant, now=NOW)
    row.refresh_from_db()
    assert (row.state, row.number, row.paid_on) == (PayState.APPROVED, "", None)
    assert sums(row.fund) == [(MILLIONS, MILLIONS - row.total, row.total, 0)]
    with pytest.raises(Refused, match="not reversed"):
        actions.reverse(voucher=voucher, reason="lần nữa", actor=books.accountant, now=NOW)


def test_money_given_is_reversed_only_where_it_is_free(books: Desk) -> None:
    voucher = given(books)
    approved(books)
    with pytest.raises(actions.CannotBook, match="still free"):
        actions.reverse(voucher=voucher, reason="nhầm", actor=books.accountant, now=NOW)
    other = given(books, 3_000_000, "gift")
    with pytest.raises(actions.CannotBook, match="Give the reason"):
        actions.reverse(voucher=other, reason=" ", actor=books.accountant, now=NOW)
    actions.reverse(voucher=other, reason="nhầm", actor=books.accountant, now=NOW)
    assert queries.free(voucher.fund, "gift") == 0


def test_above_the_ceiling_only_with_a_reason(books: Desk) -> None:
    actions.state_base(
        organisation=books.at.ward,
        year=ON.year,
        ceiling="local_plain",
        base=6_000_000_000,
        actor=books.accountant,
    )
    fund = given(books, 60_000_000).fund
    assert queries.bound(fund, ON).amount == 60_000_000
    with pytest.raises(actions.CannotBook, match="The ceiling is"):
        given(books, 1)
    given(books, 1, "resolution")
    assert not queries.bound(fund, ON).is_above
    assert "Theo Nghị quyết" in given(books, 1, above_reason="Theo Nghị quyết").basis
    assert queries.bound(fund, ON).is_above


def test_without_the_expenditure_of_the_year_the_ceiling_is_unknown(books: Desk) -> None:
    assert queries.bound(given(books).fund, ON).amount is None


def test_what_is_typed_wrongly_is_refused(books: Desk) -> None:
    with pytest.raises(actions.CannotBook, match="more than 0"):
        given(books, 0)
    known = {"organisation": books.at.ward, "year": 2026, "source": "budget", "amount": 5, "number": "",
             "actor": books.accountant, "now": NOW}  # fmt: skip
    with pytest.raises(actions.CannotBook, match="still to come"):
        actions.allot(on=books.accountant.on + timedelta(days=1), basis="x", **known)
    with pytest.raises(actions.CannotBook, match="by which paper"):
        actions.allot(on=ON, basis=" ", **known)


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.LEADER, Role.CLERK, Role.INSPECTOR])
def test_only_the_accountant_keeps_the_book(books: Desk, role: Role) -> None:
    with pytest.raises(Refused, match="kept by"):
        given(Desk(books.at, actor(books.at.ward, role), books.leader))


def test_the_accountant_of_another_ward_sees_and_keeps_nothing(books: Desk) -> None:
    given(books)
    other = actor(WardFactory(), Role.ACCOUNTANT)
    assert not queries.vouchers_visible_to(other).exists()
    with pytest.raises(Refused):
        given(Desk(books.at, other, books.leader))
