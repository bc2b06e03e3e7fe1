"""Old lists of awards and of initiatives: people are found, never guessed; awards wait before they join the chain."""

import pytest
from django.test import Client

from factories.intake import listed, posted
from factories.organisations import OrganisationFactory, WardFactory, grant
from factories.people import CollectiveFactory, PersonFactory
from thidua.modules.intake.models import IntakeState
from thidua.modules.organisations.api import Role
from thidua.modules.people.models import Initiative
from thidua.modules.register.models import Chain, Entry, Source

pytestmark = pytest.mark.django_db
HEAD = ["Họ và tên", "Năm sinh", "Danh hiệu", "Năm", "Số quyết định", "Ngày quyết định", "Cấp quyết định"]


@pytest.fixture
def ward():
    return WardFactory(name="Phường Bạch Mai")


@pytest.fixture
def school(ward):
    return OrganisationFactory(parent=ward, name="Trường Tiểu học Quỳnh Mai")


@pytest.fixture
def specialist(ward):
    client = Client(headers={"accept-language": "vi"})
    client.force_login(grant(ward, Role.SPECIALIST).user)
    return client


def award(name="Nguyễn Thị Mẫu", born="", honour="chien si thi dua co so", number="12/QĐ-UBND", year="2019"):
    return (name, born, honour, year, number, "15/01/2020", "Chủ tịch UBND quận Hai Bà Trưng")


def awards(client, school, *rows):
    return listed(client, school, *rows, head=HEAD, kind="khen-thuong-cu")


def test_old_awards_wait_and_then_join_the_chain_unchecked_and_for_good(specialist, school, ward):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    CollectiveFactory(name="Tổ 4", organisation=school)
    intake = awards(specialist, school, award(), award("Tổ 4", honour="Tập thể lao động tiên tiến"))
    assert intake.counts == {"new": 2}
    assert not Entry.objects.exists()
    posted(specialist, "approve", intake)
    first, second = Entry.objects.order_by("place")
    assert (first.honour, first.year, first.source, first.person.name) == (
        "CSTDCS",
        2019,
        Source.LIST,
        "Nguyễn Thị Mẫu",
    )
    assert second.collective.name == "Tổ 4"
    assert Chain.objects.get(body=ward).n_entries == 2
    page = posted(specialist, "undo", intake)
    assert page.status_code == 403
    assert Entry.objects.count() == 2


def test_of_two_namesakes_none_is_guessed(specialist, school):
    PersonFactory(name="Nguyễn Thị Mẫu", birth_year=1980, organisation=school)
    PersonFactory(name="Nguyễn Thị Mẫu", birth_year=1990, organisation=school)
    intake = awards(specialist, school, award(), award(born="1990"))
    assert intake.counts == {"wrong": 1, "new": 1}


def test_an_award_that_is_in_the_book_is_not_entered_again(specialist, school):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    posted(specialist, "approve", awards(specialist, school, award()))
    again = awards(specialist, school, award(number=""), award(number="99/QĐ-UBND"))
    assert again.counts == {"there": 1, "near": 1}
    posted(specialist, "approve", again)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    "row",
    [
        award("Người lạ"),
        award(honour="Danh hiệu lạ"),
        award(year="2021"),
        award(year=""),
    ],
)
def test_what_cannot_be_is_an_error(specialist, school, row):
    PersonFactory(name="Nguyễn Thị Mẫu", organisation=school)
    assert awards(specialist, school, row).counts == {"wrong": 1}


def test_an_officer_of_the_unit_brings_no_awards(school):
    client = Client()
    client.force_login(grant(school, Role.UNIT_OFFICER).user)
    assert client.get("/nhap-lieu/moi/khen-thuong-cu/").status_code == 403
    assert client.get("/nhap-lieu/moi/khong-co/").status_code == 404


def test_initiatives_with_their_authors_and_shares(specialist, school):
    for name in ("Nguyễn Thị Mẫu", "Trần Văn Ví"):
        PersonFactory(name=name, organisation=school)
    head = ["Tên sáng kiến", "Tác giả", "Năm công nhận", "Cấp công nhận"]
    rows = [
        ("Dạy toán bằng trò chơi", "Nguyễn Thị Mẫu 60%; Trần Văn Ví (40%)", "2024", "Cơ sở"),
        ("Thư viện xanh", "Nguyễn Thị Mẫu; Người Lạ", "2024", ""),
        ("Vườn trường", "Nguyễn Thị Mẫu 70%; Trần Văn Ví 40%", "2024", ""),
    ]
    intake = listed(specialist, school, *rows, head=head, kind="sang-kien")
    assert intake.counts == {"new": 1, "wrong": 2}
    posted(specialist, "approve", intake)
    shares = Initiative.objects.get().authors.order_by("-share").values_list("person__name", "share")
    assert list(shares) == [("Nguyễn Thị Mẫu", 60), ("Trần Văn Ví", 40)]
    posted(specialist, "undo", intake)
    intake.refresh_from_db()
    assert (intake.state, Initiative.objects.count()) == (IntakeState.UNDONE, 0)
