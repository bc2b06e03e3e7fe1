"""The screens of advances: the whole way by clicks, refusals, papers, Excel, the number of queries."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.decisions import NOW
from factories.fund import Desk, advanced, approved, asked, given, settled, spend
from factories.organisations import WardFactory, actor
from factories.signing_in import client_of
from papers.reading import pages, word_text
from thidua.documents.spreadsheet import read_table
from thidua.modules.fund.models import Advance, AdvanceState
from thidua.modules.organisations.api import Role

AT = "/quy-khen-thuong/tam-ung/"
ASKED = {
    "source": "budget",
    "amount": "12000000",
    "purpose": "Tổ chức lễ",
    "receiver": "Bà Hà",
    "due_on": "30/11/2026",
    "once": "a",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(NOW):
        yield


def test_from_the_request_to_the_settlement(books: Desk) -> None:
    given(books)
    officer, leader, desk = (client_of(one) for one in (books.at.specialist, books.leader, books.accountant))
    for _again in range(2):
        show = officer.post(f"{AT}de-nghi/", ASKED).url
    assert Advance.objects.count() == 1
    assert leader.post(f"{show}duyet/").url == show
    assert desk.post(f"{show}chi/", {"number": "PC 31", "on": "23/11/2026"}).url == show
    row = {"what": "Khung giấy khen", "number": "HĐ 118", "on": "23/11/2026", "amount": "9000000"}
    for _again in range(2):
        assert officer.post(f"{show}khoan-chi/", row | {"once": "b"}).url == show
    assert officer.post(f"{show}gui/").url == show
    assert leader.post(f"{show}chap-nhan/").url == show
    assert "3.000.000" in desk.get(f"{show}quyet-toan/").content.decode()
    assert desk.post(f"{show}quyet-toan/", {"number": "", "on": "23/11/2026"}).status_code == 200
    assert desk.post(f"{show}quyet-toan/", {"number": "PT 7", "on": "23/11/2026"}).url == show
    assert Advance.objects.get().state == AdvanceState.SETTLED
    words = desk.get("/quy-khen-thuong/").content.decode()
    assert "PT 7" in words
    assert "41.000.000" in words


def test_what_is_typed_wrongly_is_said_and_kept(books: Desk) -> None:
    client = client_of(books.at.specialist)
    answer = client.post(f"{AT}de-nghi/", ASKED | {"due_on": "01/11/2026"})
    assert answer.status_code == 200
    assert "Tổ chức lễ" in answer.content.decode()
    assert not Advance.objects.exists()


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("de-nghi", ("GIẤY ĐỀ NGHỊ TẠM ỨNG", "12.000.000", "Mười hai triệu đồng", "Bà Phạm Thu Hà")),
        ("thanh-toan", ("GIẤY THANH TOÁN TẠM ỨNG", "HĐ 118", "9.000.000", "Ba triệu đồng", "PC 31")),
    ],
)
def test_its_two_papers(books: Desk, kind: str, said: tuple[str, ...], form: str) -> None:
    row = advanced(books)
    spend(books, row, 9_000_000)
    client = client_of(books.accountant)
    answer = client.get(f"{AT}{row.pk}/van-ban/{kind}/{form}/")
    words = " ".join(pages(answer.content)) if form == "pdf" else word_text(answer.content)
    assert [one for one in said if one not in words] == []


def test_no_paper_that_does_not_exist(books: Desk) -> None:
    row, client = asked(books), client_of(books.accountant)
    for path in ("de-nghi/exe/", "khac/pdf/", "thanh-toan/pdf/"):
        assert client.get(f"{AT}{row.pk}/van-ban/{path}").status_code == 404


def test_the_list_is_filtered_and_goes_out_as_excel(books: Desk) -> None:
    spend(books, late := advanced(books), 9_000_000)
    settled(books, advanced(books, 1_000_000))
    with time_machine.travel(NOW.replace(month=12)):
        client = client_of(books.accountant)
        words = client.get(f"{AT}?loc=qua-han").content.decode()
        answer = client.get(f"{AT}?loc=qua-han&xuat=xlsx")
    assert f"{AT}{late.pk}/" in words
    assert words.count("data-row") == 1
    values = {str(value) for line in read_table(b"".join(answer.streaming_content)).rows for value in line}
    assert {"12000000", "9000000", "PC 31"} <= values


def test_an_overdue_advance_is_seen(books: Desk) -> None:
    row = advanced(books)
    with time_machine.travel(NOW.replace(month=12)):
        words = client_of(books.accountant).get(f"{AT}{row.pk}/").content.decode()
        assert "03/12/2026" in words
        assert "message-warning" in words
    assert "message-warning" not in client_of(books.accountant).get(f"{AT}{row.pk}/").content.decode()


def test_its_payment_list_leads_to_it_and_is_not_paid_beside_it(books: Desk) -> None:
    pay_list = approved(books)
    at, client = f"/quy-khen-thuong/danh-sach/{pay_list.pk}/", client_of(books.accountant)
    assert f"{at}chi/" in client.get(at).content.decode()
    row = asked(books, pay_list.total, pay_list)
    words = client.get(at).content.decode()
    assert f"{AT}{row.pk}/" in words
    assert f"{at}chi/" not in words
    assert client.get(f"{at}chi/").status_code == 403


def test_another_ward_and_the_rest_of_the_office_see_nothing(books: Desk) -> None:
    row = advanced(books)
    for who in (actor(WardFactory(), Role.ACCOUNTANT), actor(books.at.ward, Role.CLERK)):
        for path in (f"{row.pk}/", f"{row.pk}/chi/", f"{row.pk}/van-ban/de-nghi/pdf/"):
            assert client_of(who).get(AT + path).status_code == 404


def test_one_advance_or_three_cost_the_same(books: Desk) -> None:
    client = client_of(books.accountant)

    def n_queries(path: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        return len(seen)

    row = advanced(books, 1_000_000)
    spend(books, row, 5)
    paths = (AT, "/quy-khen-thuong/", f"{AT}{row.pk}/")
    for path in paths:
        n_queries(path)
    one = [n_queries(path) for path in paths]
    for _more in range(2):
        spend(books, advanced(books, 1_000_000), 5)
        spend(books, row, 5)
    assert [n_queries(path) for path in paths] == one
