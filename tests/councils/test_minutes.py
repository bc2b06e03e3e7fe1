from datetime import time

import pytest

from conftest import NOW
from factories.councils import open_room, room
from thidua.documents.letters import BallotCount, MinutesKind
from thidua.modules.councils import actions, letters
from thidua.modules.councils.models import Choice

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted():
    made = room(honours=("LDTT", "CSTDCS", "GK"))
    actions.change(
        sitting=made.sitting,
        begins_at=time(8, 30),
        ends_at=time(10, 0),
        place="Phòng họp số 2",
        tellers="Phạm Hữu Khuê, Trưởng ban\nLê Thị Cẩm",
        actor=made.secretary,
    )
    actions.open_voting(sitting=made.sitting, actor=made.secretary)
    first, second, third = (item.pk for item in made.items)
    for n in range(5):
        fighter = Choice.FOR if n < 3 else Choice.AGAINST
        choices = {first: Choice.FOR, second: fighter, third: Choice.FOR}
        actions.cast(sitting=made.sitting, choices=choices, actor=made.voter(n))
    made.close()
    return made


def test_titles_and_forms_have_minutes_of_their_own(counted):
    assert letters.minutes_kinds(counted.sitting) == [MinutesKind.TITLES, MinutesKind.FORMS]
    titles = letters.council_minutes(counted.sitting, MinutesKind.TITLES)
    assert [group.honour for group in titles.groups] == [
        "danh hiệu “Lao động tiên tiến”",
        "danh hiệu “Chiến sĩ thi đua cơ sở”",
    ]
    assert [(line.n_for, line.n_against, line.passed) for group in titles.groups for line in group.lines] == [
        (5, 0, True),
        (3, 2, False),
    ]
    assert titles.conclusion == (
        (
            "Hội đồng thống nhất đề nghị cấp có thẩm quyền khen thưởng 01 trường hợp đủ số phiếu đồng ý; "
            "01 trường hợp không được đề nghị."
        ),
    )
    forms = letters.council_minutes(counted.sitting, MinutesKind.FORMS)
    assert [group.honour for group in forms.groups] == ["Giấy khen"]


def test_the_tally_counts_one_paper_for_each_honour(counted):
    tally = letters.tally_minutes(counted.sitting)
    assert tally.counts[1] == BallotCount(name="Chiến sĩ thi đua cơ sở", n_issued=5, n_returned=5, n_valid=5)
    assert [teller.name for teller in tally.tellers] == ["Phạm Hữu Khuê", "Lê Thị Cẩm"]
    assert tally.ballot == "bỏ phiếu kín trên hệ thống"


def test_three_papers_are_drawn(counted):
    papers = actions.draw_minutes(sitting=counted.sitting, actor=counted.secretary, now=NOW)
    papers.append(actions.draw_tally(sitting=counted.sitting, actor=counted.secretary, now=NOW))
    assert [paper.kind for paper in papers] == ["council_minutes", "council_minutes", "tally_minutes"]
    assert {paper.pk for paper in actions.papers_of(counted.sitting)} == {paper.pk for paper in papers}


def test_minutes_wait_for_the_count():
    made = open_room()
    with pytest.raises(letters.CannotDraw, match="counted"):
        actions.draw_minutes(sitting=made.sitting, actor=made.secretary, now=NOW)
