import pytest

from conftest import NOW, TODAY
from factories.appraisal import agreed
from factories.councils import BASIS, Room, council
from factories.dossiers import collective, dossier, graded, person, place
from factories.organisations import actor
from thidua.modules.councils import actions
from thidua.modules.councils.models import Choice, ItemResult, VotingWay
from thidua.modules.councils.shares import Share
from thidua.modules.dossiers.models import CandidateState, DossierState
from thidua.modules.people.models import CollectiveYear, Grade

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    """Three of four members are proposed for LĐTT, and the whole school for TTLĐTT."""
    at = place()
    file = dossier(at)
    whole = collective(at.school, known=["grades", "matters", "awards"])
    CollectiveYear.objects.create(
        collective=whole, period=at.period, n_members=4, n_warned=0, all_completed=True
    )
    Grade.objects.create(collective=whole, organisation=at.school, period=at.period, level="good")
    for name in ("Lê Quang Huy", "Đỗ Ngọc Ánh", "Vũ Đình Khoa"):
        who = person(at.school, name)
        graded(who, "good")
        agreed(file, who, "LDTT")
    agreed(file, whole, "TTLDTT")
    type(file).objects.filter(pk=file.pk).update(
        state=DossierState.APPRAISED, approved_on=TODAY, sent_on=TODAY
    )
    file.refresh_from_db()
    return sitting_on(file)


def sitting_on(file) -> Room:
    board = council(file.receiver)
    secretary = actor(file.receiver, "council_secretary")
    sitting = actions.plan(council=board, title="Phiên họp", held_on=TODAY, actor=secretary)
    actions.put_dossier(sitting=sitting, dossier=file, actor=secretary, on=TODAY, now=NOW)
    for code in ("LDTT", "TTLDTT"):
        actions.set_share(sitting=sitting, honour=code, share=Share(1, 2), basis=BASIS, actor=secretary)
    actions.change(sitting=sitting, quorum=Share(66, 100), quorum_basis=BASIS, actor=secretary)
    ways = dict.fromkeys(sitting.attendance.values_list("pk", flat=True), VotingWay.SCREEN)
    actions.set_attendance(sitting=sitting, present={}, ways=ways, actor=secretary)
    actions.open_voting(sitting=sitting, actor=secretary)
    seats = [row.member for row in sitting.attendance.select_related("member__user").order_by("member_id")]
    return Room(file.receiver, board, sitting, secretary, seats, list(sitting.items.order_by("place")))


def vote(made: Room, *against: int) -> None:
    for n in range(5):
        choices = {
            item.pk: Choice.AGAINST if place in against else Choice.FOR
            for place, item in enumerate(made.items)
        }
        actions.cast(sitting=made.sitting, choices=choices, actor=made.voter(n))
    made.close()


def test_a_collective_falls_with_the_share_of_its_members(made):
    vote(made, 0)
    assert [item.result for item in made.items] == [
        ItemResult.FAILED,
        ItemResult.PASSED,
        ItemResult.PASSED,
        ItemResult.DROPPED,
    ]
    whole = made.items[3]
    assert (whole.n_in_favour, whole.candidate.state) == (5, CandidateState.FAILED)
    assert whole.reason == (
        "Without the titles that were not passed in this sitting the standard is no longer met."
    )
    assert whole.candidate.outcome_reason == whole.reason


def test_a_collective_stands_while_its_share_does(made):
    vote(made)
    assert [item.result for item in made.items] == [ItemResult.PASSED] * 4
    assert made.items[3].candidate.dossier.state == DossierState.VOTED
