"""Kế hoạch phát động as a paper."""

import pytest

from conftest import NOW, TODAY
from factories.campaigns import campaign, indicator, launched, own_plan
from factories.dossiers import place
from factories.organisations import actor
from thidua.foundation.permissions import Refused
from thidua.modules.campaigns.actions.papers import draw_plan
from thidua.modules.campaigns.letters import plan_letter
from thidua.modules.campaigns.provides import may_read_paper
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.FILES_PATH = tmp_path


@pytest.fixture
def at():
    return place()


def test_the_plan_says_what_the_law_asks_for_with_its_targets(at):
    row = campaign(at)
    indicator(at, row)
    letter = plan_letter(row, TODAY)
    headings = [part.heading for part in letter.parts]
    assert headings.index("Thời gian thực hiện") >= 0
    tables = [part.table for part in letter.parts if part.table]
    assert tables[0].rows[0][0] == "Tuyến phố thông thoáng"
    assert any("Luật Thi đua, khen thưởng" in line for line in letter.opening)


def test_number_and_symbol_as_the_wizard_has_them(at):
    row = campaign(at)
    row.plan_number, row.plan_on = "5/KH-UBND", TODAY
    head = plan_letter(row, TODAY).head
    assert (head.number, head.symbol, head.day) == (5, "KH-UBND", TODAY)
    row.plan_number, row.plan_on = "", None
    head = plan_letter(row, TODAY).head
    assert (head.number, head.day) == (None, None)


def test_a_units_plan_names_the_campaign_above(at):
    above = launched(at)
    opening = plan_letter(own_plan(at, above), TODAY).opening
    assert any(f"“{above.name}”" in line for line in opening[:-1])


def test_the_plan_is_drawn_once_by_who_prepares(at):
    row = campaign(at)
    first = draw_plan(campaign=row, actor=at.specialist, on=TODAY, now=NOW)
    assert draw_plan(campaign=row, actor=at.specialist, on=TODAY, now=NOW) == first
    assert may_read_paper(at.specialist, first)
    with pytest.raises(Refused):
        draw_plan(campaign=row, actor=actor(at.ward, Role.CLERK), on=TODAY, now=NOW)
