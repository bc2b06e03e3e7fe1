"""The screens of the fund: from money given to a paid list; refusals, Excel, the number of queries."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.certificates import decided
from factories.decisions import NOW
from factories.fund import Desk, approved, given, paid, prepared
from factories.organisations import WardFactory, actor
from factories.signing_in import client_of
from papers.reading import pages, word_text
from thidua.documents.spreadsheet import read_table
from thidua.modules.fund.models import Fund, PayList, PayRow, PayState, Voucher
from thidua.modules.organisations.api import Role

FUND = "/quy-khen-thuong/"
GIVEN = {
    "year": "2026",
    "source": "budget",
    "amount": "50000000",
    "on": "23/11/2026",
    "basis": "Dự toán",
    "once": "a",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(NOW):
        yield


def test_from_the_money_given_to_a_paid_list(books: Desk) -> None:
    accountant, leader = client_of(books.accountant), client_of(books.leader)
    for _again in range(2):
        assert accountant.post(f"{FUND}cap-kinh-phi/", GIVEN).status_code == 302
    assert Voucher.objects.count() == 1
    decision = decided(books.at, "LDTT", "CSTDCS")
    new = f"{FUND}danh-sach/lap/{decision.pk}/"
    assert "Trần Thị Minh Châu" in accountant.get(new).content.decode()
    show = accountant.post(new, {"source": "budget", "once": "b"}).url
    row = PayRow.objects.get()
    bank = {"way": "bank", "bank": "Agribank", "account": "001"}
    assert accountant.post(f"{FUND}dong/{row.pk}/", bank).url == show
    assert leader.post(f"{show}duyet/").status_code == 302
    assert accountant.post(f"{show}chi/", {"number": "UNC 15", "on": "23/11/2026"}).url == show
    assert PayList.objects.get().state == PayState.PAID
    words = accountant.get(FUND).content.decode()
    assert "UNC 15" in words
    assert "50.000.000" in words


def test_what_is_typed_wrongly_is_said_and_kept(books: Desk) -> None:
    client = client_of(books.accountant)
    answer = client.post(f"{FUND}cap-kinh-phi/", GIVEN | {"amount": "-4", "basis": "Dự toán bổ sung"})
    assert answer.status_code == 200
    assert "Dự toán bổ sung" in answer.content.decode()
    assert not Fund.objects.exists()
    row = approved(books)
    assert client.post(f"{FUND}danh-sach/{row.pk}/chi/", {"number": "", "on": "x"}).status_code == 200


def test_a_payment_is_reversed_with_a_reason(books: Desk) -> None:
    row, client = paid(books), client_of(books.accountant)
    url = f"{FUND}but-toan/{row.vouchers.get(kind='pay').pk}/dao/"
    assert client.post(url, {"reason": ""}).status_code == 200
    assert client.post(url, {"reason": "Kho bạc trả lại"}).status_code == 302
    row.refresh_from_db()
    assert row.state == PayState.APPROVED
    assert client.get(url).status_code == 403


def test_a_list_is_dropped(books: Desk) -> None:
    row = prepared(books)
    url = f"{FUND}danh-sach/{row.pk}/bo/"
    assert client_of(books.leader).post(url, {"reason": "Lập sai nguồn"}).status_code == 302
    assert "Lập sai nguồn" in client_of(books.accountant).get(f"{FUND}danh-sach/{row.pk}/").content.decode()


def test_the_list_goes_to_the_treasury_as_excel(books: Desk) -> None:
    row = prepared(books)
    answer = client_of(books.accountant).get(f"{FUND}danh-sach/{row.pk}/?xuat=xlsx")
    rows = read_table(b"".join(answer.streaming_content))
    values = [value for line in rows.rows for value in line]
    assert "Bà Trần Thị Minh Châu" in values
    assert str(row.total) in {str(value) for value in values}


@pytest.mark.parametrize("role", [Role.CLERK, Role.COUNCIL_SECRETARY, Role.EDITOR])
def test_the_rest_of_the_office_sees_no_list(books: Desk, role: Role) -> None:
    row, client = paid(books), client_of(actor(books.at.ward, role))
    assert client.get(f"{FUND}danh-sach/{row.pk}/").status_code == 404
    assert "UNC 15" not in client.get(FUND).content.decode()


def test_another_ward_sees_nothing(books: Desk) -> None:
    row, client = paid(books), client_of(actor(WardFactory(), Role.ACCOUNTANT))
    for path in (f"danh-sach/{row.pk}/", f"dong/{row.rows.get().pk}/", f"danh-sach/lap/{row.decision_id}/"):
        assert client.get(FUND + path).status_code == 404
    assert client.get(f"{FUND}but-toan/{row.vouchers.first().pk}/dao/").status_code == 404


def test_the_specialist_reads_and_does_not_write(books: Desk) -> None:
    row, client = prepared(books), client_of(books.at.specialist)
    assert client.get(f"{FUND}danh-sach/{row.pk}/").status_code == 200
    for path in ("cap-kinh-phi/", "tran/", f"dong/{row.rows.get().pk}/", f"danh-sach/{row.pk}/chi/"):
        assert client.get(FUND + path).status_code == 403
    assert client.post(f"{FUND}danh-sach/{row.pk}/duyet/").status_code == 403


def test_one_voucher_or_three_cost_the_same(books: Desk) -> None:
    client = client_of(books.accountant)

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(FUND).status_code == 200
        return len(asked)

    given(books)
    n_queries()
    one = n_queries()
    given(books), given(books, 1, "gift")
    assert n_queries() == one


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_list_to_sign_for_with_its_sum_in_words(books: Desk, form: str) -> None:
    pay_list = prepared(books, "CSTDCS")
    PayRow.objects.update(way="bank", bank="Agribank", account="001")
    at = f"{FUND}danh-sach/{pay_list.pk}/van-ban/"
    answer = client_of(books.accountant).get(f"{at}{form}/")
    words = " ".join(pages(answer.content)) if form == "pdf" else word_text(answer.content)
    for said in ("Trần Thị Minh Châu", "Agribank, 001", "2.530.000", "Hai triệu năm trăm ba mươi nghìn đồng"):
        assert said in words
    assert client_of(books.accountant).get(f"{at}exe/").status_code == 404
