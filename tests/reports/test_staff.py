"""Who works on emulation and commendation, beside a small staff counted by hand; the forms that stood before 2023."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.dossiers import person, place
from factories.signing_in import client_of
from thidua.foundation.permissions import Refused
from thidua.modules.reports import actions
from thidua.modules.reports.actions import CannotKeepStaff, CannotReport, StaffDraft, add_staff, end_staff
from thidua.modules.reports.counting import ALL, behind, count
from thidua.modules.reports.definitions import shipped
from thidua.modules.reports.models import Staff
from thidua.modules.reports.periods import span
from thidua.modules.reports.queries import staff_visible_to
from thidua.modules.reports.sources import Scope

pytestmark = pytest.mark.django_db
YEAR = span("2026")


@pytest.fixture
def at():
    return place()


@pytest.fixture
def scope(at):
    return Scope(at.ward.pk, YEAR.since, YEAR.until, TODAY)


def staff(at, name="Lê Thị Mẫu", born=1990, where=None, **said):
    unit = where or at.school
    draft = StaffDraft(**{"education": "bachelor", "since": date(2020, 1, 1)} | said)
    who = person(unit, name, birth_year=born)
    return add_staff(organisation=unit, person=who, draft=draft, actor=at.specialist, on=TODAY)


def test_0605_counts_age_education_and_years_in_the_work(at, scope):
    staff(at, "Một", 1999, since=date(2024, 1, 1))
    staff(at, "Hai", 1990, education="master")
    staff(at, "Ba", 1976, since=date(2006, 1, 1), is_full_time=True, where=at.ward)
    staff(at, "Bốn", None)
    left = staff(at, "Năm", 1980)
    end_staff(row=left, until=date(2026, 6, 1), actor=at.specialist)
    figures = count(shipped()["0605"].definition, scope)
    assert figures.at(ALL, ALL) == 4
    assert [figures.at(age, ALL) for age in ("under_30", "30_39", "40_49", "50_more", "-")] == [1, 1, 0, 1, 1]
    assert figures.at("30_39", "education=master") == 1
    assert (figures.at("50_more", "served=20_more"), figures.at(ALL, "served=5_9")) == (1, 2)
    assert behind(shipped()["0605"].definition, scope, "under_30", ALL).get().person.name == "Một"


def test_0604_counts_them_by_kind_of_body(at, scope):
    staff(at, "Một")
    staff(at, "Hai", where=at.ward, is_full_time=True)
    figures = count(shipped()["0604"].definition, scope)
    assert [figures.at(kind, "way=full") for kind in ("school", "commune")] == [0, 1]


def test_who_stands_there_already_or_from_tomorrow_is_refused(at):
    row = staff(at)
    again = {"organisation": row.organisation, "person": row.person, "actor": at.specialist, "on": TODAY}
    with pytest.raises(CannotKeepStaff):
        add_staff(draft=StaffDraft(education="master", since=TODAY), **again)
    with pytest.raises(CannotKeepStaff):
        staff(at, "Hai", since=TODAY + timedelta(days=1))
    with pytest.raises(CannotKeepStaff):
        end_staff(row=row, until=row.since, actor=at.specialist)


def test_whose_work_it_is(at):
    row = staff(at)
    with pytest.raises(Refused):
        end_staff(row=row, until=TODAY, actor=at.officer)
    assert end_staff(row=row, until=TODAY, actor=at.head).until == TODAY
    other = place()
    assert not staff_visible_to(other.specialist).exists()


def test_entered_and_ended_on_screen(client, at):
    client, who = client_of(at.specialist), person(at.school, "Vũ Thị Độc Nhất", birth_year=1990)
    typed = {
        "organisation": at.school.pk,
        "person": "Độc Nhất",
        "education": "master",
        "since": "",
        "once": "k",
    }
    assert "Độc Nhất" in client.post(reverse("staff_add"), typed).content.decode()
    client.post(reverse("staff_add"), typed | {"since": "01/02/2021", "is_full_time": "on"})
    row = Staff.objects.get()
    assert (row.person, row.since, row.is_full_time) == (who, date(2021, 2, 1), True)
    assert who.name in client.get(reverse("staff_list")).content.decode()
    client.post(reverse("staff_end", args=[row.pk]), {"last_on": "31/10/2026"})
    row.refresh_from_db()
    assert row.until == date(2026, 11, 1)


def test_the_list_asks_the_same_number_of_queries_for_one_and_three(at):
    client, counts = client_of(at.specialist), []
    for n in range(2):
        staff(at, f"Người {n}")
        client.get(reverse("staff_list"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("staff_list"))
        counts.append(len(captured))
        staff(at, f"Thêm {n}")
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("slug", "year", "stands"),
    [("0701", "2022", True), ("0701", "2023", False), ("0601", "2022", False), ("0601", "2023", True)],
)
def test_a_form_is_drawn_up_for_the_years_in_which_it_stood(at, slug, year, stands):
    said = {
        "organisation": at.ward,
        "form": shipped()[slug],
        "span": span(year),
        "actor": at.specialist,
        "now": NOW,
    }
    if stands:
        assert actions.draw_up(**said).form == slug
    else:
        with pytest.raises(CannotReport):
            actions.draw_up(**said)
