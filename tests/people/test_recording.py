"""Who records what: people with their posts, whole lists of grades, initiatives, and who answers for them."""

from datetime import date

import pytest

from factories.organisations import OrganisationFactory, PeriodFactory, WardFactory, actor
from factories.people import CollectiveFactory, PersonFactory, initiative
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.modules.organisations.api import Role
from thidua.modules.people import actions
from thidua.modules.people.drafts import Author, GradeLine, Identity, InitiativeDraft, PostDraft
from thidua.modules.people.models import Grade, InitiativeAuthor, Person, Post

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 23)
POST = PostDraft("Giáo viên", "direct_worker", "public_employee", date(2020, 9, 1), ["production"])


@pytest.fixture
def ward():
    return WardFactory()


@pytest.fixture
def school(ward):
    return OrganisationFactory(parent=ward, name="Trường Tiểu học Quỳnh Mai")


@pytest.fixture
def officer(school):
    return actor(school, Role.UNIT_OFFICER)


@pytest.fixture
def head(school):
    return actor(school, Role.UNIT_HEAD)


def added(school, officer, **identity) -> Person:
    said = Identity(**({"name": "  Đặng  Thị Ánh "} | identity))
    return actions.add_person(organisation=school, identity=said, post=POST, actor=officer, on=ON)


def test_a_person_is_added_with_a_post(school, officer):
    person = added(school, officer, born_on=date(1990, 5, 2))
    assert (person.name, person.birth_year, person.post) == ("Đặng Thị Ánh", 1990, "Giáo viên")
    assert person.search == "dang thi anh giao vien truong tieu hoc quynh mai"
    assert [(post.title, post.since, post.until) for post in person.posts.all()] == [
        ("Giáo viên", date(2020, 9, 1), None)
    ]


@pytest.mark.parametrize(
    ("identity", "field", "sentence"),
    [
        ({"name": " "}, "name", "Enter the full name as on the identity card."),
        ({"born_on": date(2027, 1, 1)}, "born_on", "This day cannot be right: check the year."),
        ({"birth_year": 1800}, "birth_year", "This year cannot be right."),
        (
            {"born_on": date(1990, 1, 1), "died_on": date(1980, 1, 1)},
            "died_on",
            "Nobody dies before being born: check both days.",
        ),
    ],
)
def test_impossible_people_are_refused_at_their_field(school, officer, identity, field, sentence):
    with pytest.raises(actions.CannotSave) as refused:
        added(school, officer, **identity)
    assert (refused.value.field, str(refused.value)) == (field, sentence)
    assert Person.objects.count() == 0


def test_another_unit_adds_nobody_here(school):
    for stranger in (actor(OrganisationFactory(), Role.UNIT_OFFICER), actor(school, Role.TELLER)):
        with pytest.raises(Refused):
            added(school, stranger)


def test_two_who_change_a_person_at_once_get_both_texts(school, officer):
    person = added(school, officer)
    version = person.version
    actions.change_person(
        person=person, identity=Identity(name="Đặng Thị Ảnh"), version=version, actor=officer, on=ON
    )
    with pytest.raises(Conflict) as conflict:
        actions.change_person(
            person=person, identity=Identity(name="Đặng Thị Anh"), version=version, actor=officer, on=ON
        )
    assert (conflict.value.theirs["name"], conflict.value.mine["name"]) == ("Đặng Thị Ảnh", "Đặng Thị Anh")


def test_a_new_post_ends_the_one_before(school, officer):
    person = added(school, officer)
    new = PostDraft("Phó Hiệu trưởng", "manager", "public_employee", date(2024, 8, 1))
    actions.change_post(person=person, draft=new, actor=officer)
    spans = Post.objects.order_by("since").values_list("title", "until")
    assert list(spans) == [("Giáo viên", date(2024, 8, 1)), ("Phó Hiệu trưởng", None)]
    assert Person.objects.get().position == "manager"
    with pytest.raises(actions.CannotChangePost):
        actions.change_post(person=person, draft=new, actor=officer)


def grade(school, who, *people, level="excellent", **fields):
    return actions.enter_grades(
        organisation=school,
        period=PeriodFactory(year=2026),
        decision=fields.get("decision", "Quyết định 45 ngày 05/6/2026"),
        lines=[GradeLine(level, person_id=person.pk) for person in people],
        actor=who,
    )


def test_grades_entered_by_the_officer_wait_for_the_head(school, officer, head):
    people = [PersonFactory(organisation=school) for _ in range(3)]
    entered = grade(school, officer, *people)
    assert (entered.n_new, entered.n_changed) == (3, 0)
    assert set(Grade.objects.values_list("check_state", flat=True)) == {"unchecked"}
    with pytest.raises(Refused):
        actions.confirm_grades(organisation=school, period=PeriodFactory(year=2026), actor=officer)
    assert actions.confirm_grades(organisation=school, period=PeriodFactory(year=2026), actor=head) == 3
    assert set(Grade.objects.values_list("check_state", flat=True)) == {"checked"}


def test_a_confirmed_grade_is_changed_only_by_the_head(school, officer, head):
    person = PersonFactory(organisation=school, name="Lê Văn Đức")
    grade(school, head, person, level="good")
    with pytest.raises(actions.CannotEnterGrades) as refused:
        grade(school, officer, person)
    assert str(refused.value) == (
        "The grade of Lê Văn Đức is confirmed as “good (HTTNV)”: the head of the unit changes it."
    )
    assert grade(school, head, person).n_changed == 1
    assert Grade.objects.get().level == "excellent"


def test_a_list_of_grades_needs_its_decision_and_names_only_its_own(school, head):
    with pytest.raises(actions.CannotEnterGrades):
        grade(school, head, PersonFactory(organisation=school), decision=" ")
    with pytest.raises(actions.CannotEnterGrades):
        grade(school, head, PersonFactory())
    with pytest.raises(actions.CannotSave) as refused:
        grade(school, head, PersonFactory(organisation=school), level="not_graded")
    assert str(refused.value) == "“Not graded” needs a reason."


def draft(*authors: Author, **fields) -> InitiativeDraft:
    said = {"title": "Dạy học theo dự án", "year": 2026, "authors": authors}
    return InitiativeDraft(**(said | fields))


def test_an_initiative_has_authors_with_shares(school, officer):
    one, other = PersonFactory(organisation=school), PersonFactory(organisation=school)
    row = actions.record_initiative(
        organisation=school, draft=draft(Author(one.pk, 60), Author(other.pk, 40)), actor=officer, on=ON
    )
    assert row.check_state == "unchecked"
    actions.change_initiative(
        initiative=row, draft=draft(Author(one.pk, 70)), actor=actor(school, Role.UNIT_HEAD), on=ON
    )
    assert (row.check_state, list(row.authors.values_list("person", "share"))) == ("checked", [(one.pk, 70)])


@pytest.mark.parametrize(
    ("shares", "year", "sentence"),
    [
        ([], 2026, "Name at least one author."),
        ([60, 50], 2026, "The authors' shares are more than 100 % together."),
        ([100], 2027, "This year cannot be right."),
    ],
)
def test_impossible_initiatives_are_refused(school, officer, shares, year, sentence):
    authors = [Author(PersonFactory(organisation=school).pk, share) for share in shares]
    with pytest.raises(actions.CannotRecordInitiative) as refused:
        actions.record_initiative(organisation=school, draft=draft(*authors, year=year), actor=officer, on=ON)
    assert str(refused.value) == sentence


def test_an_initiative_serves_once_but_for_the_title_above(ward, school):
    person = PersonFactory(organisation=school)
    row = initiative(person)
    clerk = actor(ward, Role.CLERK)
    for honour in ("CSTDCS", "CSTDCT"):
        actions.use_initiatives(person=person, initiative_ids=[row.pk], honour=honour, year=2026, actor=clerk)
    assert InitiativeAuthor.objects.get().used_for == "CSTDCT"
    with pytest.raises(actions.CannotUseInitiative):
        actions.use_initiatives(
            person=person, initiative_ids=[row.pk], honour="BK_TINH", year=2027, actor=clerk
        )


def test_a_record_is_answered_for_by_the_head_not_the_officer(school, officer, head):
    person = PersonFactory(organisation=school, known=[])
    with pytest.raises(Refused):
        actions.confirm_complete(recipient=person, parts=["grades"], actor=officer)
    actions.confirm_complete(recipient=person, parts=["grades", "awards"], actor=head)
    assert Person.objects.get().known == ["awards", "grades"]


def test_matters_are_recorded_with_their_paper_and_closed(ward, school, head):
    person = PersonFactory(organisation=school)
    receiver = actor(ward, Role.COMPLAINTS)
    with pytest.raises(Refused):
        actions.record_matter(recipient=person, kind="complaint", since=ON, basis="Đơn", actor=head)
    with pytest.raises(actions.CannotRecordFact):
        actions.record_matter(recipient=person, kind="complaint", since=ON, basis=" ", actor=receiver)
    row = actions.record_matter(
        recipient=person, kind="complaint", since=ON, basis="Thông báo thụ lý 12", actor=receiver
    )
    actions.close_matter(matter=row, until=date(2026, 12, 1), is_cleared=True, actor=receiver)
    assert (row.until, row.is_cleared) == (date(2026, 12, 1), True)


def test_head_counts_are_entered_once_a_period_and_anew(school, officer):
    body = CollectiveFactory(organisation=school)
    period = PeriodFactory(year=2026)
    for n in (35, 36):
        row = actions.count_heads(collective=body, period=period, n_members=n, n_ldtt=30, actor=officer)
    assert (body.years.count(), row.n_members) == (1, 36)
    with pytest.raises(actions.CannotSave) as refused:
        actions.count_heads(collective=body, period=period, n_members=20, n_ldtt=30, actor=officer)
    assert str(refused.value) == "There cannot be more of them than members."
