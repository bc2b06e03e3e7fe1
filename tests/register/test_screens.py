"""The screens of the register: list, one award, old awards, the year's book."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from factories.organisations import OrganisationFactory, WardFactory, actor, grant
from factories.people import CollectiveFactory, HouseholdFactory, PersonFactory
from factories.register import award_to, entered
from thidua.foundation.models import Export
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Organisation
from thidua.modules.register import actions
from thidua.modules.register.letters import year_letter
from thidua.modules.register.lines import Basis
from thidua.modules.register.models import Entry, EntryCheck
from thidua.modules.register.queries import year_book

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _demonstration(settings):
    settings.DEMONSTRATION = True


def signed_in(organisation: Organisation, *roles: str) -> Client:
    client = Client(headers={"accept-language": "vi"})
    client.force_login(grant(organisation, *roles).user)
    return client


@pytest.fixture
def ward():
    return WardFactory()


@pytest.fixture
def teacher(ward):
    return PersonFactory(organisation=OrganisationFactory(parent=ward), name="Đặng Thị Ánh")


@pytest.fixture
def entry(ward, teacher):
    return entered(ward, actor(ward, Role.CLERK), award_to(teacher))[0]


@pytest.fixture
def specialist(ward):
    return signed_in(ward, Role.SPECIALIST)


def test_the_award_its_list_and_its_book_open(ward, entry, specialist):
    pages = [
        reverse("register_list"),
        reverse("register_show", args=[entry.pk]),
        reverse("register_book", args=[ward.chain.pk, 2026]),
        reverse("people_show", args=[entry.person_id]),
    ]
    texts = [specialist.get(page).content.decode() for page in pages]
    assert ["Lao động tiên tiến" in text and "Đặng Thị Ánh" in text for text in texts] == [True] * 4


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_book_of_a_year_is_drawn_to_be_bound(ward, entry, specialist, form, begins):
    answer = specialist.get(reverse("register_book_paper", args=[ward.chain.pk, 2026, form]))
    assert answer.content.startswith(begins)
    assert (Export.objects.latest("pk").table, Export.objects.latest("pk").n_rows) == ("year_book", 1)
    assert (
        specialist.get(reverse("register_book_paper", args=[ward.chain.pk, 2026, "odt"])).status_code == 404
    )


def test_a_line_of_the_book_says_whom_what_and_what_it_changes(ward, entry):
    basis = Basis(decided_by="Chủ tịch", decision_number="9/QĐ-UBND", decided_on=date(2026, 11, 20))
    clerk = actor(ward, Role.CLERK)
    act = actions.revoke(entry=entry, basis=basis, note="Kê khai gian dối", actor=clerk, now=NOW)
    letter = year_letter(ward.chain, 2026, year_book(ward.chain, 2026), keeper="", on=date(2026, 11, 24))
    first, second = letter.lines
    assert (first.award, first.note) == ("Lao động tiên tiến", "")
    assert second.note.endswith(f"số {entry.place}")
    assert (second.place, second.name) == (act.place, first.name)


def test_another_wards_book_does_not_exist(ward, entry):
    stranger = signed_in(WardFactory(), Role.SPECIALIST)
    pages = [reverse("register_show", args=[entry.pk]), reverse("register_book", args=[ward.chain.pk, 2026])]
    assert [stranger.get(page).status_code for page in pages] == [404, 404]
    assert "Đặng Thị Ánh" not in stranger.get(reverse("register_list")).content.decode()


OLD = {
    "person": "đặng ánh",
    "honour": "GK",
    "year": 2015,
    "ground": "movement",
    "line": "state",
    "decided_by": "Chủ tịch UBND quận Hai Bà Trưng",
    "source": "photo",
    "once": "k1",
}


def test_an_old_award_is_entered_once_and_compared(teacher, specialist):
    for _ in range(2):
        specialist.post(reverse("register_add_old"), OLD)
    entry = Entry.objects.get()
    assert "chưa đối chiếu" in specialist.get(reverse("register_show", args=[entry.pk])).content.decode()
    specialist.post(reverse("register_check", args=[entry.pk]), {"note": "Giấy khen gốc"})
    assert EntryCheck.objects.get().entry == entry


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"collective": "Tổ Toán"}, "Hãy nhập một cá nhân hoặc một tập thể."),
        ({"person": "không có ai"}, "Không có “không có ai” trong phạm vi của ông/bà."),
        ({"decided_on": "01/01/2014"}, "Quyết định không thể có trước năm được khen."),
        ({"first_year": 2015}, "Hãy nhập cả hai năm, năm đầu trước năm cuối."),
    ],
)
def test_what_cannot_be_is_said(ward, teacher, specialist, change, sentence):
    CollectiveFactory(organisation=ward, name="Tổ Toán")
    answer = specialist.post(reverse("register_add_old"), OLD | change)
    assert sentence in answer.content.decode()
    assert Entry.objects.count() == 0


def test_the_clerk_does_not_enter_old_awards(ward):
    answer = signed_in(ward, Role.CLERK).get(reverse("register_add_old"))
    assert answer.status_code == 403


def test_awards_stand_on_the_pages_of_collectives_and_households(ward, specialist):
    body, home = CollectiveFactory(organisation=ward), HouseholdFactory(organisation=ward)
    plain = {"organisation_id": ward.pk, "unit_name": ward.name, "person_id": None}
    someone = PersonFactory(organisation=ward)
    entered(
        ward,
        actor(ward, Role.CLERK),
        award_to(someone, "TTLDTT", **plain, collective_id=body.pk, name=body.name),
        award_to(someone, "GK", **plain, household_id=home.pk, name=home.head_name),
    )
    texts = [
        specialist.get(reverse(name, args=[pk])).content.decode()
        for name, pk in (("collectives_show", body.pk), ("households_show", home.pk))
    ]
    assert ["Tập thể lao động tiên tiến" in texts[0], "Giấy khen" in texts[1]] == [True, True]


@pytest.mark.parametrize("bad", ["nam=abc", "trang=xyz", "danh_hieu=KHONG", "don_vi=0", "tim=%00"])
def test_a_bad_address_still_answers(entry, specialist, bad):
    assert specialist.get(f"{reverse('register_list')}?{bad}").status_code == 200
