"""The record that the law compares: known lists are whole, unknown ones are left out, unchecked facts say so."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.organisations import PeriodFactory, WardFactory, actor
from factories.people import (
    CollectiveFactory,
    GradeFactory,
    HouseholdFactory,
    PersonFactory,
    PostFactory,
    initiative,
)
from factories.register import NOW, award_to, entered
from thidua.law.record import Record
from thidua.modules.organisations.api import Role
from thidua.modules.people.kinds import Part
from thidua.modules.people.models import CollectiveYear, Discipline, Leave, Matter, Training
from thidua.modules.register.api import Basis, Recipients, enter_historical, record_for, records_for
from thidua.modules.register.models import Source

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 23)
NOTHING = {"titles": [], "awards": [], "grades": [], "initiatives": [], "leave": []} | {
    "work": [],
    "discipline": [],
    "pending": [],
    "training": False,
}


@pytest.fixture
def ward():
    return WardFactory()


def test_an_empty_record_that_somebody_answers_for_is_complete(ward):
    person = PersonFactory(organisation=ward)
    assert record_for(person=person.pk, on=ON) == NOTHING


def test_a_record_nobody_answers_for_is_unknown(ward):
    person = PersonFactory(organisation=ward, known=[])
    GradeFactory(person=person)
    assert record_for(person=person.pk, on=ON) == {}


def test_each_part_is_answered_for_apart(ward):
    person = PersonFactory(organisation=ward, known=[Part.GRADES, Part.AWARDS])
    GradeFactory(person=person, period=PeriodFactory(year=2025))
    assert record_for(person=person.pk, on=ON) == {
        "grades": [{"year": 2025, "grade": "excellent", "checked": True}],
        "titles": [],
        "awards": [],
    }


def test_titles_and_awards_come_from_the_register(ward):
    person = PersonFactory(organisation=ward, known=[Part.AWARDS])
    entered(
        ward,
        actor(ward, Role.CLERK),
        award_to(person, "CSTDCS", 2026),
        award_to(person, "GK", 2026, ground="sudden", first_year=2025, last_year=2026),
    )
    assert record_for(person=person.pk, on=ON) == {
        "titles": [{"honour": "CSTDCS", "year": 2026, "checked": True}],
        "awards": [
            {
                "honour": "GK",
                "year": 2026,
                "by": "sudden",
                "checked": True,
                "on": date(2026, 6, 30),
                "for_years": [2025, 2026],
            }
        ],
    }
    assert record_for(person=person.pk, on=date(2026, 6, 29)) == {"titles": [], "awards": []}


def test_an_unchecked_old_award_is_no_proof(ward):
    person = PersonFactory(organisation=ward, known=[Part.AWARDS])
    enter_historical(
        body=ward,
        basis=Basis(decided_by="Chủ tịch UBND quận"),
        award=award_to(person, "CSTDCS", 2019),
        source=Source.DECLARED,
        actor=actor(ward, Role.SPECIALIST),
        now=NOW,
    )
    record = record_for(person=person.pk, on=ON)
    assert record["titles"] == [{"honour": "CSTDCS", "year": 2019, "checked": False}]


def test_the_law_reads_every_part(ward):
    person = PersonFactory(organisation=ward)
    PostFactory(person=person)
    GradeFactory(person=person, period=PeriodFactory(year=2026), check_state="unchecked")
    initiative(person, year=2026)
    Leave.objects.create(person=person, kind="study", year=2025, months=10, result="gioi", rules_obeyed=True)
    Discipline.objects.create(person=person, kind="reprimand", on=date(2021, 3, 1), until=date(2022, 3, 1))
    Matter.objects.create(
        person=person, kind="complaint", since=date(2026, 10, 1), basis="Thông báo thụ lý 12"
    )
    Training.objects.create(person=person, year=2024, basis="Quyết định 5")
    record = record_for(person=person.pk, on=ON)
    assert record["leave"] == [
        {"kind": "study", "year": 2025, "months": 10, "result": "gioi", "rules_obeyed": True}
    ]
    assert record["work"] == [{"place": "same", "since": date(2020, 9, 1), "status": "staff"}]
    assert record["pending"] == [{"kind": "complaint", "since": date(2026, 10, 1)}]
    assert record["grades"] == [{"year": 2026, "grade": "excellent", "checked": False}]
    read = Record.from_dict(record)
    assert (read.training, len(read.initiatives), len(read.discipline)) == (True, 1, 1)


def test_two_grades_of_a_year_are_one_for_the_law(ward):
    """Somebody moved from a school to an office in 2026: the grade of the kind of the present unit counts."""
    person = PersonFactory(organisation=ward, known=[Part.GRADES])
    school_year = PeriodFactory(kind="school", year=2026, label="năm học 2025–2026", since=date(2025, 9, 1))
    GradeFactory(person=person, period=school_year, level="excellent")
    GradeFactory(person=person, period=PeriodFactory(year=2026), level="good")
    record = record_for(person=person.pk, on=ON)
    assert record["grades"] == [{"year": 2026, "grade": "good", "checked": True}]
    Record.from_dict(record)


def test_a_collective_is_counted_in_the_year_asked(ward):
    body = CollectiveFactory(organisation=ward, known=[])
    for year, n_members in ((2025, 30), (2026, 35)):
        CollectiveYear.objects.create(
            collective=body,
            period=PeriodFactory(year=year),
            n_members=n_members,
            n_ldtt=20,
            all_completed=True,
        )
    counts = {"ldtt": 20, "warned": 0, "all_completed": True, "dissolved": False}
    assert record_for(collective=body.pk, on=ON, year=2025) == {"collective": counts | {"members": 30}}
    assert record_for(collective=body.pk, on=ON) == {"collective": counts | {"members": 35}}


@pytest.mark.parametrize("n_each", [1, 3])
def test_many_records_cost_as_many_queries_as_one(ward, n_each):
    people = [PersonFactory(organisation=ward) for _ in range(n_each)]
    bodies = [CollectiveFactory(organisation=ward) for _ in range(n_each)]
    homes = [HouseholdFactory(organisation=ward) for _ in range(n_each)]
    entered(ward, actor(ward, Role.CLERK), *[award_to(person) for person in people])
    for person in people:
        GradeFactory(person=person)
    wanted = Recipients([p.pk for p in people], [b.pk for b in bodies], [h.pk for h in homes])
    with CaptureQueriesContext(connection) as queries:
        assert len(records_for(wanted, on=ON)) == 3 * n_each
    assert len(queries) == 19
