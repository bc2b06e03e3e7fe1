"""Lists as Excel files: the same rows, columns and order as on the screen, and an entry of who took them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.dossiers import dossier, household, person, place
from factories.organisations import WardFactory, actor
from thidua.documents.spreadsheet import read_table
from thidua.foundation import tables
from thidua.foundation.models import Export
from thidua.foundation.paging import every_page
from thidua.modules.accounts.models import User
from thidua.modules.people.models import Person
from thidua.modules.people.tables import PEOPLE

pytestmark = pytest.mark.django_db
LISTS = (
    "dossiers_list", "appraisal_list", "consultations_list", "submittals_list", "decisions_list",
    "register_list", "people_list", "collectives_list", "households_list", "initiatives_list",
    "grades_list", "organisations_tree", "councils_list", "sittings_list",
)  # fmt: skip


@pytest.fixture
def at(client):
    at = place()
    client.force_login(User.objects.get(pk=at.specialist.user_id))
    return at


def taken(client, name, **query):
    response = client.get(reverse(name), query | {"xuat": "xlsx"})
    assert response["Content-Type"] == tables.XLSX
    return read_table(b"".join(response.streaming_content))


def test_what_is_filtered_goes_out_in_the_order_of_the_screen(client, at):
    for name in ("Trần Văn Bình", "Nguyễn Thị Ánh", "Lê Văn Ánh"):
        person(at.school, name, birth_year=1980)
    person(WardFactory(), "Phạm Văn Xa")
    table = taken(client, "people_list", tim="anh")
    assert table.header[:4] == ("Họ và tên", "Chức vụ", "Số định danh (đã che)", "Đơn vị")
    assert [row[0] for row in table.rows] == ["Lê Văn Ánh", "Nguyễn Thị Ánh"]
    assert table.rows[0][-1] == "1980"


def test_only_the_columns_chosen_on_the_screen(client, at):
    household(at.school)
    shown = client.get(reverse("households_list"), {"cot_dia_chi": "1"})
    assert shown.context["table"].css == "hide-2"
    assert taken(client, "households_list", cot_dia_chi="1").header == ("Chủ hộ", "Địa chỉ")


def test_days_are_days_and_numbers_that_are_names_are_texts(client, at):
    made = dossier(at)
    table = taken(client, "dossiers_list")
    said = dict(zip(table.header, table.rows[0], strict=True))
    assert (said["Số"], said["Cập nhật"]) == (made.code, date(2026, 11, 23))


def test_it_is_kept_who_took_what_and_how_much(client, at):
    household(at.school)
    household(at.school, "Trần Văn Bình")
    taken(client, "households_list", tim="binh")
    kept = Export.objects.get()
    assert (kept.user_id, kept.organisation_id) == (at.specialist.user_id, at.ward.pk)
    assert (kept.table, kept.title, kept.n_rows) == ("households", "Hộ gia đình", 1)
    assert "tim=binh" in kept.question


def test_inspectors_of_the_scope_read_it(client, at):
    household(at.school)
    taken(client, "households_list")
    for ward, n in ((at.ward, 1), (WardFactory(), 0)):
        client.force_login(User.objects.get(pk=actor(ward, "inspector").user_id))
        assert len(client.get(reverse("exports_list")).context["lines"]) == n


def test_too_long_a_list_says_what_to_do(client, at, monkeypatch):
    monkeypatch.setattr(tables, "MOST", 1)
    household(at.school)
    household(at.school)
    page = client.get(reverse("households_list"), {"xuat": "xlsx", "q": "le"}, follow=True)
    assert page.redirect_chain == [(f"{reverse('households_list')}?q=le", 302)]
    assert "hơn 100.000 dòng" in page.content.decode()
    assert not Export.objects.exists()


@pytest.mark.parametrize("name", LISTS)
def test_every_list_goes_out(client, at, name):
    b"".join(client.get(reverse(name), {"xuat": "xlsx"}).streaming_content)
    assert Export.objects.count() == 1


def test_as_many_questions_for_three_rows_as_for_one(client, at):
    def n_queries() -> int:
        with CaptureQueriesContext(connection) as queries:
            taken(client, "people_list")
        return len(queries)

    person(at.school)
    one = n_queries()
    person(at.school, "Lê Quang Huy")
    person(at.school, "Phạm Thu Hà")
    assert n_queries() == one


def test_pages_follow_each_other_to_the_end(at):
    for n in range(7):
        person(at.school, f"Nguyễn Văn {'ABCDEFG'[n]}")
    pages = list(every_page(Person.objects.all(), order=("sort", "id"), size=3))
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({row.pk for page in pages for row in page}) == 7


def test_however_many_pages_they_are_asked_for_once(at):
    for n in range(7):
        person(at.school, f"Nguyễn Văn {'ABCDEFG'[n]}")
    with CaptureQueriesContext(connection) as queries:
        list(every_page(Person.objects.all(), order=("sort", "id"), size=2))
    assert len(queries) <= 1  # what is read through a cursor of the database is not even noted


def test_names_of_columns_are_each_once():
    cells = [str(cell.title) for column in PEOPLE.columns for cell in column.cells]
    assert len(cells) == len(set(cells))
