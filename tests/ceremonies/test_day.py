"""Who is called in which order, who comes, what changes hands."""

from datetime import UTC, datetime, timedelta

import pytest

from factories.ceremonies import held, invited, planned, with_recipients
from factories.decisions import in_force, voted
from factories.dossiers import NOW, ON, place
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.ceremonies import queries
from thidua.modules.ceremonies.actions import day, inviting, planning
from thidua.modules.ceremonies.drafts import AnswerDraft, GuestDraft
from thidua.modules.ceremonies.models import Attendee, Handover

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def called(ceremony) -> list[tuple[int, str]]:
    return list(queries.recipients_of(ceremony).values_list("place", "honour"))


def hand(at, row: Attendee, **said: object) -> Handover:
    values = {"way": "ceremony", "received_by": "", "handed_on": ON, "is_signed": True}
    return day.hand_over(attendee=row, actor=at.specialist, on=ON, now=NOW, **(values | said))


def test_the_higher_honour_is_called_first(at):
    assert called(with_recipients(at)) == [(1, "CSTDCS"), (2, "LDTT")]


def test_nobody_is_taken_twice(at):
    decision = in_force(at, voted(at, "LDTT"))
    first = with_recipients(at, decision)
    assert not queries.conferrable(at.specialist, first).exists()
    assert inviting.take_recipients(ceremony=first, decisions=[decision], actor=at.specialist) == 0
    planning.move(ceremony=first, step="cancel", actor=at.specialist, on=ON, reason="Mưa bão")
    again = planned(at)
    assert inviting.take_recipients(ceremony=again, decisions=[decision], actor=at.specialist) == 1


def test_a_change_of_order_numbers_everybody_anew(at):
    ceremony = with_recipients(at)
    guest = inviting.invite_guest(ceremony=ceremony, draft=GuestDraft(name="Lê Văn A"), actor=at.specialist)
    last = ceremony.attendees.get(honour="LDTT")
    inviting.reorder(attendee=last, place=1, actor=at.specialist)
    assert called(ceremony) == [(1, "LDTT"), (2, "CSTDCS")]
    inviting.order_by_law(ceremony=ceremony, actor=at.specialist)
    assert called(ceremony) == [(1, "CSTDCS"), (2, "LDTT")]
    inviting.leave_out(attendee=ceremony.attendees.get(place=1), actor=at.specialist)
    guest.refresh_from_db()
    assert (called(ceremony), guest.place) == ([(1, "LDTT")], 2)


def test_who_sends_somebody_says_whom(at):
    row = with_recipients(at).attendees.earliest("place")
    with pytest.raises(planning.CannotPlan) as refusal:
        inviting.note_answer(attendee=row, draft=AnswerDraft(answer="sends"), actor=at.specialist)
    assert refusal.value.field == "representative"


def test_the_first_arrival_counts_however_often_it_is_sent(at):
    ceremony = invited(at)
    code = ceremony.attendees.earliest("place").code
    early, late = NOW - timedelta(minutes=5), NOW
    for when in (late, early, late):
        assert day.arrived(ceremony=ceremony, codes={code: when, "none": when}, actor=at.specialist) == [code]
    assert ceremony.attendees.get(code=code).arrived_at == early.astimezone(UTC)


def test_the_door_opens_with_the_invitations(at):
    with pytest.raises(Refused):
        day.arrived(ceremony=with_recipients(at), codes={}, actor=at.specialist)


def test_absent_then_called_again(at):
    ceremony = invited(at)
    first, second = queries.next_ones(ceremony)
    day.absent(attendee=first, actor=at.specialist)
    assert list(queries.next_ones(ceremony)) == [second]
    day.call_again(attendee=first, actor=at.specialist)
    assert list(queries.next_ones(ceremony)) == [first, second]


def test_handed_over_once(at):
    ceremony = invited(at)
    row = queries.next_ones(ceremony)[0]
    assert hand(at, row).received_by == str(row)
    with pytest.raises(day.CannotHandOver):
        hand(at, row)
    assert row not in queries.next_ones(ceremony)


@pytest.mark.parametrize(
    "said",
    [
        {"handed_on": ON - timedelta(days=1)},
        {"handed_on": ON + timedelta(days=1)},
        {"way": "family"},
        {"way": "after"},
    ],
)
def test_a_hand_over_that_cannot_be(at, said):
    with pytest.raises(day.CannotHandOver):
        hand(at, queries.next_ones(invited(at))[0], **said)


def test_a_guest_receives_nothing(at):
    ceremony = invited(at)
    guest = inviting.invite_guest(ceremony=ceremony, draft=GuestDraft(name="Lê Văn A"), actor=at.specialist)
    with pytest.raises(day.CannotHandOver):
        hand(at, guest)


def test_an_honour_without_certificate_is_never_owed(at):
    ceremony = held(at)
    planning.count(ceremony=ceremony, actual_cost=11_000_000, actor=at.specialist)
    assert [row.honour for row in queries.to_hand_over(ceremony)] == ["CSTDCS"]
    with pytest.raises(CannotMove, match="1 certificates"):
        planning.move(ceremony=ceremony, step="close", actor=at.specialist, on=ON)
    hand(at, queries.to_hand_over(ceremony).get(), way="after", received_by="Chồng: Lê Văn B")
    assert planning.move(ceremony=ceremony, step="close", actor=at.specialist, on=ON).state == "closed"


def test_the_code_is_not_to_be_guessed(at):
    codes = set(with_recipients(at).attendees.values_list("code", flat=True))
    assert len(codes) == 2
    assert all(len(code) >= 12 for code in codes)


def test_a_clock_that_is_ahead_counts_as_now():
    from thidua.modules.ceremonies.views.day import _codes

    ahead = int((NOW + timedelta(days=1)).timestamp() * 1000)
    assert _codes(f'{{"arrived": {{"a": {ahead}}}}}'.encode(), NOW) == {"a": NOW}
    assert _codes(b'{"arrived": {"a": "x"}}', NOW) is None
    assert _codes(b"not json", NOW) is None
    assert _codes(b'{"arrived": {}}', datetime.now(UTC)) == {}
