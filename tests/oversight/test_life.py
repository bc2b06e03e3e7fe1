"""From what is found to what is closed: kept, asked, explained, decided, remedied, with who may do which."""

from datetime import date, timedelta

import pytest

from conftest import NOW, TODAY
from factories.dossiers import PDF, place
from factories.organisations import actor, grant
from factories.oversight import remedy, shortcoming, signal, silent_campaign
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.campaigns.models import ProgressReport
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import Role, actor_for, system
from thidua.modules.oversight import actions, letters, queries
from thidua.modules.oversight.models import Shortcoming, ShortcomingState, Signal, SignalState, Threshold
from thidua.modules.oversight.states import SHORTCOMING, SIGNAL

pytestmark = pytest.mark.django_db
WHEN = {"on": TODAY, "now": NOW}
WORDS = "Đã xem xét, đúng như số liệu."


@pytest.fixture
def at():
    return place()


@pytest.fixture
def leader(at):
    return actor(at.ward, Role.LEADER)


def look(at, on=TODAY):
    return actions.look(body=at.ward, actor=at.specialist, on=on)


def step(row, name, who, reason=WORDS):
    return actions.step_signal(signal=row, step=name, reason=reason, actor=who, **WHEN)


def closing(row, name, who, reason=WORDS):
    return actions.step_shortcoming(row=row, step=name, reason=reason, actor=who, **WHEN)


def reported(at):
    """A unit reports: the campaign is silent no more."""
    campaign = Signal.objects.get(detector="silent_campaign").subject.split(":")[1]
    ProgressReport.objects.create(
        campaign_id=campaign,
        organisation=at.school,
        period=date(2026, 11, 1),
        reported_on=TODAY,
        reported_at=NOW,
    )


def test_what_is_found_is_kept_once_and_goes(at):
    silent_campaign(at, True)
    look(at)
    known = set(Signal.objects.values_list("detector", flat=True))
    assert "silent_campaign" in known
    assert look(at, TODAY + timedelta(days=1)) == 0
    row = Signal.objects.get(detector="silent_campaign")
    assert (row.found_on, row.seen_on, row.measure) == (TODAY, TODAY + timedelta(days=1), 84)
    reported(at)
    look(at, TODAY + timedelta(days=2))
    row.refresh_from_db()
    assert row.gone_on == TODAY + timedelta(days=2)
    ProgressReport.objects.all().delete()
    look(at, TODAY + timedelta(days=3))
    row.refresh_from_db()
    assert row.gone_on is None


def test_from_a_sign_to_a_remedy_that_closes(at, leader):
    silent_campaign(at, True)
    look(at)
    row = Signal.objects.get(detector="silent_campaign")
    step(row, "submit", at.specialist)
    made = actions.accept(signal=row, draft=remedy(at), actor=leader, **WHEN)
    row.refresh_from_db()
    assert (row.state, made.signal, made.state) == ("shortcoming", row, "open")
    with pytest.raises(CannotMove):
        closing(made, "close", at.specialist)
    closing(made, "report", at.head)
    reported(at)
    look(at)
    assert list(queries.to_close(at.specialist)) == [made]
    done = closing(made, "close", at.specialist)
    assert (done.state, done.closed_on, done.is_overridden) == ("closed", TODAY, False)


def test_the_leader_overrides_with_a_reason_that_is_kept(at, leader):
    row = signal(at, state="with_leader")
    made = actions.accept(signal=row, draft=remedy(at), actor=leader, **WHEN)
    with pytest.raises(Refused):
        closing(made, "override", at.specialist)
    with pytest.raises(CannotMove):
        closing(made, "override", leader, reason=" ")
    done = closing(made, "override", leader, reason="Phong trào đã lồng ghép.")
    assert (done.is_overridden, done.close_reason) == (True, "Phong trào đã lồng ghép.")
    assert "Phong trào đã lồng ghép." in letters._line(done)[-1]
    again = closing(done, "reopen", leader)
    assert (again.state, again.closed_on, again.close_reason, again.is_overridden) == (
        "open",
        None,
        "",
        False,
    )


def test_the_unit_sees_a_sign_only_when_asked(at):
    row = signal(at)
    assert not queries.signals_visible_to(at.officer).exists()
    step(row, "ask", at.specialist)
    assert list(queries.signals_visible_to(at.officer)) == [row]
    assert list(queries.waiting_for(at.head)) == [row]
    step(row, "explain", at.head, reason="Đơn vị mới thành lập.")
    assert list(queries.waiting_for(at.specialist)) == [row]
    assert [one.step for one in row.steps.order_by("pk")] == ["ask", "explain"]


SIGNAL_LEADS = {
    (source, one.name): one.target for one in SIGNAL for source in one.source if one.name != "accept"
}
WHO = {"explain": "head", "accept": "leader"}


@pytest.mark.parametrize("state", SignalState.values)
def test_steps_of_a_sign_lead_on_from_their_states_only(at, leader, state):
    people = {"head": at.head, "leader": leader, "desk": at.specialist}
    for one in SIGNAL:
        row = signal(at, state=state)
        who = people[WHO.get(one.name, "desk")]
        if target := SIGNAL_LEADS.get((state, one.name)):
            assert step(row, one.name, who).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                step(row, one.name, who)


LEADS = {(source, one.name): one.target for one in SHORTCOMING for source in one.source}


@pytest.mark.parametrize("state", ShortcomingState.values)
def test_steps_of_a_shortcoming_lead_on_from_their_states_only(at, leader, state):
    people = {"report": at.head, "override": leader}
    for one in SHORTCOMING:
        row = shortcoming(at)
        actions.attach(row=row, label="Biên bản", link="https://example.vn/a", actor=at.head, now=NOW)
        is_closed = state == "closed"
        said = {"closed_on": TODAY if is_closed else None, "close_reason": "Xong" if is_closed else ""}
        Shortcoming.objects.filter(pk=row.pk).update(state=state, **said)
        who = people.get(one.name, at.specialist)
        if target := LEADS.get((state, one.name)):
            assert closing(row, one.name, who).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                closing(row, one.name, who)


def test_one_entered_by_hand_closes_with_a_proof(at):
    row = shortcoming(at)
    with pytest.raises(CannotMove):
        closing(row, "close", at.specialist)
    actions.attach(row=row, label="", content=PDF, name="bien-ban.pdf", actor=at.head, now=NOW)
    assert closing(row, "close", at.specialist).state == "closed"
    with pytest.raises(Refused):
        actions.note(row=row, text="Thêm", actor=at.head, **WHEN)


@pytest.mark.parametrize(
    ("field", "value"), [("cause", " "), ("measure", ""), ("due_on", TODAY - timedelta(days=1))]
)
def test_what_is_typed_is_complete(at, field, value):
    with pytest.raises(actions.CannotRemedy) as refusal:
        shortcoming(at, **{field: value})
    assert refusal.value.field == field


def test_another_wards_unit_cannot_be_named(at):
    with pytest.raises(actions.CannotRemedy) as refusal:
        shortcoming(at, owner=place().school)
    assert refusal.value.field == "owner"


def test_two_who_write_lose_nothing(at):
    row = shortcoming(at)
    actions.change(row=row, draft=remedy(at, cause="Một"), version=0, actor=at.specialist)
    with pytest.raises(Conflict) as conflict:
        actions.change(row=row, draft=remedy(at, cause="Hai"), version=0, actor=at.specialist)
    assert (conflict.value.theirs["cause"], conflict.value.mine["cause"]) == ("Một", "Hai")


def test_a_threshold_holds_for_its_days(at):
    silent_campaign(at, True)
    said = {"organisation": at.ward, "detector": "silent_campaign", "actor": at.specialist, "is_off": False}
    actions.set_threshold(value=90, basis="Kế hoạch 12", since=TODAY, **said)
    look(at)
    assert not Signal.objects.filter(detector="silent_campaign").exists()
    actions.set_threshold(value=30, basis="Kế hoạch 13", since=TODAY + timedelta(days=1), **said)
    look(at, TODAY + timedelta(days=1))
    assert Signal.objects.filter(detector="silent_campaign", gone_on=None).exists()
    first, second = Threshold.objects.order_by("since")
    assert (first.until, second.until) == (second.since, None)
    with pytest.raises(actions.CannotSetThreshold):
        actions.set_threshold(value=5, basis="Lùi ngày", since=TODAY, **said)
    with pytest.raises(actions.CannotSetThreshold):
        actions.set_threshold(value=5, basis=" ", since=TODAY + timedelta(days=2), **said)


def test_a_sign_that_is_not_used_is_not_found(at):
    silent_campaign(at, True)
    said = {"value": 60, "is_off": True, "basis": "Chưa triển khai", "since": TODAY}
    actions.set_threshold(organisation=at.ward, detector="silent_campaign", actor=at.specialist, **said)
    look(at)
    assert not Signal.objects.filter(detector="silent_campaign").exists()


def test_owners_are_reminded_and_leaders_told_when_it_is_late(at, leader):
    row = shortcoming(at, due_on=TODAY + timedelta(days=7))

    def remind(on):
        return actions.remind(actor=system(on), on=on, now=NOW)

    assert remind(TODAY - timedelta(days=1)) == 0
    assert remind(TODAY) == 2
    assert remind(TODAY + timedelta(days=1)) == 0
    late = row.due_on + timedelta(days=1)
    assert remind(late) == 4
    assert remind(late + timedelta(days=1)) == 0
    assert remind(late + timedelta(days=7)) == 4
    assert Notice.objects.filter(user=leader.user_id).count() == 2


def test_the_plan_is_a_paper_with_progress(at):
    row = shortcoming(at)
    plan = actions.begin_plan(organisation=at.ward, title="Khắc phục tồn tại", actor=at.specialist, now=NOW)
    row.refresh_from_db()
    assert row.plan == plan
    paper = actions.draw_plan(plan=plan, actor=at.specialist, **WHEN)
    assert (paper.kind, paper.docx is None) == ("remedy_plan", False)
    assert letters.progress([row], TODAY) == (
        "Đến ngày 23/11/2026: 1 tồn tại, hạn chế; đã khắc phục 0, đang khắc phục 1, quá hạn 0."
    )
    with pytest.raises(actions.CannotRemedy):
        actions.write_plan(
            plan=plan, title="x", aim="", carrying_out="", number="12/KH-UBND", issued_on=None, version=0,
            actor=at.specialist,
        )  # fmt: skip
    actions.take_from_plan(row=row, actor=at.specialist)
    assert actions.add_to_plan(plan=plan, rows=[row], actor=at.specialist) == 1


@pytest.mark.parametrize("role", [Role.LEADER, Role.INSPECTOR, Role.SPECIALIST])
def test_who_reads_all(at, role):
    row = signal(at)
    assert list(queries.signals_visible_to(actor(at.ward, role))) == [row]
    assert not queries.signals_visible_to(actor(place().ward, role)).exists()


def test_a_visiting_team_reads_and_does_nothing(at):
    row = signal(at)
    visit = grant(at.ward, Role.VISITOR, until=TODAY + timedelta(days=5))
    visitor = actor_for(user_id=visit.user_id, name="", on=TODAY)
    assert list(queries.signals_visible_to(visitor)) == [row]
    with pytest.raises(Refused):
        step(row, "ask", visitor)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.ACCOUNTANT, Role.EDITOR, Role.COUNCIL_MEMBER])
def test_who_reads_nothing(at, role):
    signal(at, asked_on=TODAY, state="asked")
    assert not queries.signals_visible_to(actor(at.ward, role)).exists()
