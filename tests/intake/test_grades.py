"""A list of yearly grades from a signed decision: whose they are, what contradicts them, taken back as a whole."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories import dossiers as made
from factories.intake import another_act, brought, excel, listed, posted
from factories.organisations import OrganisationFactory, PeriodFactory, WardFactory, grant
from factories.people import CollectiveFactory, GradeFactory, PersonFactory, PostFactory
from thidua.documents.legacy import Encoding, encode
from thidua.documents.spreadsheet import read_table
from thidua.foundation.audit import acting
from thidua.modules.accounts.models import User
from thidua.modules.intake.models import Intake, IntakeState
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import YearKind
from thidua.modules.people import personal_numbers
from thidua.modules.people.models import Grade

pytestmark = pytest.mark.django_db
HEAD = [
    "Họ và tên",
    "Năm sinh",
    "Năm",
    "Mức xếp loại",
    "Lý do",
    "Số quyết định",
    "Ngày QĐ",
    "Cơ quan ban hành",
]
DECISION = ("12/QĐ-THQM", "20/12/2025", "Trường Tiểu học Quỳnh Mai")


@pytest.fixture
def school():
    PeriodFactory(year=2025)
    return OrganisationFactory(parent=WardFactory(), name="Trường Tiểu học Quỳnh Mai")


def signed_in(school, role):
    client = Client(headers={"accept-language": "vi"})
    client.force_login(grant(school, role).user)
    return client


@pytest.fixture
def officer(school):
    return signed_in(school, Role.UNIT_OFFICER)


@pytest.fixture
def head(school):
    return signed_in(school, Role.UNIT_HEAD)


def line(name="Nguyễn Thị Mẫu", level="HTXSNV", *, born="", year="2025", reason="", decision=DECISION):
    return (name, born, year, level, reason, *decision)


def grades(client, school, *rows, head=HEAD):
    return listed(client, school, *rows, head=head, kind="xep-loai")


def test_a_signed_list_becomes_grades_with_their_decision(head, school):
    teacher = PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    group = CollectiveFactory(name="Tổ 4", organisation=school)
    intake = grades(head, school, line(), line("Tổ 4", "hoàn thành tốt nhiệm vụ"))
    assert (intake.counts, Grade.objects.count()) == ({"new": 2}, 0)
    posted(head, "approve", intake)
    mine = Grade.objects.get(person=teacher)
    assert (mine.level, mine.period.year, mine.organisation, mine.check_state) == (
        "excellent",
        2025,
        school,
        "checked",
    )
    assert mine.decision == "12/QĐ-THQM ngày 20/12/2025 của Trường Tiểu học Quỳnh Mai"
    assert Grade.objects.get(collective=group).level == "good"


def test_what_the_officer_brings_alone_waits_to_be_confirmed(officer, school):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    posted(officer, "approve", grades(officer, school, line()))
    assert Grade.objects.get().check_state == "unchecked"


def test_not_graded_says_why(head, school):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    PersonFactory(name="Trần Văn Ví", organisation=school)
    rows = [line(level="Không xếp loại"), line("Trần Văn Ví", "không xếp loại", reason="Nghỉ thai sản")]
    intake = grades(head, school, *rows)
    assert intake.counts == {"wrong": 1, "new": 1}
    posted(head, "approve", intake)
    assert Grade.objects.get().reason == "Nghỉ thai sản"


def test_a_school_names_its_school_year(head, school):
    school.year_kind = YearKind.SCHOOL
    with acting(None, action="test"):
        school.save()
    period = PeriodFactory(kind=YearKind.SCHOOL, year=2026, label="năm học 2025–2026", since=date(2025, 9, 1))
    for name in ("A", "B", "C"):
        PersonFactory(name=f"Trần Văn {name}", organisation=school)
    years = ("2025 - 2026", "Năm học 2025–2026", "2025")
    rows = [line(f"Trần Văn {name}", year=year) for name, year in zip("ABC", years, strict=True)]
    intake = grades(head, school, *rows)
    assert intake.counts == {"new": 2, "wrong": 1}
    posted(head, "approve", intake)
    assert {grade.period for grade in Grade.objects.all()} == {period}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (line("Người Lạ"), "nhập danh sách cá nhân trước"),
        (line(level="Tốt"), "Mức xếp loại"),
        (line(level=""), "Nhập mức xếp loại."),
        (line(year="2019"), "không phải kỳ đánh giá"),
        (line(decision=("", "", "")), "số quyết định"),
        (line(decision=("12/QĐ", "20/12/2024", "")), "không thể ban hành trước"),
        (line(decision=("12/QĐ", "32/12/2025", "")), "không phải là ngày"),
    ],
)
def test_what_cannot_be_is_an_error(head, school, row, words):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    page = brought(head, school, excel(row, head=HEAD), kind="xep-loai").content.decode()
    assert Intake.objects.get().counts == {"wrong": 1}
    assert words in page


def test_of_two_namesakes_none_is_guessed(head, school):
    PersonFactory(name="Nguyễn Thị Mẫu", birth_year=1980, organisation=school)
    younger = PersonFactory(
        name="Nguyễn Thị Mẫu", birth_year=1990, born_on=date(1990, 2, 1), organisation=school
    )
    intake = grades(head, school, line(), line(born="1/2/1990"))
    assert intake.counts == {"wrong": 1, "new": 1}
    posted(head, "approve", intake)
    assert Grade.objects.get().person == younger


def test_the_personal_number_says_who_it_is_and_must_agree_with_the_name(head, school):
    for name, number in (("Nguyễn Thị Mẫu", "001080012345"), ("Nguyễn Thị Mẫu", "001080012346")):
        one = PersonFactory(name=name, organisation=school)
        personal_numbers.seal(one, number)
        one.save()
    titles = ["Họ và tên", "CCCD", "Năm", "Xếp loại", "Số quyết định"]
    rows = [
        ("Nguyễn Thị Mẫu", "001080012346", "2025", "HTTNV", "12"),
        ("Trần Văn Ví", "001080012345", "2025", "HTTNV", "12"),
        ("Nguyễn Thị Mẫu", "001080099999", "2025", "HTTNV", "12"),
    ]
    intake = grades(head, school, *rows, head=titles)
    assert intake.counts == {"new": 1, "wrong": 2}
    posted(head, "approve", intake)
    assert Grade.objects.get().person.number_tail == "2346"


def test_who_has_left_the_unit_is_found_by_the_post_held_there(head, school):
    gone = PersonFactory(name="Nguyễn Thị Mẫu")
    PostFactory(person=gone, organisation=school, until=date(2026, 1, 1))
    posted(head, "approve", grades(head, school, line()))
    grade = Grade.objects.get()
    assert (grade.person, grade.organisation) == (gone, school)


def test_a_name_that_reads_nearly_the_same_is_entered_when_the_officer_says_so(head, school):
    teacher = PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    intake = grades(head, school, line("Nguyễn Thị Mâuu"))
    assert intake.counts == {"near": 1}
    page = head.get(reverse("intake_show", args=[intake.pk])).content.decode()
    assert "Đúng là người này" in page
    posted(head, "approve", intake)
    assert not Grade.objects.exists()
    posted(head, "keep", intake, dong=["2"], khac=["2"])
    posted(head, "approve", intake)
    assert Grade.objects.get().person == teacher


@pytest.mark.parametrize(
    ("name", "born", "status"),
    [
        ("Trần Thị Hòa", "", "new"),
        ("Tran Thi Hoa", "", "new"),
        ("Trần Thị Hoa", "", "near"),
        ("Trần Thị Hoa", "1980", "new"),
    ],
)
def test_other_signs_are_a_doubt_unless_birth_or_the_placing_of_the_tone_explains_them(
    head, school, name, born, status
):
    PersonFactory(name="Trần Thị Hoà", birth_year=1980, organisation=school)
    assert grades(head, school, line(name, born=born)).counts == {status: 1}


def test_of_two_whose_names_fold_alike_the_one_who_is_spelt_so_is_meant(head, school):
    spelt = PersonFactory(name="Nguyễn Văn Ân", organisation=school)
    PersonFactory(name="Nguyễn Văn An", organisation=school)
    intake = grades(head, school, line("Nguyễn Văn Ân"), line("Nguyen Van An"))
    assert intake.counts == {"new": 1, "wrong": 1}
    posted(head, "approve", intake)
    assert Grade.objects.get().person == spelt


def test_a_doubtful_name_gives_way_to_who_is_named_rightly(head, school):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    intake = grades(head, school, line("Nguyễn Thị Mâuu"), line())
    assert intake.counts == {"wrong": 1, "new": 1}


def test_a_grade_that_is_there_is_not_entered_again_and_another_one_is_no_overwriting(head, school):
    known = PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    other = PersonFactory(name="Trần Văn Ví", organisation=school)
    for one in (known, other):
        GradeFactory(person=one, period=PeriodFactory(year=2025))
    rows = [line(), line("Trần Văn Ví", "HTTNV"), line("Nguyễn Thị Mâuu")]
    intake = grades(head, school, *rows)
    assert intake.counts == {"there": 1, "wrong": 2}
    page = head.get(reverse("intake_show", args=[intake.pk])).content.decode()
    assert "Danh sách không sửa mức xếp loại đã có" in page


def test_a_list_of_grades_is_taken_back_as_a_whole(head, school):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    intake = grades(head, school, line())
    posted(head, "approve", intake)
    posted(head, "undo", intake)
    intake.refresh_from_db()
    assert (intake.state, Grade.objects.count()) == (IntakeState.UNDONE, 0)


def test_a_grade_that_was_confirmed_since_stays(officer, head, school):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    intake = grades(officer, school, line())
    posted(officer, "approve", intake)
    with another_act():
        head.post(reverse("grades_confirm"), {"don_vi": school.pk, "ky": Grade.objects.get().period_id})
    page = posted(officer, "undo", intake).content.decode()
    assert "Nguyễn Thị Mẫu" in page
    intake.refresh_from_db()
    assert (intake.state, Grade.objects.get().check_state) == (IntakeState.ENTERED, "checked")


def test_a_grade_that_a_kept_answer_of_the_law_has_read_stays(now):
    at = made.place()
    client = Client(headers={"accept-language": "vi"})
    client.force_login(User.objects.get(pk=at.head.user_id))
    teacher = made.person(at.school)
    intake = grades(client, at.school, line(teacher.name, year="2026", decision=("45", "", "")))
    posted(client, "approve", intake)
    row = made.dossier(at)
    made.propose(at, row, teacher, "LDTT")
    made.minuted(at, row)
    for step, actor in (("to_head", at.officer), ("send", at.head)):
        made.move(dossier=row, step=step, actor=actor, on=made.ON, now=now)
    page = posted(client, "undo", intake).content.decode()
    assert f"dựa vào mức xếp loại của {teacher.name}" in page
    assert Grade.objects.count() == 1


def test_lines_with_errors_come_back_and_old_fonts_are_read(head, school):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    good, bad = line(encode("Nguyễn Thị Mẫu", Encoding.TCVN3)), line("Người Lạ")
    intake = grades(head, school, good, bad)
    assert intake.counts == {"new": 1, "wrong": 1, "reread": 1}
    answer = head.get(reverse("intake_errors", args=[intake.pk]))
    table = read_table(b"".join(answer.streaming_content))
    assert table.header == (*HEAD, "Lỗi")
    assert [row[0] for row in table.rows] == ["Người Lạ"]


def test_the_template_can_be_filled_and_read(head, school):
    PersonFactory(name="Nguyễn Thị Mẫu", birth_year=1980, organisation=school)
    content = head.get(reverse("intake_template", args=["xep-loai"])).content
    brought(head, school, content, kind="xep-loai")
    assert Intake.objects.get().counts == {"new": 1}


def test_who_may_not_enter_grades_brings_none(school):
    client = signed_in(school.parent, Role.ACCOUNTANT)
    assert client.get(reverse("intake_bring", args=["xep-loai"])).status_code == 403


def test_the_screen_of_grades_leads_to_the_list(head, school):
    page = head.get(f"{reverse('grades_list')}?don_vi={school.pk}").content.decode()
    assert f"{reverse('intake_bring', args=['xep-loai'])}?don_vi={school.pk}" in page


def test_as_many_queries_for_thirty_grades_as_for_one(head, school, django_assert_num_queries):
    names = [f"Trần Văn Số {place}" for place in range(31)]
    for name in names:
        PersonFactory(name=name, organisation=school)
    one, many = excel(line(names[0]), head=HEAD), excel(*map(line, names[1:]), head=HEAD)
    with CaptureQueriesContext(connection) as reading:
        brought(head, school, one, kind="xep-loai")
    with CaptureQueriesContext(connection) as entering:
        posted(head, "approve", Intake.objects.get())
    with django_assert_num_queries(len(reading)):
        brought(head, school, many, kind="xep-loai")
    with django_assert_num_queries(len(entering)):
        posted(head, "approve", Intake.objects.latest("pk"))
    assert Grade.objects.count() == len(names)
