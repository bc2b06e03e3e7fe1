from dataclasses import replace

import pytest

from conftest import NOW, TODAY
from factories.appraisal import agreed, collective, dossier, person, school_of
from factories.councils import BASIS, open_room, room
from factories.organisations import actor
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.consultations import actions as consultations
from thidua.modules.consultations.drafts import ShowingDraft
from thidua.modules.councils import actions
from thidua.modules.councils.ballots.count import Votes
from thidua.modules.councils.models import (
    CastBallot,
    Choice,
    ItemResult,
    SealedBallot,
    SittingState,
    Turnout,
    VotingWay,
)
from thidua.modules.councils.shares import Share
from thidua.modules.dossiers.models import CandidateState, DossierState

pytestmark = pytest.mark.django_db


def test_a_title_by_law_needs_four_fifths_of_all_members():
    made = room(honours=("LDTT", "CSTDCS"))
    fighter = made.items[1]
    assert (fighter.share_numerator, fighter.share_denominator) == (4, 5)
    assert fighter.share_basis != ""
    with pytest.raises(Refused):
        actions.set_share(
            sitting=made.sitting,
            honour="CSTDCS",
            share=Share(1, 2),
            basis=BASIS,
            actor=made.secretary,
        )


def test_without_a_share_voting_cannot_open():
    made = room()
    made.sitting.items.update(share_numerator=None, share_basis="")
    with pytest.raises(CannotMove, match="no share of votes by law"):
        actions.open_voting(sitting=made.sitting, actor=made.secretary)


def test_voting_waits_while_a_candidate_is_shown_to_the_public():
    at = room()
    [item] = at.items
    file, desk = item.candidate.dossier, actor(at.ward, "specialist")
    draft = ShowingDraft(
        basis="Quy chế, Điều 5",
        opens_on=TODAY,
        ends_on=TODAY,
        blocks=True,
        summaries={item.candidate_id: "Dạy giỏi"},
    )
    row = consultations.show(dossier=file, draft=draft, actor=desk, on=TODAY, now=NOW)
    with pytest.raises(CannotMove, match=r"is shown to the public until 23/11/2026 \(Quy chế, Điều 5\)"):
        actions.open_voting(sitting=at.sitting, actor=at.secretary)
    consultations.withdraw(showing=row, reason="Nhầm", actor=desk)
    actions.open_voting(sitting=at.sitting, actor=at.secretary)


def test_without_quorum_voting_cannot_open():
    made = room()
    absent = {row.pk: False for row in made.sitting.attendance.all()[:3]}
    actions.set_attendance(sitting=made.sitting, present=absent, ways={}, actor=made.secretary)
    with pytest.raises(CannotMove, match="2 of 5"):
        actions.open_voting(sitting=made.sitting, actor=made.secretary)


def test_all_on_screen():
    made = open_room()
    for n in range(5):
        made.vote(n, Choice.FOR if n < 4 else Choice.AGAINST)
    made.close()
    item = made.items[0]
    assert (item.n_in_favour, item.n_against, item.n_invalid, item.result) == (4, 1, 0, ItemResult.PASSED)
    assert item.candidate.state == CandidateState.PASSED
    assert item.candidate.dossier.state == DossierState.VOTED
    assert made.sitting.state == SittingState.CLOSED
    assert SealedBallot.objects.count() == 0
    assert CastBallot.objects.filter(item=item).count() == 5
    assert Turnout.objects.count() == 5


def test_the_absent_count_in_the_denominator():
    made = open_room(share=(4, 5))
    for n in range(3):
        made.vote(n)
    made.close()
    assert made.items[0].result == ItemResult.FAILED
    assert (
        made.items[0].candidate.outcome_reason == "3 of 5 members in favour; needed of all members: ≥ 80 %."
    )


def test_what_builds_on_a_failed_title_drops():
    made = open_room(honours=("LDTT", "CSTDCS"))
    lower, upper = made.items
    for n in range(5):
        choices = {lower.pk: Choice.AGAINST, upper.pk: Choice.FOR}
        actions.cast(sitting=made.sitting, choices=choices, actor=made.voter(n))
    made.close()
    assert [item.result for item in made.items] == [ItemResult.FAILED, ItemResult.DROPPED]
    upper = made.items[1].candidate
    assert upper.state == CandidateState.FAILED
    assert upper.outcome_reason == "Builds on “Lao động tiên tiến”, which was not passed in this sitting."


def test_the_same_member_votes_once():
    made = open_room()
    made.vote(0)
    with pytest.raises(Refused, match="You have voted"):
        made.vote(0)
    assert (Turnout.objects.count(), SealedBallot.objects.count()) == (1, 1)


def test_nobody_else_votes():
    made = open_room()
    with pytest.raises(Refused, match="Only members"):
        actions.cast(sitting=made.sitting, choices={made.items[0].pk: Choice.FOR}, actor=made.secretary)


def test_a_ballot_is_complete():
    made = open_room(honours=("LDTT", "CSTDCS"))
    with pytest.raises(actions.CannotVote):
        actions.cast(sitting=made.sitting, choices={made.items[0].pk: Choice.FOR}, actor=made.voter(0))
    assert Turnout.objects.count() == 0


def test_one_or_two_ballots_on_screen_are_not_opened():
    made = open_room()
    made.vote(0)
    with pytest.raises(actions.CannotClose, match="Only 1 ballot"):
        made.close()
    actions.restart(sitting=made.sitting, reason="Chuyển sang bỏ phiếu giấy", actor=made.secretary)
    made.sitting.refresh_from_db()
    assert made.sitting.state == SittingState.PLANNED
    assert (Turnout.objects.count(), SealedBallot.objects.count()) == (0, 0)


def test_too_few_on_screen_cannot_open():
    made = room()
    ways = {row.pk: VotingWay.PAPER for row in made.sitting.attendance.all()[:3]}
    actions.set_attendance(sitting=made.sitting, present={}, ways=ways, actor=made.secretary)
    with pytest.raises(CannotMove, match="Fewer than three"):
        actions.open_voting(sitting=made.sitting, actor=made.secretary)


def test_two_tellers_on_paper_must_agree():
    made = open_room(ways=VotingWay.PAPER)
    item = made.items[0].pk
    first, second = made.teller(), made.teller()
    with pytest.raises(CannotMove, match="Both tellers"):
        made.close()
    actions.key_counts(sitting=made.sitting, counts={item: Votes(4, 1)}, actor=first)
    actions.key_counts(sitting=made.sitting, counts={item: Votes(5, 0)}, actor=second)
    with pytest.raises(CannotMove, match="differ on 1 item"):
        made.close()
    with pytest.raises(Refused, match="Two other tellers"):
        actions.key_counts(sitting=made.sitting, counts={item: Votes(4, 1)}, actor=made.teller())
    actions.key_counts(sitting=made.sitting, counts={item: Votes(4, 1)}, actor=second)
    made.close()
    assert (made.items[0].n_in_favour, made.items[0].n_against) == (4, 1)


def test_more_ballots_than_voters_are_refused():
    made = open_room(ways=VotingWay.PAPER)
    with pytest.raises(actions.CannotKey, match="6 ballots"):
        actions.key_counts(sitting=made.sitting, counts={made.items[0].pk: Votes(5, 1)}, actor=made.teller())


def test_screen_and_paper_are_added():
    made = room(n_members=7)
    paper = {row.pk: VotingWay.PAPER for row in made.sitting.attendance.order_by("member_id")[:3]}
    actions.set_attendance(sitting=made.sitting, present={}, ways=paper, actor=made.secretary)
    actions.open_voting(sitting=made.sitting, actor=made.secretary)
    for n in range(3, 7):
        made.vote(n, Choice.BLANK if n == 3 else Choice.FOR)
    made.key(Votes(2, 1))
    made.close()
    item = made.items[0]
    assert (item.n_in_favour, item.n_against, item.n_invalid) == (5, 1, 1)


def test_a_member_whose_unit_is_the_candidate_does_not_vote_on_it():
    made = room()
    school = school_of(made.ward)
    made.seats[2].unit = school
    made.seats[2].save()
    file = dossier(school, DossierState.APPRAISED)
    agreed(file, collective(school), "TTLDTT")
    actions.put_dossier(sitting=made.sitting, dossier=file, actor=made.secretary, on=TODAY, now=NOW)
    actions.set_share(
        sitting=made.sitting, honour="TTLDTT", share=Share(1, 2), basis=BASIS, actor=made.secretary
    )
    made.items = list(made.sitting.items.order_by("place"))
    item = made.items[1]
    assert [member.pk for member in item.recused.all()] == [made.seats[2].pk]
    with pytest.raises(CannotMove, match="Confirm which members"):
        actions.open_voting(sitting=made.sitting, actor=made.secretary)
    actions.confirm_recusals(
        sitting=made.sitting, by_item={item.pk: [made.seats[2].pk]}, basis=BASIS, actor=made.secretary
    )
    actions.open_voting(sitting=made.sitting, actor=made.secretary)
    for n in range(5):
        made.vote(n)
    made.close()
    assert [item.n_in_favour for item in made.items] == [5, 4]


def test_recusals_need_their_rule():
    made = room()
    with pytest.raises(actions.CannotPut, match="Name the rule"):
        actions.confirm_recusals(
            sitting=made.sitting,
            by_item={made.items[0].pk: [made.seats[0].pk]},
            basis=" ",
            actor=made.secretary,
        )


def test_the_agenda_follows_the_chain():
    made = room(honours=("CSTDCS", "GK", "LDTT"))
    assert [item.candidate.honour for item in made.items] == ["LDTT", "CSTDCS", "GK"]
    assert [item.pk for item in made.items[1].depends_on.all()] == [made.items[0].pk]


def test_a_cancelled_sitting_frees_its_candidates():
    made = open_room()
    made.vote(0)
    actions.cancel(sitting=made.sitting, reason="Hoãn họp", actor=made.secretary)
    assert made.sitting.items.count() == 0
    other = actions.plan(council=made.council, title="Phiên họp lại", held_on=TODAY, actor=made.secretary)
    file = made.items[0].candidate.dossier
    items = actions.put_dossier(sitting=other, dossier=file, actor=made.secretary, on=TODAY, now=NOW)
    assert [item.candidate_id for item in items] == [made.items[0].candidate_id]


def test_a_teller_of_another_ward_does_not_key():
    made = open_room(ways=VotingWay.PAPER)
    other = actor(school_of(), "teller")
    with pytest.raises(Refused):
        actions.key_counts(sitting=made.sitting, counts={made.items[0].pk: Votes(5)}, actor=other)


def test_the_desk_of_another_ward_does_not_arrange():
    made = room()
    other = replace(made.secretary, organisation=school_of().parent)
    with pytest.raises(Refused):
        actions.plan(council=made.council, title="x", held_on=TODAY, actor=other)


def test_a_dossier_voted_in_two_sittings_is_voted_after_the_second():
    made = room(honours=("LDTT",))
    file = made.items[0].candidate.dossier
    late = agreed(file, person(file.organisation, "Phạm Văn Bảy"))
    actions.open_voting(sitting=made.sitting, actor=made.secretary)
    for n in range(5):
        made.vote(n)
    made.close()
    file.refresh_from_db()
    assert file.state == DossierState.COUNCIL
    late.refresh_from_db()
    assert late.state == CandidateState.AGREED
