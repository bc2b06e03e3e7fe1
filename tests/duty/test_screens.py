"""The board on screen, a unit's year, the form for a month without."""

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW
from factories.dossiers import place
from factories.exemplars import tip
from factories.organisations import OrganisationFactory
from thidua.documents.spreadsheet import read_table
from thidua.modules.accounts.models import User
from thidua.modules.duty.models import EmptyMonth

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clean():
    cache.clear()
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def test_none_is_typed_and_stands_on_the_page(client, at):
    sign_in(client, at.officer)
    here = reverse("duty_none", args=[at.school.pk, 2026, 11])
    refused = client.post(here, {"sides": ["own"], "reason": ""})
    assert list(refused.context["form"].errors) == ["reason"]
    done = client.post(here, {"sides": ["own", "upward"], "reason": "Chưa có trường hợp nổi bật"})
    assert done["Location"] == f"{reverse('duty_unit', args=[at.school.pk])}?nam=2026"
    assert EmptyMonth.objects.count() == 2
    behind = client.get(done["Location"]).context["told"][0][0]
    assert (behind.own_word, behind.upward_word) == ("Chưa có trường hợp nổi bật",) * 2


@pytest.mark.parametrize("month", [(2026, 12), (2026, 13), (2027, 1), (1999, 1), (9999, 1)])
def test_no_other_month_has_a_form(client, at, month):
    sign_in(client, at.officer)
    assert client.get(reverse("duty_none", args=[at.school.pk, *month])).status_code == 404


@pytest.mark.parametrize("asked", ["0000", "9999", "abcd", "²²²²", "-1", ""])
def test_an_odd_year_is_brought_into_range(client, at, asked):
    sign_in(client, at.officer)
    assert client.get(reverse("duty_list"), {"nam": asked}).status_code == 200


def test_the_month_that_runs_is_counted_without_names(client, at):
    sign_in(client, at.specialist)
    tip(at)
    assert client.get(reverse("duty_list")).context["now"] == {
        "n": 11,
        "proposed": 0,
        "nothing": 0,
        "open": 1,
    }
    assert client.get(reverse("duty_list"), {"nam": "2025"}).context["now"] is None


def test_the_board_goes_out_to_excel(client, at):
    sign_in(client, at.specialist)
    tip(at)
    file = client.get(reverse("duty_list"), {"xuat": "xlsx"})
    table = read_table(b"".join(file.streaming_content))
    [line] = table.rows
    assert (len(table.header), line[0], line[22]) == (25, at.school.name, "có giới thiệu, chưa đề xuất")


@pytest.mark.parametrize("name", ["duty_list", "duty_unit"])
def test_a_page_costs_the_same_for_any_number(client, at, name):
    sign_in(client, at.specialist)
    address = reverse(name, args=[at.school.pk] if name == "duty_unit" else [])
    tip(at)
    client.get(address)

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    one = n_queries()
    OrganisationFactory(parent=at.ward)
    OrganisationFactory(parent=at.ward)
    tip(at)
    tip(at)
    assert n_queries() == one
