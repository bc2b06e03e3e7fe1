"""Who sees which entries, what filters find, and that a unit's awards follow its successions."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.people import PersonFactory
from factories.register import award_to, entered
from thidua.foundation.paging import keyset
from thidua.modules.organisations.api import Role, rebuild_closure
from thidua.modules.organisations.models import Organisation, Succession, SuccessionLink
from thidua.modules.register.queries import NEWEST, awards_of_unit, entries_list, visible_to, year_book

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward():
    return WardFactory()


@pytest.fixture
def clerk(ward):
    return actor(ward, Role.CLERK)


def teacher_in(organisation: Organisation, name: str = "Đặng Thị Ánh"):
    return PersonFactory(organisation=organisation, name=name)


def found(who, **filters) -> list[str]:
    return [f"{row.name} {row.honour}" for row in entries_list(who, filters).order_by(*NEWEST)]


def test_a_school_sees_its_own_awards_and_a_ward_its_whole_book(ward, clerk):
    first, second = OrganisationFactory(parent=ward), OrganisationFactory(parent=ward)
    entered(ward, clerk, award_to(teacher_in(first, "Người Một")), award_to(teacher_in(second, "Người Hai")))
    assert [row.name for row in visible_to(actor(first, Role.UNIT_OFFICER))] == ["Người Một"]
    assert {row.name for row in visible_to(clerk)} == {"Người Một", "Người Hai"}
    assert list(visible_to(actor(WardFactory(), Role.SPECIALIST))) == []


def test_filters_find_without_diacritics_in_any_order(ward, clerk):
    school = OrganisationFactory(parent=ward, name="Trường Tiểu học Quỳnh Mai")
    entered(
        ward,
        clerk,
        award_to(teacher_in(school), "LDTT", 2026),
        award_to(teacher_in(school), "CSTDCS", 2026),
        award_to(teacher_in(school, "Lê Văn Đức"), "LDTT", 2025, position="manager", ground="sudden"),
    )
    assert found(clerk, words="quynh anh dang") == ["Đặng Thị Ánh CSTDCS", "Đặng Thị Ánh LDTT"]
    assert found(clerk, words="112/qd") == ["Đặng Thị Ánh CSTDCS", "Đặng Thị Ánh LDTT", "Lê Văn Đức LDTT"]
    assert found(clerk, year=2025) == ["Lê Văn Đức LDTT"]
    assert found(clerk, honour="CSTDCS") == ["Đặng Thị Ánh CSTDCS"]
    assert found(clerk, ground="sudden") == ["Lê Văn Đức LDTT"]
    assert found(clerk, direct=True, honour="LDTT") == ["Đặng Thị Ánh LDTT"]


def test_awards_of_a_unit_follow_its_successions(ward, clerk):
    old = OrganisationFactory(parent=ward, name="Trường Tiểu học Bạch Mai")
    new = OrganisationFactory(parent=ward, name="Trường Tiểu học Hai Bà Trưng")
    entered(ward, clerk, award_to(teacher_in(old), year=2024))
    succession = Succession.objects.create(kind="merge", on=date(2025, 7, 1), decision="Nghị quyết 1656")
    SuccessionLink.objects.create(succession=succession, predecessor=old, successor=new, is_keeper=True)
    rebuild_closure([old.pk, new.pk])
    entered(ward, clerk, award_to(teacher_in(new), "CSTDCS"))
    head = actor(new, Role.UNIT_HEAD)
    assert [row.honour for row in awards_of_unit(head, new)] == ["CSTDCS", "LDTT"]
    assert found(head, organisation=new) == ["Đặng Thị Ánh CSTDCS", "Đặng Thị Ánh LDTT"]


def test_the_year_book_holds_what_was_decided_in_the_year(ward, clerk):
    entered(ward, clerk, award_to(teacher_in(ward)))
    assert [row.place for row in year_book(ward.chain, 2026)] == [1]
    assert list(year_book(ward.chain, 2025)) == []


@pytest.mark.parametrize("n_rows", [1, 3])
def test_a_page_costs_the_same_queries_for_any_number_of_rows(ward, clerk, n_rows):
    entered(ward, clerk, *[award_to(teacher_in(ward)) for _ in range(n_rows)])
    with CaptureQueriesContext(connection) as queries:
        page = keyset(entries_list(clerk, {}), order=NEWEST)
        assert len(page.rows) == n_rows
    assert len(queries) == 3
