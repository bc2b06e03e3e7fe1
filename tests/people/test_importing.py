"""People from a file: shown first, entered once, what is wrong comes back with its error."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from factories.organisations import OrganisationFactory, WardFactory, grant
from factories.people import PersonFactory
from thidua.documents.legacy import Encoding, encode
from thidua.documents.spreadsheet import SheetColumn, read_table, xlsx_bytes
from thidua.foundation import keys
from thidua.foundation.keys import ring, store
from thidua.modules.organisations.api import Role
from thidua.modules.people.models import Person

pytestmark = pytest.mark.django_db
ADDRESS = "/ca-nhan/nhap-excel/"
HEAD = ["STT", "NĂM SINH", "Ho va ten", "CCCD", "Giới tính"]


@pytest.fixture(autouse=True)
def _keys(tmp_path, settings):
    settings.DEMONSTRATION = True
    settings.KEYS_PATH = tmp_path / "keys.json"
    store.write_new(settings.KEYS_PATH, ring.begun(bytes(32), date(2026, 1, 1)))
    keys.load()


@pytest.fixture
def school():
    return OrganisationFactory(parent=WardFactory(), name="Trường Tiểu học Quỳnh Mai")


@pytest.fixture
def officer(school):
    client = Client(headers={"accept-language": "vi"})
    client.force_login(grant(school, Role.UNIT_OFFICER).user)
    return client


def excel(*rows):
    return xlsx_bytes([SheetColumn(title) for title in HEAD], rows, name="x")


def sent(client, school, content, name="ds.xlsx"):
    return client.post(ADDRESS, {"organisation": school.pk, "file": SimpleUploadedFile(name, content)})


def again(client, shown, school, step, once="k"):
    """The preview's form, sent as the page holds it."""
    lines = shown.context["text"]
    return client.post(ADDRESS, {"organisation": school.pk, "lines": lines, "step": step, "once": once})


GOOD = ("1", "1980", encode("Nguyễn Văn Đức", Encoding.TCVN3), "001080012345", "Nam")
BAD = ("2", "31/02/1991", "Trần Thị Ánh", "12", "x")


def test_a_list_is_shown_before_and_after_and_nothing_is_entered(officer, school):
    page = sent(officer, school, excel(GOOD, BAD)).content.decode()
    assert "Nguyễn Văn Đức" in page
    assert GOOD[2] in page
    assert "TCVN3 (ABC)" in page
    assert "không phải ngày sinh" in page
    assert not Person.objects.exists()


def test_what_is_right_is_entered_once(officer, school):
    shown = sent(officer, school, excel(GOOD, BAD))
    for _time in range(2):
        assert again(officer, shown, school, "enter").status_code == 302
    person = Person.objects.get()
    assert (person.name, person.birth_year, person.sex, person.number_tail) == (
        "Nguyễn Văn Đức",
        1980,
        "male",
        "2345",
    )
    assert person.organisation == school


def test_lines_with_errors_come_back_as_excel(officer, school):
    shown = sent(officer, school, excel(GOOD, BAD))
    table = read_table(again(officer, shown, school, "errors").content)
    assert table.header[-1] == "Lỗi"
    assert [row[0] for row in table.rows] == ["Trần Thị Ánh"]
    assert "12" in table.rows[0][3]


def test_whoever_is_there_already_is_not_entered_again(officer, school):
    PersonFactory(name="Nguyễn Văn Đức", birth_year=1980, organisation=school)
    shown = sent(officer, school, excel(GOOD))
    assert "đã có trong hồ sơ" in shown.content.decode()
    again(officer, shown, school, "enter")
    assert Person.objects.count() == 1


def test_the_same_person_twice_in_the_list_is_an_error(officer, school):
    page = sent(officer, school, excel(GOOD, GOOD)).content.decode()
    assert "Người này đã có ở dòng 2" in page


def test_a_list_costs_as_many_queries_for_three_people_as_for_one(
    officer, school, django_assert_max_num_queries
):
    rows = [
        ("", "1980", f"Trần Văn {name}", f"00108001234{n}", "Nam")
        for n, name in enumerate(["An", "Bình", "Chi"])
    ]
    with django_assert_max_num_queries(20):
        assert sent(officer, school, excel(*rows)).context["n_new"] == 3


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"PK\x03\x04 broken", "a.xlsx", "hỏng"),
        (b"a,b\n1,2", "a.csv", "Không có cột nào"),
        ("Họ và tên,CCCD\n".encode(), "a.csv", "không có ai"),
        ("Họ và tên,CCCD\n=1+1,2".encode(), "a.csv", "công thức"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(officer, school, content, name, words):
    assert words in sent(officer, school, content, name).content.decode()


def test_the_template_can_be_filled_and_read(officer, school):
    content = officer.get(reverse("people_import_template")).content
    assert sent(officer, school, content).context["n_new"] == 1
