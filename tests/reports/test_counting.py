"""Each report beside a small register counted by hand."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from conftest import NOW, TODAY
from factories import campaigns
from factories.dossiers import collective, person, place
from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.register import BASIS, award_to, entered
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Kind
from thidua.modules.register.api import revoke
from thidua.modules.reports.counting import ALL, Figures, behind, count, differences
from thidua.modules.reports.definitions import Definition, shipped
from thidua.modules.reports.periods import choices, span
from thidua.modules.reports.sources import Scope

pytestmark = pytest.mark.django_db
YEAR = span("2026")


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


@pytest.fixture
def scope(at):
    return Scope(at.ward.pk, YEAR.since, YEAR.until, TODAY)


def at_province(*awards, at, number="9/QĐ-UBND", on=date(2026, 5, 4)):
    city = OrganisationFactory(kind=Kind.PROVINCE, parent=None)
    basis = replace(BASIS, decision_number=number, decided_on=on, decided_by="Chủ tịch UBND thành phố")
    return entered(city, actor(city, Role.SPECIALIST), *awards, basis=basis)


def register(at):
    """Two teachers, a head and a group at commune level; a teacher and an enterprise at province level."""
    one = person(at.school, "Trần Thị Minh Châu", position="direct_worker", sex="female")
    two = person(at.school, "Lê Văn Bếp", position="direct_worker", sex="male")
    head = person(at.school, "Phạm Thu Hà", position="leader", sex="female")
    factory = OrganisationFactory(parent=at.ward, kind=Kind.ENTERPRISE)
    room, shop = collective(at.school, "Tổ Toán"), collective(factory, "Xưởng may")

    def group(row, honour):
        found = award_to(head, honour)
        return replace(
            found,
            person_id=None,
            position="",
            collective_id=row.pk,
            name=row.name,
            organisation_id=row.organisation_id,
        )

    entered(at.ward, at.specialist, award_to(one), award_to(two), award_to(head), group(room, "TTLDTT"))
    at_province(award_to(one, "BK_TINH", ground="movement"), group(shop, "BK_TINH"), at=at)


def test_province_awards_by_recipient_and_ground(at, scope):
    register(at)
    figures = count(shipped()["0603"].definition, scope)
    assert list(figures.rows) == ["BK_TINH"]
    assert (figures.at("BK_TINH", ALL), figures.at(ALL, ALL)) == (2, 2)
    by = {key: figures.at("BK_TINH", key) for key, _words in figures.columns() if figures.at("BK_TINH", key)}
    assert by == {
        ALL: 2,
        "recipient=direct_worker": 1,
        "recipient=enterprise": 1,
        "ground=merit": 1,
        "ground=movement": 1,
    }


def test_all_awards_of_a_period_with_sums(at, scope):
    register(at)
    figures = count(shipped()["DK01"].definition, scope)
    assert {row: figures.at(row, ALL) for row in figures.rows} == {"BK_TINH": 2, "TTLDTT": 1, "LDTT": 3}
    assert (figures.at("LDTT", "recipient=leader"), figures.at("LDTT", "sex=female")) == (1, 2)
    assert (figures.at(ALL, "recipient=collective"), figures.at(ALL, "sex=male"), figures.at(ALL, ALL)) == (
        1,
        1,
        6,
    )


def test_another_time_and_another_place_are_not_counted(at, scope):
    register(at)
    later = span("2026-Q3")
    assert (
        count(shipped()["DK01"].definition, replace(scope, since=later.since, until=later.until)).rows == {}
    )
    assert count(shipped()["DK01"].definition, replace(scope, body_id=WardFactory().pk)).rows == {}


def test_a_revoked_award_leaves_the_figures_and_the_difference_says_so(at, scope):
    register(at)
    definition = shipped()["DK01"].definition
    before = count(definition, scope)
    entry = behind(definition, scope, "LDTT", "recipient=leader").get()
    revoke(
        entry=entry,
        basis=replace(BASIS, decision_number="20/QĐ"),
        note="Kê khai sai",
        actor=at.specialist,
        now=NOW,
    )
    changed = differences(before, count(definition, scope))
    assert ("LDTT", "recipient=leader", 1, 0) in [
        (row, key, then, now) for row, key, _w, _c, then, now in changed
    ]
    assert (ALL, ALL, 6, 5) in [(row, key, then, now) for row, key, _w, _c, then, now in changed]


def test_what_lies_behind_each_cell_is_what_it_counts(at, scope):
    register(at)
    for form in ("0603", "DK01", "DK02"):
        definition = shipped()[form].definition
        figures = count(definition, scope)
        for row in [ALL, *figures.rows]:
            for key, _words in figures.columns():
                assert behind(definition, scope, row, key).count() == figures.at(row, key), (form, row, key)


def test_a_blank_value_is_a_row_of_its_own(at, scope):
    register(at)
    figures = count(Definition("awards", "sex", ("level",)), scope)
    assert {row: figures.at(row, ALL) for row in figures.rows} == {"female": 3, "male": 1, "-": 2}
    assert figures.at(ALL, ALL) == 6


def test_campaigns_by_reach_and_length(at, scope):
    campaigns.launched(at, since=date(2026, 9, 1), until=date(2027, 9, 1))
    campaigns.launched(at, since=date(2026, 9, 1), until=date(2026, 12, 1), kind="regular")
    figures = count(shipped()["0601"].definition, scope)
    assert list(figures.rows) == ["nation", "local", "cluster", "unit"]
    assert {key: figures.at("local", key) for key, _w in figures.columns() if figures.at("local", key)} == {
        ALL: 2,
        "duration=1": 1,
        "duration=under_1": 1,
        "kind=regular": 1,
        "kind=thematic": 1,
    }


def test_the_digest_is_of_the_figures_and_survives_keeping(at, scope):
    register(at)
    figures = count(shipped()["DK01"].definition, scope)
    again = Figures.from_json(figures.to_json())
    assert (again.digest(), again.at("LDTT", ALL)) == (figures.digest(), 3)
    assert figures.digest() != count(shipped()["0603"].definition, scope).digest()


def test_the_same_queries_for_one_row_and_for_many(at, scope):
    entered(at.ward, at.specialist, award_to(person(at.school)))
    with CaptureQueriesContext(connection) as one:
        count(shipped()["DK02"].definition, scope)
    register(at)
    with CaptureQueriesContext(connection) as many:
        count(shipped()["DK02"].definition, scope)
    assert len(one) == len(many)


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
        ("2026-N2", date(2026, 7, 1), date(2027, 1, 1)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 4, 1)),
        ("2026-12", date(2026, 12, 1), date(2027, 1, 1)),
    ],
)
def test_periods(name, since, until):
    found = span(name)
    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize("name", ["", "2026-Q5", "2026-13", "1999", "2026-N3", "2026-1", "năm"])
def test_no_period(name):
    assert span(name) is None


def test_only_periods_that_have_begun_are_offered():
    names = [one.name for one in choices(TODAY)]
    assert "2026-11" in names
    assert "2026-12" not in names
    assert {"2014", "2024", "2025-Q1"} <= set(names)
    assert not {"2013", "2024-Q1"} & set(names)
    with translation.override("en"):
        assert span("2026-Q4").label == "quarter 4 of 2026"
