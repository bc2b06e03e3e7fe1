"""Members score themselves, another checks, the head settles: who may, what is kept, how the total comes about."""

from decimal import Decimal

import pytest

from conftest import NOW, TODAY
from factories.clusters import FIGURES, block, paper_block
from factories.organisations import OrganisationFactory, PeriodFactory, actor
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.clusters import policy, queries
from thidua.modules.clusters.actions import clusters, criteria, scoring, summary
from thidua.modules.clusters.drafts import CriterionDraft, Entry, Proof, Received, TermsDraft
from thidua.modules.clusters.keeping import CannotKeep
from thidua.modules.clusters.models import Criterion, CriterionGroup, Score
from thidua.modules.clusters.points import CannotScore
from thidua.modules.clusters.tally import Source

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture(autouse=True)
def _files(tmp_path, settings):
    settings.FILES_PATH = tmp_path


def test_a_total_explains_itself():
    made = block().open().settling()
    made.settle(1, c1="16")
    made.announce()
    card = made.cards()[1]
    found = queries.tally_of(card)
    assert [(str(line.counted), line.source) for line in found.lines()] == [
        ("24.49", Source.CHECKED),
        ("16.00", Source.SETTLED),
        ("-2.00", Source.CHECKED),
        ("2.00", Source.CHECKED),
    ]
    assert (card.total, found.total, card.place) == (D("40.49"), D("40.49"), 3)


def test_what_was_announced_is_what_is_counted_again():
    made = block(n=5).open().settling()
    made.settle(1, c1="16")
    made.announce()
    cards = made.cards()
    assert [card.total for card in cards] == [one.total for one in queries.tallies(made.year, cards)]
    assert [card.place for card in cards] == [1, 5, 2, 3, 4]


def test_a_member_scores_only_itself():
    made = block().open()
    card = made.cards()[0]
    for stranger in (made.officers[1], made.heads[2], actor(OrganisationFactory(), "unit_officer")):
        with pytest.raises(Refused):
            scoring.score(card=card, entries={}, version=0, actor=stranger)


def test_the_officer_fills_in_and_the_head_sends():
    made = block().open()
    card = made.score(0)
    with pytest.raises(Refused):
        scoring.move_card(card=card, step="send", actor=made.officers[0], on=TODAY)
    sent = scoring.move_card(card=card, step="send", actor=made.heads[0], on=TODAY)
    assert (sent.state, sent.sent_by_id, sent.is_sent_for_them) == ("sent", made.heads[0].user_id, False)


def test_the_desk_keys_in_for_a_member_and_it_is_shown():
    made = block().open()
    card = made.cards()[0]
    scoring.score(card=card, entries=made.entries(FIGURES), version=0, actor=made.desk)
    sent = scoring.move_card(card=card, step="send", actor=made.desk, on=TODAY)
    assert sent.is_sent_for_them is True


def test_nothing_is_sent_half_filled():
    made = block().open()
    card = made.cards()[0]
    one = made.criteria()[0]
    scoring.score(card=card, entries={one.pk: Entry(D(98))}, version=0, actor=made.officers[0])
    with pytest.raises(CannotMove) as refusal:
        scoring.move_card(card=card, step="send", actor=made.heads[0], on=TODAY)
    assert str(refusal.value) == "3 criteria are still to be scored."


def test_too_many_points_name_their_criterion():
    made = block().open()
    typed = made.criteria()[1]
    with pytest.raises(CannotScore) as refusal:
        scoring.score(
            card=made.cards()[0], entries={typed.pk: Entry(D(21))}, version=0, actor=made.officers[0]
        )
    assert (refusal.value.field, str(refusal.value)) == (f"c_{typed.pk}", "At most 20 points.")


def test_two_who_fill_in_at_once_get_both_texts():
    made = block().open()
    card = made.score(0)
    with pytest.raises(Conflict) as conflict:
        scoring.score(
            card=card, entries=made.entries(("1", "2", "3", "4")), version=0, actor=made.officers[0]
        )
    first = str(made.criteria()[0].pk)
    assert (conflict.value.theirs[first][0], conflict.value.mine[first][0]) == (D(49), D(1))


def test_nobody_checks_itself():
    made = block().open()
    card = made.cards()[0]
    with pytest.raises(scoring.CannotAssign):
        scoring.assign(year=made.year, checkers={card.pk: made.members[0]}, actor=made.desk)
    scoring.assign(year=made.year, checkers={card.pk: made.members[2]}, actor=made.desk)
    assert made.cards()[0].checker == made.members[2]
    made.send(0)
    sent = made.cards()[0]
    assert [policy.may_check(who, sent).allowed for who in made.officers] == [False, False, True]


def test_a_stranger_is_not_assigned():
    made, other = block().open(), block()
    with pytest.raises(scoring.CannotAssign):
        scoring.assign(year=made.year, checkers={made.cards()[0].pk: other.members[0]}, actor=made.desk)


def test_other_points_need_a_reason():
    made = block().open()
    made.send(0)
    typed = made.criteria()[1]
    with pytest.raises(scoring.CannotFill) as refusal:
        scoring.check(card=made.cards()[0], entries={typed.pk: Entry(D(10))}, actor=made.officers[1])
    assert refusal.value.field == f"c_{typed.pk}"


def test_a_check_is_taken_back_with_what_is_scored_anew():
    made = block().open()
    made.send(0)
    card = made.cards()[0]
    typed = made.criteria()[1]
    scoring.check(card=card, entries={typed.pk: Entry(D(10), "thiếu minh chứng")}, actor=made.officers[1])
    scoring.move_card(card=card, step="hand_back", actor=made.officers[1], on=TODAY, reason="Bổ sung")
    made.score(0)
    assert Score.objects.get(card=card, criterion=typed).checked is None


def test_the_head_of_the_year_and_the_desk_settle_and_nobody_else():
    made = block().open().settling()
    card = made.cards()[1]
    answers = [policy.may_settle(who, card).allowed for who in (made.desk, *made.officers)]
    assert answers == [True, True, False, False]


def test_a_settlement_needs_its_reason():
    made = block().open().settling()
    typed = made.criteria()[1]
    with pytest.raises(summary.CannotSettle):
        summary.settle(card=made.cards()[1], entries={typed.pk: Entry(D(16))}, actor=made.desk)


def test_criteria_are_frozen_once_scoring_opens():
    made = block().open()
    group = CriterionGroup.objects.filter(year=made.year).first()
    one = made.criteria()[0]
    changed = CriterionDraft(name="Khác", way="typed", most=D(5))
    for attempt in (
        lambda: criteria.add_group(year=made.year, name="Mới", ceiling=None, actor=made.desk),
        lambda: criteria.change_criterion(criterion=one, draft=changed, actor=made.desk),
        lambda: criteria.remove_criterion(criterion=one, actor=made.desk),
        lambda: criteria.remove_group(group=group, actor=made.desk),
        lambda: criteria.set_terms(year=made.year, terms=TermsDraft(decimals=0), version=1, actor=made.desk),
    ):
        with pytest.raises(Refused):
            attempt()


def test_a_sheet_is_copied_from_the_year_before():
    made = block()
    next_period = PeriodFactory(year=2027)
    year = criteria.begin_year(cluster=made.cluster, period=next_period, actor=made.desk, now=NOW)
    assert criteria.copy_criteria(year=year, actor=made.desk) == 4
    names = (
        Criterion.objects.filter(group__year=year)
        .order_by("group__place", "place")
        .values_list("name", "most")
    )
    assert list(names) == [(one.name, one.most) for one in made.criteria()]
    with pytest.raises(criteria.CannotCopy):
        criteria.copy_criteria(year=year, actor=made.desk)


@pytest.mark.parametrize(
    "fields",
    [
        {"way": "target", "most": D(10)},
        {"way": "minus", "most": D(10)},
        {"way": "typed", "most": D(0)},
        {"way": "typed", "most": D(5), "target": D(3)},
        {"way": "bonus", "most": D(5), "each": D(0)},
    ],
)
def test_a_criterion_that_cannot_be_scored_is_refused(fields):
    made = block()
    group = made.year.groups.first()
    with pytest.raises(CannotKeep):
        criteria.add_criterion(group=group, draft=CriterionDraft(name="x", **fields), actor=made.desk)


def test_one_head_on_a_day():
    made = block()
    days = {"since": made.cluster.since, "until": PeriodFactory(year=2026).until}
    with pytest.raises(CannotKeep) as refusal:
        clusters.appoint(cluster=made.cluster, member=made.members[1], role="head", actor=made.desk, **days)
    assert str(refusal.value) == "On one of these days there is a head already: end that first."
    clusters.appoint(cluster=made.cluster, member=made.members[1], role="deputy", actor=made.desk, **days)


def test_evidence_is_a_file_or_a_link():
    made = block().open()
    card, one = made.cards()[0], made.criteria()[0]

    def attach(proof: Proof):
        return scoring.attach(card=card, criterion=one, proof=proof, actor=made.officers[0], now=NOW)

    with pytest.raises(scoring.CannotProve):
        attach(Proof(label="Báo cáo"))
    with pytest.raises(scoring.CannotProve):
        attach(Proof(link="khong phai"))
    row = attach(Proof(label="Báo cáo", link="https://phuong.example/bao-cao"))
    assert [(e.label, e.link) for e in row.score.evidence.all()] == [
        ("Báo cáo", "https://phuong.example/bao-cao")
    ]
    scoring.detach(evidence=row, actor=made.officers[0])
    assert row.score.evidence.count() == 0


def test_who_sees_which_card():
    """While scoring: one's own and the sent one that one checks; the head all that were sent; the desk all."""
    made = block().open()
    made.send(1)
    ids = [card.pk for card in made.cards()]

    def seen(who) -> list[int]:
        return [ids.index(card.pk) for card in queries.cards_visible_to(who).order_by("member")]

    assert [seen(who) for who in (made.desk, *made.officers)] == [[0, 1, 2], [0, 1], [1], [1, 2]]
    assert seen(actor(OrganisationFactory(), "unit_officer")) == []
    assert seen(actor(made.ward, "clerk")) == []


def test_all_members_see_the_announced_result():
    made = block().open().settling()
    assert queries.cards_visible_to(made.officers[2]).count() == 2
    made.settle(1, c1="16")
    made.announce()
    assert queries.cards_visible_to(made.officers[2]).count() == 3


def test_a_block_that_is_run_on_paper():
    """Only our own unit scores; nobody here checks; what the block announces is recorded."""
    made = paper_block().open()
    card = made.cards()[0]
    assert [row.member.name for row in made.cards()] == [made.ward.name]
    assert card.checker is None
    officer, leader = made.officers[0], made.heads[0]
    scoring.score(card=card, entries=made.entries(FIGURES), version=0, actor=officer)
    with pytest.raises(Refused):
        scoring.move_card(card=card, step="send", actor=officer, on=TODAY)
    scoring.move_card(card=card, step="send", actor=leader, on=TODAY)
    with pytest.raises(CannotMove):
        summary.move_year(year=made.year, step="settle", actor=officer)
    summary.record(
        year=made.year,
        received={card.pk: Received(D("93.5"), 2)},
        basis="Thông báo số 7/TB-KTĐ",
        result_on=TODAY,
        actor=officer,
        on=TODAY,
    )
    kept = made.cards()[0]
    assert (kept.total, kept.place, made.fresh().state) == (D("93.5"), 2, "finished")
