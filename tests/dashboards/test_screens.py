"""The screen of all pictures, one by itself, and the hour for which figures hold."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import person, place, sent
from factories.organisations import grant
from factories.register import award_to, entered
from factories.signing_in import client_of
from thidua.documents.spreadsheet import read_table
from thidua.modules.dashboards.models import Snapshot
from thidua.modules.dashboards.pictures import TABLE
from thidua.modules.organisations.api import Role, actor_for

pytestmark = pytest.mark.django_db

HERE = reverse("dashboards_list")


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def rows_of(page, code):
    [shown] = [one for one in page.context["shown"] if one.picture.code == code]
    return [(row.label, row.values) for row in shown.chart.rows]


def test_figures_hold_for_an_hour_or_until_they_are_asked_anew(at):
    client = client_of(at.specialist)
    assert rows_of(client.get(HERE), "units") == []
    entered(at.ward, at.specialist, award_to(person(at.school)))
    assert rows_of(client.get(HERE), "units") == []
    done = client.post(reverse("dashboards_ask"))
    assert done["Location"] == f"{HERE}?nam=2026"
    assert rows_of(client.get(HERE), "units") == [(at.school.name, (1, 0))]
    entered(at.ward, at.specialist, award_to(person(at.school, "Người Nữa")))
    with time_machine.travel(NOW + timedelta(minutes=61)):
        assert rows_of(client.get(HERE), "units") == [(at.school.name, (2, 0))]
    assert Snapshot.objects.count() == len(TABLE)


def test_kept_figures_cost_the_same_however_much_there_is(at):
    client = client_of(at.specialist)
    client.get(HERE)
    with CaptureQueriesContext(connection) as few:
        client.get(HERE)
    for n in range(3):
        entered(at.ward, at.specialist, award_to(person(at.school, f"Người {n}")))
    sent(at)
    client.post(reverse("dashboards_ask"))
    with CaptureQueriesContext(connection) as many:
        client.get(HERE)
    assert len(few) == len(many)


def test_a_picture_as_a_spreadsheet(at):
    entered(at.ward, at.specialist, award_to(person(at.school)))
    answer = client_of(at.specialist).get(reverse("dashboards_show", args=["units"]), {"xuat": "xlsx"})
    table = read_table(b"".join(answer.streaming_content))
    assert table.header == ("Đơn vị", "Cá nhân", "Tập thể, hộ gia đình")
    assert table.rows == ((at.school.name, 1, 0),)


def test_a_head_sees_his_unit_and_an_officer_is_told_for_whom_it_is(at):
    entered(at.ward, at.specialist, award_to(person(at.school)))
    assert rows_of(client_of(at.head).get(HERE), "units") == [(at.school.name, (1, 0))]
    refused = client_of(at.officer).get(HERE)
    assert refused.status_code == 403


def test_a_visiting_team_reads_and_does_not_count(at):
    visit = grant(at.ward, Role.VISITOR, until=TODAY + timedelta(days=5))
    visitor = client_of(actor_for(user_id=visit.user_id, name="", on=TODAY))
    assert visitor.get(HERE).status_code == 200
    assert visitor.post(reverse("dashboards_ask")).status_code == 403


@pytest.mark.parametrize("asked", ["0000", "9999", "abcd", "²²²²", ""])
def test_an_odd_year_is_brought_into_range(at, asked):
    assert client_of(at.specialist).get(HERE, {"nam": asked}).status_code == 200


def test_an_unknown_picture_is_not_there(at):
    assert client_of(at.specialist).get(reverse("dashboards_show", args=["khac"])).status_code == 404
