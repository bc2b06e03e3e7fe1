"""A launched plan is amended by a paper: what was and what is now are kept, the units are told."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from conftest import NOW, TODAY
from factories.campaigns import campaign, launched
from factories.dossiers import place
from factories.signing_in import client_of
from thidua.foundation.permissions import Refused
from thidua.modules.campaigns.actions.amending import CannotAmend, amend
from thidua.modules.campaigns.actions.launching import move
from thidua.modules.campaigns.drafts import AmendmentDraft
from thidua.modules.campaigns.models import CampaignStep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def at():
    return place()


def by_paper(at, row, actor=None, **said):
    draft = AmendmentDraft(**{"number": "45/KH-UBND", "on": TODAY} | said)
    return amend(campaign=row, draft=draft, actor=actor or at.specialist, on=TODAY, now=NOW)


def notes(row):
    return [step.note for step in row.steps.filter(step="amended")]


def test_target_and_last_day_with_what_was_before(at):
    row = launched(at)
    one = row.indicators.get()
    by_paper(
        at, row, last_day=date(2027, 8, 31), targets={one.pk: Decimal(15)}, text="Kéo dài thêm hai tháng."
    )
    row.refresh_from_db()
    one.refresh_from_db()
    assert (row.until, one.target) == (date(2027, 9, 1), 15)
    assert notes(row)[0].splitlines() == [
        "By 45/KH-UBND of 23/11/2026.",
        "Kéo dài thêm hai tháng.",
        "Last day: 30/06/2027 → 31/08/2027.",
        "Tuyến phố thông thoáng: 12 → 15 tuyến.",
    ]


def test_nothing_amended_is_refused(at):
    row = launched(at)
    same = {row.indicators.get().pk: Decimal(12)}
    with pytest.raises(CannotAmend, match="Say what is amended"):
        by_paper(at, row, last_day=date(2027, 6, 30), targets=same)
    assert notes(row) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"on": TODAY + timedelta(days=1)}, "future"),
        ({"on": date(2026, 8, 31)}, "older than the launch"),
        ({"last_day": date(2026, 8, 31)}, "before the first"),
    ],
)
def test_days_that_cannot_be(at, said, words):
    with pytest.raises(CannotAmend, match=words):
        by_paper(at, launched(at), text="Khác", **said)


def test_only_what_runs_is_amended_by_who_may_launch(at):
    with pytest.raises(Refused):
        by_paper(at, campaign(at), text="Khác")
    row = launched(at)
    with pytest.raises(Refused):
        by_paper(at, row, actor=at.officer, text="Khác")
    move(campaign=row, step="end", actor=at.specialist, on=TODAY, now=NOW, reason="Xong")
    with pytest.raises(Refused):
        by_paper(at, row, text="Khác")
    assert not CampaignStep.objects.filter(step="amended").exists()


def test_on_the_screen_it_is_read_by_the_units(at):
    row = launched(at)
    desk = client_of(at.specialist)
    here = reverse("campaigns_amend", args=[row.pk])
    assert desk.get(here).status_code == 200
    said = {
        "number": "45/KH-UBND",
        "on": "23/11/2026",
        "text": "Thêm tuyến phố Huế.",
        "last_day": "30/06/2027",
    }
    assert desk.post(here, said | {"number": ""}).context["form"].errors
    assert desk.post(here, said)["Location"] == reverse("campaigns_show", args=[row.pk])
    page = client_of(at.officer).get(reverse("campaigns_show", args=[row.pk])).content.decode()
    assert "Thêm tuyến phố Huế." in page
