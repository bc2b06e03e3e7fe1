"""Every step of a year and of a card from every state: where it leads, and what it needs."""

import pytest

from conftest import TODAY
from factories.clusters import block
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.clusters.actions import scoring, summary
from thidua.modules.clusters.models import CardState, ClusterYear, Scorecard, YearState
from thidua.modules.clusters.states import CARD, YEAR
from thidua.modules.organisations.api import system

pytestmark = pytest.mark.django_db
CARD_LEADS = {
    ("open", "send"): "sent",
    ("sent", "hand_back"): "open",
    ("sent", "check"): "checked",
    ("checked", "check_again"): "sent",
    ("open", "excuse"): "excused",
    ("sent", "excuse"): "excused",
    ("excused", "readmit"): "open",
}
YEAR_LEADS = {
    ("draft", "open"): "scoring",
    ("scoring", "rewrite"): "draft",
    ("scoring", "settle"): "settling",
    ("settling", "open_vote"): "voting",
    ("voting", "close_vote"): "settling",
    ("settling", "on_paper"): "settling",
    ("voting", "restart_vote"): "settling",
    ("settling", "restart_vote"): "settling",
    ("settling", "announce"): "finished",
    ("scoring", "record"): "finished",
    ("settling", "record"): "finished",
    ("finished", "reopen"): "settling",
}


@pytest.mark.parametrize("state", CardState.values)
def test_a_card_moves_from_its_states_only(state):
    made = block().open()
    made.send(0)
    made.check(0)
    card = made.cards()[0]
    for step in CARD:
        Scorecard.objects.filter(pk=card.pk).update(state=state, excuse="vắng", sent_on=TODAY)
        card.refresh_from_db()

        def take(name=step.name):
            return scoring.move_card(card=card, step=name, actor=made.desk, on=TODAY, reason="Lý do")

        if target := CARD_LEADS.get((state, step.name)):
            assert take().state == target
        else:
            with pytest.raises(Refused):
                take()


@pytest.mark.parametrize("state", YearState.values)
def test_a_year_moves_from_its_states_only(state):
    """The table itself; what each step needs is tried below."""
    for step in YEAR:
        year = ClusterYear(state=state)
        answer = YEAR.may(year, step.name, system(TODAY))
        assert answer.allowed == ((state, step.name) in YEAR_LEADS)
        if answer:
            assert step.target == YEAR_LEADS[state, step.name]


def test_scoring_needs_criteria_and_two_members():
    made = block(n=1)
    made.year.groups.all().delete()
    with pytest.raises(CannotMove) as refusal:
        made.open()
    assert str(refusal.value) == (
        "Write at least one criterion. A cluster needs at least two members in this period."
    )


def test_each_is_checked_by_the_next():
    made = block().open()
    pairs = {(card.member.pk, card.checker.pk) for card in made.cards()}
    one, two, three = (member.pk for member in made.members)
    assert pairs == {(one, two), (two, three), (three, one)}


def test_the_summary_waits_for_every_check_but_not_for_the_excused():
    made = block().open()
    made.send(0)
    made.check(0)
    made.send(1)
    made.check(1)
    with pytest.raises(CannotMove) as refusal:
        summary.move_year(year=made.year, step="settle", actor=made.desk)
    assert str(refusal.value) == "1 card is not cross-checked yet."
    scoring.move_card(card=made.cards()[2], step="excuse", actor=made.desk, on=TODAY, reason="Mới thành lập")
    assert summary.move_year(year=made.year, step="settle", actor=made.desk).state == "settling"


def test_nothing_is_announced_over_an_open_difference():
    made = block().open().settling()
    with pytest.raises(CannotMove) as refusal:
        made.announce()
    assert str(refusal.value) == "1 difference is not settled yet."
    made.settle(1, c1="16")
    assert made.announce().year.state == "finished"


def test_the_criteria_are_opened_again_only_before_anybody_scored():
    made = block().open()
    assert (
        summary.move_year(year=made.year, step="rewrite", actor=made.desk, reason="Sót tiêu chí").state
        == "draft"
    )
    assert made.year.cards.count() == 0
    made.fresh()
    made.open().score(0)
    with pytest.raises(CannotMove):
        summary.move_year(year=made.year, step="rewrite", actor=made.desk, reason="Sót tiêu chí")


def test_a_result_is_taken_back_with_a_reason():
    made = block().open().settling()
    made.settle(1, c1="16")
    made.announce()
    with pytest.raises(CannotMove):
        summary.move_year(year=made.year, step="reopen", actor=made.desk)
    year = summary.move_year(year=made.year, step="reopen", actor=made.desk, reason="Sai sót cộng điểm")
    assert (year.state, year.result_on, [card.place for card in made.cards()]) == (
        "settling",
        None,
        [None, None, None],
    )
