"""What the rest of the year will probably need: counted from awards and open dossiers, priced by today's law."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.certificates import decided
from factories.decisions import ON
from factories.dossiers import collective, person, propose, received, sent
from factories.fund import Desk, given, prepared
from factories.organisations import actor
from factories.signing_in import client_of
from thidua.documents.spreadsheet import read_table
from thidua.modules.fund.forecast import Expected, Forecast, forecast
from thidua.modules.organisations.api import Role

NEXT_YEAR = date(ON.year + 1, 3, 1)


def at(books: Desk, on: date = ON) -> Forecast:
    fund = given(books, 5_000_000).fund
    return forecast(books.at.ward, fund, on)


def expected(last: int, this: int, coming: int, each: int | None = 10) -> Expected:
    return Expected("CSTDCS", "individual", last, this, coming, each, "")


@pytest.mark.parametrize(
    ("last", "this", "coming", "n"), [(5, 2, 0, 3), (5, 2, 4, 4), (2, 5, 0, 0), (0, 0, 2, 2), (5, 9, 1, 1)]
)
def test_the_larger_of_what_lacks_and_what_is_open(last: int, this: int, coming: int, n: int) -> None:
    row = expected(last, this, coming)
    assert (row.n, row.amount) == (n, n * 10)


def test_an_unknown_prize_is_not_summed_but_said() -> None:
    found = Forecast([expected(3, 0, 0), expected(2, 0, 0, None)], owed=5, free=100)
    assert (found.expected, found.need, found.left, found.n_unknown) == (30, 35, 65, 2)
    assert Forecast(found.rows, 5, 20).lacking == 15


def test_awards_of_last_year_at_the_prizes_of_today(books: Desk) -> None:
    decided(books.at, "CSTDCS")
    (row,) = at(books, NEXT_YEAR).rows
    assert (row.honour, row.kind, row.last_year, row.this_year, row.open, row.n) == (
        "CSTDCS", "individual", 1, 0, 0, 1,
    )  # fmt: skip
    assert row.each == row.amount == 2_530_000


def test_what_was_awarded_this_year_is_owed_and_no_longer_expected(books: Desk) -> None:
    decided(books.at, "CSTDCS")
    found = at(books)
    assert (found.rows, found.owed, found.free, found.left) == ([], 2_530_000, 5_000_000, 2_470_000)


def test_a_list_that_waits_for_approval_is_owed(books: Desk) -> None:
    pay_list = prepared(books, "CSTDCS")
    assert at(books).owed == pay_list.total


def test_open_dossiers_are_expected_drafts_are_not(books: Desk) -> None:
    file = received(books.at, "LDTT")
    (row,) = at(books).rows
    assert (row.honour, row.open, row.amount) == ("LDTT", 1, 760_000)
    file.candidates.update(state="failed")
    assert at(books).rows == []
    file.candidates.update(state="proposed")
    type(file).objects.update(state="draft")
    assert at(books).rows == []


def test_of_titles_of_one_period_only_the_highest(books: Desk) -> None:
    """Law 06/2022/QH15, Art 10: as the decision itself would pay them."""
    file = sent(books.at, "LDTT", "CSTDCS")
    (row,) = at(books).rows
    assert (row.honour, row.open) == ("CSTDCS", 1)
    file.candidates.filter(honour="CSTDCS").update(state="failed")
    (row,) = at(books).rows
    assert (row.honour, row.open) == ("LDTT", 1)


def test_on_the_screen_with_its_definition_and_as_excel(books: Desk) -> None:
    sent(books.at, "LDTT")
    client = client_of(books.accountant)
    words = client.get("/quy-khen-thuong/du-bao/").content.decode()
    assert "Lao động tiên tiến" in words
    assert "Cách tính" in words
    answer = client.get("/quy-khen-thuong/du-bao/?xuat=xlsx")
    values = {str(value) for line in read_table(b"".join(answer.streaming_content)).rows for value in line}
    assert "760000" in values
    assert client_of(actor(books.at.ward, Role.CLERK)).get("/quy-khen-thuong/du-bao/").status_code == 403


def test_one_candidate_or_five_cost_the_same(books: Desk) -> None:
    file = sent(books.at, "LDTT")

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            forecast(books.at.ward, None, ON)
        return len(seen)

    n_queries()
    one = n_queries()
    type(file).objects.update(state="draft")
    file.refresh_from_db()
    for name in ("Lê Văn An", "Phạm Thị Bình"):
        propose(books.at, file, person(books.at.school, name), "LDTT", "CSTDCS")
    propose(books.at, file, collective(books.at.school), "TTLDTT")
    type(file).objects.update(state="sent")
    assert n_queries() == one
