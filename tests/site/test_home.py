"""The first page and the search over everything."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories.appraisal import dossier
from factories.decisions import in_force, voted
from factories.dossiers import NOW, ON, Place, place
from factories.organisations import WardFactory, actor
from thidua.modules.accounts.models import User
from thidua.modules.appraisal.actions import receive
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import CalendarDay
from thidua.site.month import month_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(settings: Any, tmp_path: Path) -> Place:
    settings.FILES_PATH = tmp_path
    return place()


@pytest.fixture
def signed_in(client: Client, time_machine: Any) -> Callable[[Actor], Client]:
    time_machine.move_to("2026-11-23T02:00:00Z", tick=False)

    def enter(who: Actor) -> Client:
        client.force_login(User.objects.get(pk=who.user_id))
        return client

    return enter


def labels(page: Any) -> list[str]:
    return [line.item.label for line in page.context["waiting"]]


def test_what_waits_is_on_the_first_page(at: Place, signed_in: Callable[[Actor], Client]) -> None:
    voted(at, "LDTT", "CSTDCS")
    assert "2 trường hợp chờ ra quyết định" in labels(signed_in(at.specialist).get("/"))
    assert "2 trường hợp chờ ra quyết định" not in labels(signed_in(at.officer).get("/"))


def test_days_left_are_working_days_as_in_the_appraisal(
    at: Place, signed_in: Callable[[Actor], Client]
) -> None:
    CalendarDay.objects.create(on=date(2026, 11, 30), is_working=False, note="Nghỉ bù")
    file = dossier(at.school, period=at.period)
    row = receive(dossier=file, actor=at.specialist, on=ON, now=NOW, n_days=9, days_basis="Quy chế")
    page = signed_in(at.specialist).get("/")
    (line,) = page.context["waiting"]
    assert (line.n_left, line.item.due_on) == (9, row.due_on) == (9, date(2026, 12, 7))
    assert "còn 9 ngày làm việc" in page.content.decode()


def test_somebody_without_a_role_is_told_whom_to_ask(at: Place, signed_in: Callable[[Actor], Client]) -> None:
    User.objects.get(pk=at.officer.user_id).grants.all().delete()
    assert "Bạn chưa được phân quyền" in signed_in(at.officer).get("/").content.decode()


def test_the_month_counts_what_happened_in_sight(at: Place) -> None:
    in_force(at, voted(at, "LDTT", "CSTDCS"))
    month = month_of(at.specialist, date(2026, 11, 30))
    assert month.totals == (1, 0, 1, 2)
    (row,) = month.rows
    assert (row.day, row.counts) == (date(2026, 11, 23), (1, 0, 1, 2))
    assert [cell.shade for cell in month.cells if cell.n] == [3]
    assert len(month.cells) == 30
    elsewhere = month_of(actor(WardFactory(), Role.SPECIALIST), date(2026, 11, 30))
    assert elsewhere.totals == (0, 0, 0, 0)


def test_the_month_is_asked_for_in_four_questions(at: Place) -> None:
    with CaptureQueriesContext(connection) as queries:
        month_of(at.specialist, date(2026, 11, 30))
    assert len(queries) == 4


@pytest.mark.parametrize("words", ["minh chau tran", "TRẦN THỊ MINH CHÂU", "châu"])
def test_search_finds_without_marks_in_any_order(
    at: Place, signed_in: Callable[[Actor], Client], words: str
) -> None:
    in_force(at)
    page = signed_in(at.specialist).get("/tim-kiem/", {"q": words})
    kinds = {kind: [hit.label for hit in hits] for kind, hits in page.context["groups"].items()}
    assert kinds["Cá nhân"] == ["Trần Thị Minh Châu"]
    assert kinds["Sổ khen thưởng"] == ["Trần Thị Minh Châu: Lao động tiên tiến"]


def test_search_finds_a_decision_by_its_number(at: Place, signed_in: Callable[[Actor], Client]) -> None:
    decision = in_force(at, number=112)
    page = signed_in(at.specialist).get("/tim-kiem/", {"q": "112/QĐ-UBND"})
    assert [hit.label for hit in page.context["groups"]["Quyết định"]] == [f"112/QĐ-UBND: {decision.title}"]


def test_search_shows_nothing_of_other_bodies(at: Place, signed_in: Callable[[Actor], Client]) -> None:
    in_force(at)
    stranger = signed_in(actor(WardFactory(), Role.SPECIALIST))
    assert stranger.get("/tim-kiem/", {"q": "minh châu"}).context["groups"] == {}
    assert stranger.get("/tim-kiem/", {"q": "a"}).context["is_too_short"] is True
