"""A list of people: shown before and after, entered once, taken back as a whole; what is wrong comes back."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from factories.intake import HEAD, brought, excel, listed, posted
from factories.organisations import OrganisationFactory, WardFactory, grant
from factories.people import PersonFactory
from thidua.documents.legacy import Encoding, encode
from thidua.documents.spreadsheet import read_table
from thidua.foundation.audit import acting
from thidua.modules.intake.models import Intake, IntakeRow, IntakeState
from thidua.modules.intake.sealing import opened
from thidua.modules.organisations.api import Role
from thidua.modules.people.models import Discipline, Person, Post

pytestmark = pytest.mark.django_db
GOOD = ("1", "1980", encode("Nguyễn Văn Đức", Encoding.TCVN3), "001080012345", "Nam", "x")
BAD = ("2", "31/02/1991", "Trần Thị Ánh", "12", "x", "y")


@pytest.fixture
def school():
    return OrganisationFactory(parent=WardFactory(), name="Trường Tiểu học Quỳnh Mai")


@pytest.fixture
def officer(school):
    client = Client(headers={"accept-language": "vi"})
    client.force_login(grant(school, Role.UNIT_OFFICER).user)
    return client


def test_a_list_is_shown_before_and_after_and_nothing_is_entered(officer, school):
    page = brought(officer, school, excel(GOOD, BAD)).content.decode()
    assert "Nguyễn Văn Đức" in page
    assert GOOD[2] in page
    assert "không phải là ngày" in page
    assert not Person.objects.exists()


def test_cells_are_sealed_in_quarantine(officer, school):
    intake = listed(officer, school, GOOD)
    row = IntakeRow.objects.get()
    assert b"001080012345" not in bytes(row.sealed)
    assert opened(row).texts[3] == "001080012345"
    assert not hasattr(Intake.objects.get(pk=intake.pk), "file")


def test_what_is_right_is_entered_once(officer, school):
    intake = listed(officer, school, GOOD, BAD)
    for _time in range(2):
        posted(officer, "approve", intake)
    person = Person.objects.get()
    assert (person.name, person.birth_year, person.sex, person.number_tail) == (
        "Nguyễn Văn Đức",
        1980,
        "male",
        "2345",
    )
    assert person.organisation == school
    intake.refresh_from_db()
    assert (intake.state, intake.counts["entered"]) == (IntakeState.ENTERED, 1)


def test_the_very_same_file_is_not_taken_twice(officer, school):
    content = excel(GOOD)
    brought(officer, school, content)
    page = brought(officer, school, content).content.decode()
    assert "đã có ở đây" in page
    assert Intake.objects.count() == 1


def test_lines_with_errors_come_back_as_the_same_excel(officer, school):
    intake = listed(officer, school, GOOD, BAD)
    answer = officer.get(reverse("intake_errors", args=[intake.pk]))
    table = read_table(b"".join(answer.streaming_content))
    assert table.header == (*HEAD, "Lỗi")
    assert [row[2] for row in table.rows] == ["Trần Thị Ánh"]
    assert table.rows[0][5] == "y"
    assert "“x” không phải" in table.rows[0][6]


def test_whoever_is_there_already_is_not_entered_again(officer, school):
    PersonFactory(name="Nguyễn Văn Đức", birth_year=1980, organisation=school)
    intake = listed(officer, school, GOOD)
    assert intake.counts == {"there": 1, "reread": 1}
    posted(officer, "approve", intake)
    assert Person.objects.count() == 1


@pytest.mark.parametrize("name", ["Nguyễn Văn Đúc", "Nguyễn Văn Đứcc"])
def test_who_is_perhaps_there_is_entered_only_when_the_officer_says_that_it_is_somebody_else(
    officer, school, name
):
    PersonFactory(name=name, birth_year=1980, organisation=school)
    intake = listed(officer, school, GOOD)
    assert intake.counts["near"] == 1
    posted(officer, "approve", intake)
    assert Person.objects.count() == 1
    posted(officer, "keep", intake, dong=["2"], khac=["2"])
    posted(officer, "approve", intake)
    assert Person.objects.count() == 2


def test_the_same_person_twice_in_the_list_is_an_error(officer, school):
    page = brought(officer, school, excel(GOOD, GOOD)).content.decode()
    assert "đã có ở dòng 2" in page


def test_a_column_with_a_strange_title_is_chosen_by_the_officer(officer, school):
    head = ["STT", "Người được nhập", "năm sinh"]
    intake = listed(officer, school, ("1", "Lê Văn Tám", "1970"), head=head)
    assert intake.counts == {"wrong": 1}
    posted(officer, "columns", intake, **{"cot-1": "name", "cot-2": "born"})
    intake.refresh_from_db()
    assert intake.counts == {"new": 1}


def test_the_row_that_numbers_the_columns_is_no_person(officer, school):
    assert listed(officer, school, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), GOOD).counts["new"] == 1


def test_posts_and_units_of_the_scope(officer, school):
    head = ["Họ và tên", "Năm sinh", "Đơn vị", "Chức vụ", "Đối tượng", "Vị trí", "Từ ngày"]
    rows = [
        (
            "Lê Văn Tám",
            "1970",
            "truong tieu hoc quynh mai",
            "Giáo viên",
            "viên chức",
            "trực tiếp",
            "01/09/2020",
        ),
        ("Lê Văn Chín", "1971", "Trường khác", "", "", "", ""),
        ("Lê Văn Mười", "1972", "", "Kế toán", "", "", ""),
    ]
    intake = listed(officer, school, *rows, head=head)
    assert intake.counts == {"new": 2, "wrong": 1}
    posted(officer, "approve", intake)
    teacher, accountant = Person.objects.order_by("birth_year")
    assert (teacher.post, teacher.status_group, teacher.position) == (
        "Giáo viên",
        "public_employee",
        "direct_worker",
    )
    assert Post.objects.get().since == date(2020, 9, 1)
    assert accountant.post == "Kế toán"


def test_a_list_is_taken_back_as_a_whole(officer, school):
    intake = listed(officer, school, GOOD, ("3", "1990", "Lê Thị Hoa", "", "Nữ", ""))
    posted(officer, "approve", intake)
    assert Person.objects.count() == 2
    posted(officer, "undo", intake)
    intake.refresh_from_db()
    assert (Person.objects.count(), intake.state) == (0, IntakeState.UNDONE)


def test_a_list_is_not_taken_back_once_something_stands_on_it(officer, school):
    intake = listed(officer, school, GOOD, ("3", "1990", "Lê Thị Hoa", "", "Nữ", ""))
    posted(officer, "approve", intake)
    with acting(None, action="test"):
        Discipline.objects.create(
            person=Person.objects.get(birth_year=1990), kind="warning", on=date(2026, 1, 5)
        )
    page = posted(officer, "undo", intake).content.decode()
    assert "Lê Thị Hoa" in page
    intake.refresh_from_db()
    assert (Person.objects.count(), intake.state) == (2, IntakeState.ENTERED)


def test_a_list_that_is_given_up_leaves_no_cells(officer, school):
    intake = listed(officer, school, GOOD)
    posted(officer, "drop", intake)
    intake.refresh_from_db()
    assert (intake.state, IntakeRow.objects.count()) == (IntakeState.DROPPED, 0)


def test_what_changed_meanwhile_stops_the_whole_list(officer, school):
    intake = listed(officer, school, GOOD, ("3", "1990", "Lê Thị Hoa", "", "Nữ", ""))
    PersonFactory(name="Lê Thị Hoa", birth_year=1990, organisation=school)
    page = posted(officer, "approve", intake).content.decode()
    assert "đã thay đổi" in page
    intake.refresh_from_db()
    assert (Person.objects.count(), intake.state) == (1, IntakeState.CHECKED)


def test_a_list_costs_as_many_queries_for_three_people_as_for_one(
    officer, school, django_assert_max_num_queries
):
    rows = [
        ("", "1980", f"Trần Văn {name}", f"00108001234{n}", "Nam", "")
        for n, name in enumerate(["An", "Bình", "Chi"])
    ]
    with django_assert_max_num_queries(60):
        assert listed(officer, school, *rows).counts["new"] == 3


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"PK\x03\x04 broken", "a.xlsx", "hỏng"),
        (b"a,b\nx,y", "a.csv", "Không có cột nào"),
        ("Họ và tên,CCCD\n".encode(), "a.csv", "không có dòng nào"),
        ("Họ và tên,CCCD\n=1+1,2".encode(), "a.csv", "công thức"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(officer, school, content, name, words):
    assert words in brought(officer, school, content, name).content.decode()
    assert not Person.objects.exists()


@pytest.mark.parametrize("kind", ["ca-nhan", "tap-the", "ho-gia-dinh"])
def test_the_template_can_be_filled_and_read(officer, school, kind):
    content = officer.get(reverse("intake_template", args=[kind])).content
    brought(officer, school, content, kind=kind)
    assert Intake.objects.get().counts == {"new": 1}


def test_another_office_sees_nothing_of_it(officer, school):
    intake = listed(officer, school, GOOD)
    other = Client()
    other.force_login(grant(OrganisationFactory(parent=WardFactory()), Role.UNIT_OFFICER).user)
    assert other.get(reverse("intake_show", args=[intake.pk])).status_code == 404
