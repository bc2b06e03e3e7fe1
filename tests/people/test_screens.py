"""The screens of people: shown to those who may see, refused with a reason, filled in once."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from factories.organisations import OrganisationFactory, PeriodFactory, WardFactory, grant
from factories.people import (
    CollectiveFactory,
    GradeFactory,
    HouseholdFactory,
    PersonFactory,
    PostFactory,
    initiative,
)
from thidua.foundation import keys
from thidua.foundation.keys import ring, store
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Grade, Household, Initiative, Person, PersonMerge, Transfer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keys(tmp_path, settings):
    settings.DEMONSTRATION = True
    settings.KEYS_PATH = tmp_path / "keys.json"
    store.write_new(settings.KEYS_PATH, ring.begun(bytes(32), date(2026, 1, 1)))
    keys.load()


@pytest.fixture
def ward():
    return WardFactory()


@pytest.fixture
def school(ward):
    return OrganisationFactory(parent=ward, name="Trường Tiểu học Quỳnh Mai")


def signed_in(organisation: Organisation, *roles: str) -> Client:
    client = Client(headers={"accept-language": "vi"})
    client.force_login(grant(organisation, *roles).user)
    return client


@pytest.fixture
def officer(school):
    return signed_in(school, Role.UNIT_OFFICER)


@pytest.fixture
def head(school):
    return signed_in(school, Role.UNIT_HEAD)


def post(client: Client, url_name: str, /, *args: object, **fields: object):
    return client.post(reverse(url_name, args=args), fields)


IDENTITY = {"name": "Đặng Thị Ánh", "nationality": "Việt Nam"}
WORK = {
    "title": "Giáo viên",
    "position": "direct_worker",
    "status_group": "public_employee",
    "since": "01/09/2020",
}


def test_every_page_opens_for_the_head(school, head):
    person = PersonFactory(organisation=school)
    row, body, home = (
        initiative(person),
        CollectiveFactory(organisation=school),
        HouseholdFactory(organisation=school),
    )
    GradeFactory(person=person)
    PostFactory(person=person)
    pages = [
        *[(name, []) for name in ("people_list", "people_add", "people_look_up", "collectives_list")],
        *[(name, []) for name in ("collectives_add", "households_list", "households_add", "grades_list")],
        *[(name, []) for name in ("initiatives_list", "initiatives_add")],
        *[(f"people_{name}", [person.pk]) for name in ("show", "change", "confirm", "post", "discipline")],
        *[(f"people_{name}", [person.pk]) for name in ("leave", "training", "transfer")],
        *[(f"collectives_{name}", [body.pk]) for name in ("show", "change", "count", "confirm")],
        *[(f"households_{name}", [home.pk]) for name in ("show", "change", "confirm")],
        *[(f"initiatives_{name}", [row.pk]) for name in ("show", "change")],
    ]
    answers = {name: head.get(reverse(name, args=args)).status_code for name, args in pages}
    assert {name: status for name, status in answers.items() if status != 200} == {}


def test_another_units_rows_do_not_exist(school):
    person, body = PersonFactory(organisation=school), CollectiveFactory(organisation=school)
    home, row = HouseholdFactory(organisation=school), initiative(person)
    stranger = signed_in(OrganisationFactory(), Role.UNIT_HEAD)
    shown = [("people_show", person), ("people_change", person), ("collectives_show", body)]
    shown += [("households_show", home), ("initiatives_show", row)]
    assert [stranger.get(reverse(name, args=[row.pk])).status_code for name, row in shown] == [404] * 5


def test_without_the_role_it_is_403_with_a_reason(school):
    person = PersonFactory(organisation=school)
    member = signed_in(school, Role.TELLER)
    answer = member.get(reverse("people_change", args=[person.pk]))
    assert answer.status_code == 403
    assert "Chỉ cán bộ hoặc thủ trưởng đơn vị" in answer.content.decode()


def test_a_person_is_added_once_however_often_it_is_sent(school, officer):
    fields = {"organisation": school.pk, "once": "k1", "number": "001090012345"} | IDENTITY | WORK
    answers = [post(officer, "people_add", **fields) for _ in range(2)]
    person = Person.objects.get()
    assert [answer.headers["location"] for answer in answers] == [
        reverse("people_show", args=[person.pk])
    ] * 2
    assert (person.post, person.number_tail) == ("Giáo viên", "2345")


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(school, officer):
    fields = {"organisation": school.pk, "number": "12"} | IDENTITY | WORK
    answer = post(officer, "people_add", **fields).content.decode()
    assert "Hãy nhập đủ 12 chữ số của số định danh" in answer
    assert 'value="Đặng Thị Ánh"' in answer
    assert Person.objects.count() == 0


def test_two_on_one_record_get_both_texts(school, officer):
    person = PersonFactory(organisation=school, name="Đặng Thị Ánh")
    first = {"name": "Đặng Thị Ảnh", "nationality": "Việt Nam", "version": 0}
    assert post(officer, "people_change", person.pk, **first).status_code == 302
    answer = post(officer, "people_change", person.pk, **(first | {"name": "Đặng Thị Anh"}))
    text = answer.content.decode()
    assert (answer.status_code, "Đặng Thị Ảnh" in text, "Đặng Thị Anh" in text) == (409, True, True)
    assert 'name="version" value="1"' in text


def test_a_whole_list_of_grades_is_pasted(school, officer, head):
    one, other = (
        PersonFactory(organisation=school, name=name) for name in ("Trần Thị Minh Châu", "Phạm Văn Đức")
    )
    period = PeriodFactory(year=2026)
    address = f"{reverse('grades_list')}?don_vi={school.pk}&ky={period.pk}"
    pasted = "1\tTrần Thị Minh Châu\tHTXSNV\n2\tPhạm Văn Đức\tHoàn thành tốt nhiệm vụ"
    answer = officer.post(address, {"decision": "Quyết định 45", "pasted": pasted})
    assert answer.status_code == 302
    assert set(Grade.objects.values_list("person", "level", "check_state")) == {
        (one.pk, "excellent", "unchecked"),
        (other.pk, "good", "unchecked"),
    }
    fields = {"don_vi": school.pk, "ky": period.pk}
    assert post(officer, "grades_confirm", **fields).status_code == 403
    assert post(head, "grades_confirm", **fields).status_code == 302
    assert Grade.objects.filter(check_state="checked").count() == 2


def test_a_line_that_cannot_be_read_is_named(school, officer):
    PersonFactory(organisation=school, name="Trần Thị Minh Châu")
    period = PeriodFactory(year=2026)
    address = f"{reverse('grades_list')}?don_vi={school.pk}&ky={period.pk}"
    answer = officer.post(address, {"decision": "Quyết định 45", "pasted": "Lê Văn Lạ\tHTXSNV"})
    assert "Lê Văn Lạ" in answer.content.decode()
    assert Grade.objects.count() == 0


def test_an_initiative_is_recorded_with_authors_by_name(school, officer):
    people = [
        PersonFactory(organisation=school, name=name) for name in ("Trần Thị Minh Châu", "Phạm Văn Đức")
    ]
    fields = {"title": "Dạy học theo dự án", "kind": "initiative", "year": 2026, "scope": "base"}
    fields |= {"organisation": school.pk, "authors": "Trần Thị Minh Châu 60 %\nphạm đức 40"}
    assert post(officer, "initiatives_add", **fields).status_code == 302
    authors = Initiative.objects.get().authors.order_by("-share").values_list("person", "share")
    assert list(authors) == [(people[0].pk, 60), (people[1].pk, 40)]


def test_a_transfer_goes_through_both_units(ward, school, officer):
    target = OrganisationFactory(parent=ward, name="Trường Tiểu học Bạch Mai")
    person = PersonFactory(organisation=school)
    asked = post(officer, "people_transfer", person.pk, target=target.code, moves_on="01/11/2026")
    assert asked.status_code == 302
    receiver = signed_in(target, Role.UNIT_HEAD)
    assert "Tiếp nhận" in receiver.get(reverse("people_show", args=[person.pk])).content.decode()
    post(receiver, "people_accept_transfer", Transfer.objects.get().pk)
    assert Person.objects.get().organisation == target


def test_two_records_are_merged_and_split_on_screen(school, head):
    kept, merged = (PersonFactory(organisation=school, name="Đặng Thị Ánh") for _ in range(2))
    assert head.get(reverse("people_merge", args=[kept.pk, merged.pk])).status_code == 200
    post(head, "people_merge", kept.pk, merged.pk, reason="Cùng một người")
    moved_on = head.get(reverse("people_show", args=[merged.pk]))
    assert moved_on.headers["location"] == reverse("people_show", args=[kept.pk])
    post(head, "people_split", PersonMerge.objects.get().pk)
    assert Person.objects.filter(merged_into__isnull=True).count() == 2


def test_a_look_up_outside_says_only_that_there_is_one(school, officer):
    fields = {"organisation": school.pk, "number": "001090012345"} | IDENTITY | WORK
    post(officer, "people_add", **fields)
    stranger = signed_in(OrganisationFactory(), Role.UNIT_HEAD)
    answer = post(stranger, "people_look_up", number="001090012345").content.decode()
    assert ("thuộc cơ quan, đơn vị khác" in answer, "Đặng Thị Ánh" in answer) == (True, False)


def test_the_full_number_is_shown_to_the_head_only(school, officer, head):
    post(officer, "people_add", **({"organisation": school.pk, "number": "001090012345"} | IDENTITY | WORK))
    person = Person.objects.get()
    assert post(officer, "people_number", person.pk).status_code == 403
    assert post(head, "people_number", person.pk).content.decode().strip() == "001090012345"


def test_a_household_is_added_and_found(ward):
    specialist = signed_in(ward, Role.SPECIALIST)
    fields = {"organisation": ward.pk, "head_name": "Nguyễn Văn Đủ", "address": "12 phố Huế"}
    assert post(specialist, "households_add", **fields).status_code == 302
    found = specialist.get(reverse("households_list"), {"tim": "du nguyen"}).content.decode()
    assert "Nguyễn Văn Đủ" in found
    assert Household.objects.get().sort != ""


@pytest.mark.parametrize(
    "bad", ["tim=%00", "trang=xyz", "don_vi=abc", "nhom=khong", "don_vi=999999999999999999999"]
)
def test_a_bad_address_still_answers(school, officer, bad):
    PersonFactory(organisation=school)
    assert officer.get(f"{reverse('people_list')}?{bad}").status_code == 200
