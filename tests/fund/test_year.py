"""Income and expenditure of a year by source: from the book, and the sums meet."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.decisions import NOW, ON
from factories.fund import Desk, advanced, given, paid, settled, spend
from factories.organisations import WardFactory, actor
from factories.signing_in import client_of
from thidua.documents.spreadsheet import read_table
from thidua.modules.fund import actions
from thidua.modules.fund.models import Fund
from thidua.modules.fund.yearly import YearRow, year_table
from thidua.modules.organisations.api import Role

YEAR = ON.year


def numbers(row: YearRow) -> tuple[int, ...]:
    return row.opening, row.given, row.paid, row.closing, row.kept, row.out, row.free


def last_year(books: Desk, amount: int) -> None:
    actions.allot(
        organisation=books.at.ward, year=YEAR - 1, source="gift", amount=amount, on=ON, number="", basis="x",
        actor=books.accountant, now=NOW,
    )  # fmt: skip


def test_every_movement_of_the_year_stands_in_its_column(books: Desk) -> None:
    pay_list = paid(books)
    last_year(books, 7_000_000)
    given(books, 3_000_000, "gift")
    spend(books, row := advanced(books, 2_000_000), 500_000)
    settled(books, row)
    advanced(books, 1_000_000)
    budget, gift, total = year_table(Fund.objects.all(), YEAR)
    spent = pay_list.total + 500_000
    assert numbers(gift) == (7_000_000, 3_000_000, 0, 10_000_000, 0, 0, 10_000_000)
    assert numbers(budget)[:4] == (0, budget.given, spent, budget.given - spent)
    assert (budget.kept, budget.out, budget.free) == (0, 1_000_000, budget.closing - 1_000_000)
    assert numbers(total) == tuple(a + b for a, b in zip(numbers(budget), numbers(gift), strict=True))


def test_what_is_reversed_is_not_counted(books: Desk) -> None:
    voucher = given(books)
    actions.reverse(voucher=voucher, reason="nhầm", actor=books.accountant, now=NOW)
    given(books, 5_000_000)
    assert numbers(year_table(Fund.objects.all(), YEAR)[0])[1] == 5_000_000


def test_the_closing_balance_opens_the_next_year(books: Desk) -> None:
    paid(books)
    closing = year_table(Fund.objects.all(), YEAR)[-1].closing
    assert year_table(Fund.objects.all(), YEAR + 1)[-1].opening == closing


def test_on_the_screen_and_as_excel(books: Desk) -> None:
    given(books, 3_000_000, "gift")
    client = client_of(books.accountant)
    at = f"/quy-khen-thuong/tong-hop/?nam={YEAR}"
    assert "3.000.000" in client.get(at).content.decode()
    answer = client.get(f"{at}&xuat=xlsx")
    values = {str(value) for line in read_table(b"".join(answer.streaming_content)).rows for value in line}
    assert "3000000" in values


@pytest.mark.parametrize("role", [Role.CLERK, Role.EDITOR])
def test_who_may_not_read_the_fund_sees_no_sum(books: Desk, role: Role) -> None:
    given(books, 3_000_000, "gift")
    at = f"/quy-khen-thuong/tong-hop/?nam={YEAR}"
    for who in (actor(books.at.ward, role), actor(WardFactory(), Role.ACCOUNTANT)):
        assert "3.000.000" not in client_of(who).get(at).content.decode()


def test_one_source_or_three_cost_the_same(books: Desk) -> None:
    def n_queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            year_table(Fund.objects.all(), YEAR)
        return len(seen)

    given(books)
    one = n_queries()
    given(books, 5, "gift"), given(books, 5, "resolution")
    assert n_queries() == one == 2
