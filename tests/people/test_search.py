"""Search without diacritics, in any word order, by unit; lists in a constant number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.people import CollectiveFactory, HouseholdFactory, PersonFactory, initiative
from thidua.foundation.paging import keyset
from thidua.modules.organisations.api import Role
from thidua.modules.people.queries import (
    collectives_list,
    households_list,
    initiatives_list,
    people_list,
    search,
    search_collectives,
    search_households,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return OrganisationFactory(parent=WardFactory(), name="Trường Tiểu học Quỳnh Mai")


@pytest.fixture
def officer(school):
    return actor(school, Role.UNIT_OFFICER)


@pytest.mark.parametrize("words", ["Đặng Ánh", "anh dang", "DANG", "anh quynh mai", "ánh giao viên"])
def test_a_person_is_found_by_words_in_any_order(school, officer, words):
    person = PersonFactory(organisation=school, name="Đặng Thị Ánh")
    PersonFactory(organisation=school, name="Lê Văn Đức")
    PersonFactory(name="Đặng Thị Ánh")
    assert list(search(officer, words)) == [person]


def test_collectives_and_households_are_found_in_the_scope(school, officer):
    body = CollectiveFactory(organisation=school, name="Tổ Toán")
    home = HouseholdFactory(organisation=school, head_name="Nguyễn Văn Đủ")
    CollectiveFactory(name="Tổ Toán")
    assert (list(search_collectives(officer, "toan to")), list(search_households(officer, "du"))) == (
        [body],
        [home],
    )


def test_filters_of_people(school, officer):
    teacher = PersonFactory(organisation=school, natures=["production"])
    guard = PersonFactory(organisation=school, position="manager", status_group="worker")
    assert list(people_list(officer, {"position": "manager"})) == [guard]
    assert list(people_list(officer, {"status_group": "public_employee"})) == [teacher]
    assert list(people_list(officer, {"nature": "production"})) == [teacher]
    assert list(people_list(officer, {"organisation": OrganisationFactory()})) == []


def test_names_are_ordered_by_the_given_name(school, officer):
    for name in ("Lê Văn Đức", "Trần Thị Ánh", "Vũ An", "Đỗ Dũng"):
        PersonFactory(organisation=school, name=name)
    page = keyset(people_list(officer, {}), order=("sort", "id"))
    assert [row.name for row in page.rows] == ["Vũ An", "Trần Thị Ánh", "Đỗ Dũng", "Lê Văn Đức"]


@pytest.mark.parametrize("n_rows", [1, 3])
def test_lists_cost_the_same_for_any_number_of_rows(school, officer, n_rows):
    for _ in range(n_rows):
        CollectiveFactory(organisation=school)
        HouseholdFactory(organisation=school)
        initiative(PersonFactory(organisation=school))
    costs = []
    for rows, order in (
        (people_list, ("sort", "id")),
        (collectives_list, ("sort", "id")),
        (households_list, ("sort", "id")),
        (initiatives_list, ("-year", "-id")),
    ):
        with CaptureQueriesContext(connection) as queries:
            found = keyset(rows(officer, {}), order=order).rows
            _shown = [row.organisation.name for row in found]
        costs.append((len(found), len(queries)))
    assert costs == [(n_rows, 1), (n_rows, 1), (n_rows, 1), (n_rows, 3)]
