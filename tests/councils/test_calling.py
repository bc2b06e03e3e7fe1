"""The papers before the vote."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest

from conftest import NOW, TODAY
from factories.councils import room
from factories.organisations import actor
from thidua.documents.letters import CouncilDecision
from thidua.foundation.permissions import Refused
from thidua.modules.councils import actions, calling
from thidua.modules.councils.letters import CannotDraw
from thidua.modules.councils.provides import may_read_paper
from thidua.modules.organisations.api import Role
from thidua.modules.papers.models import PaperKind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_PATH = tmp_path


@pytest.fixture
def made():
    return room(honours=("LDTT", "GK"))


def draw(made, kind):
    return actions.draw_before_the_vote(sitting=made.sitting, kind=kind, actor=made.secretary, now=NOW)


def test_the_decision_names_every_member_with_the_seat(made):
    letter = calling.council_decision(made.council, TODAY)
    assert isinstance(letter, CouncilDecision)
    assert letter.seats[0].name == made.seats[0].name
    assert len(letter.seats) == len(made.seats)
    assert letter.seats[0].role == "Chủ tịch Hội đồng"
    assert any("Luật Thi đua, khen thưởng" in ground for ground in letter.grounds)


def test_a_decision_keeps_the_number_of_the_record(made):
    made.council.decision = "215/QĐ-UBND ngày 05/01/2026"
    letter = calling.council_decision(made.council, TODAY)
    assert (letter.head.number, letter.head.day) == (215, made.council.since)
    assert letter == calling.council_decision(made.council, TODAY.replace(year=TODAY.year + 3))
    made.council.decision = "chưa ban hành"
    assert calling.council_decision(made.council, TODAY).head.number is None


def test_a_council_on_initiatives_has_tasks_of_its_own(made):
    made.council.name = "Hội đồng sáng kiến phường"
    assert "sáng kiến" in calling.council_decision(made.council, TODAY).tasks[0]


def test_the_decision_is_drawn_and_read_by_the_members(made):
    paper = actions.draw_council(council=made.council, actor=made.secretary, on=TODAY, now=NOW)
    assert (paper.kind, paper.subject) == (PaperKind.COUNCIL_DECISION, f"council:{made.council.pk}")
    assert may_read_paper(made.voter(1), paper)
    assert may_read_paper(actor(room().ward, Role.SPECIALIST), paper) is False


def test_a_council_without_members_has_no_decision_to_draw(made):
    late = TODAY.replace(year=TODAY.year + 40)
    made.council.members.update(since=late.replace(month=12, day=31), until=None)
    with pytest.raises(CannotDraw):
        actions.draw_council(council=made.council, actor=made.secretary, on=late, now=NOW)


def test_the_invitation_calls_everybody_to_the_agenda(made):
    actions.change(sitting=made.sitting, begins_at=time(8, 30), place="Phòng họp số 2", actor=made.secretary)
    letter = calling.invitation(made.sitting)
    assert len(letter.to) == len(made.seats)
    assert letter.place == "Phòng họp số 2"
    assert letter.starts.hour == 8
    assert letter.agenda == (
        "Xét, đề nghị danh hiệu “Lao động tiên tiến”: 01 trường hợp",
        "Xét, đề nghị Giấy khen: 01 trường hợp",
    )
    assert draw(made, PaperKind.MEETING_INVITATION).title.startswith("Giấy mời họp ngày")


def test_an_invitation_before_hour_and_place_are_known_leaves_room(made):
    made.sitting.begins_at, made.sitting.place = None, ""
    letter = calling.invitation(made.sitting)
    assert letter.starts == made.sitting.held_on
    assert letter.place.startswith("…")


def test_each_honour_has_its_ballot(made):
    letter = calling.ballots(made.sitting)
    assert [group.honour for group in letter.groups] == ["danh hiệu “Lao động tiên tiến”", "Giấy khen"]
    assert draw(made, PaperKind.BALLOT).kind == PaperKind.BALLOT


def test_no_ballot_of_nobody_and_no_other_paper(made):
    with pytest.raises(CannotDraw):
        draw(made, PaperKind.CERTIFICATE)
    made.sitting.items.all().delete()
    with pytest.raises(CannotDraw):
        draw(made, PaperKind.BALLOT)


def test_a_member_does_not_draw(made):
    with pytest.raises(Refused):
        actions.draw_before_the_vote(
            sitting=made.sitting, kind=PaperKind.BALLOT, actor=made.voter(2), now=NOW
        )
    with pytest.raises(Refused):
        actions.draw_council(council=made.council, actor=made.voter(2), on=TODAY, now=NOW)
