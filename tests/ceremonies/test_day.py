"""Who is called in which order, who comes, what changes hands."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.ceremonies import held, invited, planned, with_recipients
from factories.certificates import released
from factories.decisions import in_force, voted
from factories.dossiers import NOW, ON, place
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.ceremonies import queries
from thidua.modules.ceremonies.actions import day, inviting, planning
from thidua.modules.ceremonies.drafts import AnswerDraft, GuestDraft
from thidua.modules.ceremonies.models import Attendee, Ceremony, Handover
from thidua.modules.certificates import api as certificates
from thidua.modules.decisions.queries.timeliness import times_of
from thidua.modules.dossiers.models import Candidate
from thidua.modules.register import api as register
from thidua.modules.register.api import Basis

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


def test_the_released_certificate_goes_with_it(at):
    batch = released(at, "CSTDCS")
    ceremony = with_recipients(at, batch.decision)
    Ceremony.objects.filter(pk=ceremony.pk).update(state="invited")
    row = queries.next_ones(ceremony).get()
    hand(at, row, way="instead", received_by="Lê Văn B")
    found = batch.certificates.get()
    assert (found.state, found.receiver, found.handed_to, found.hand_note) == (
        "handed_over",
        "representative",
        "Lê Văn B",
        ceremony.title,
    )


def test_the_clock_of_timeliness_ends_when_something_changes_hands(at):
    ceremony = invited(at)
    row = queries.next_ones(ceremony)[0]
    candidate = Candidate.objects.filter(pk=row.item.candidate_id)
    assert times_of(candidate)[row.item.candidate_id].conferral is None
    hand(at, row)
    assert times_of(candidate)[row.item.candidate_id].conferral == ON


def test_a_certificate_that_is_handed_over_without_a_ceremony_ends_the_clock_too(at):
    batch = released(at, "CSTDCS")
    certificates.hand_over(certificate=batch.certificates.get(), to="", on=ON, actor=at.clerk)
    [times] = times_of(Candidate.objects.all()).values()
    assert times.conferral == ON


def test_handed_over_elsewhere_it_is_not_owed_here(at):
    batch = released(at, "CSTDCS")
    ceremony = with_recipients(at, batch.decision)
    assert queries.to_hand_over(ceremony).count() == 1
    certificates.hand_over(certificate=batch.certificates.get(), to="", on=ON, actor=at.clerk)
    assert queries.to_hand_over(ceremony).count() == 0


def test_a_revoked_award_is_neither_conferred_nor_owed(at):
    ceremony = with_recipients(at, in_force(at, voted(at, "CSTDCS")))
    Ceremony.objects.filter(pk=ceremony.pk).update(state="invited")
    row = queries.next_ones(ceremony).get()
    basis = Basis(decided_by="Chủ tịch", decision_number="9/QĐ-UBND", decided_on=ON)
    register.revoke(entry=row.item.entry, basis=basis, note="Kê khai gian dối", actor=at.clerk, now=NOW)
    with pytest.raises(day.CannotHandOver, match="revoked"):
        hand(at, row)
    assert not queries.to_hand_over(ceremony).exists()


def test_three_hundred_at_the_door(at):
    ceremony = invited(at)
    guests = [
        Attendee(ceremony=ceremony, name=f"Khách {n}", place=n, code=f"khach-{n:04}") for n in range(3, 301)
    ]
    Attendee.objects.bulk_create(guests)
    codes = dict.fromkeys(ceremony.attendees.values_list("code", flat=True), NOW)
    with CaptureQueriesContext(connection) as few:
        day.arrived(ceremony=ceremony, codes=dict(list(codes.items())[:1]), actor=at.specialist)
    with CaptureQueriesContext(connection) as many:
        assert len(day.arrived(ceremony=ceremony, codes=codes, actor=at.specialist)) == 300
    assert len(many) == len(few)
