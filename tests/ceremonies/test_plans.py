"""A plan: within another meeting or with a reason, safe before anybody is invited, economical, and every step of its life."""

from datetime import timedelta

import pytest

from factories.ceremonies import AT_STATE, draft, invited, planned, safe, with_recipients
from factories.decisions import leader
from factories.dossiers import ON, place
from factories.organisations import OrganisationFactory, WardFactory, actor
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.ceremonies import policy, queries
from thidua.modules.ceremonies.actions import inviting, planning
from thidua.modules.ceremonies.costs import cost_of
from thidua.modules.ceremonies.drafts import GuestDraft
from thidua.modules.ceremonies.models import Ceremony, CeremonyState
from thidua.modules.ceremonies.states import WORKFLOW
from thidua.modules.organisations.api import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def test_it_begins_with_checks_and_a_programme(at):
    ceremony = planned(at)
    kinds = set(ceremony.checks.values_list("kind", flat=True))
    assert (ceremony.state, kinds, ceremony.parts.filter(confers=True).count()) == (
        "draft",
        {"safety", "rite"},
        1,
    )


def test_alone_needs_a_reason(at):
    with pytest.raises(planning.CannotPlan) as refusal:
        planned(at, combined_with="")
    assert refusal.value.field == "combined_with"
    assert planned(at, combined_with="", alone_reason="Khen thưởng đột xuất").state == "draft"


def test_no_ceremony_in_the_past(at):
    with pytest.raises(planning.CannotPlan):
        planned(at, on=ON - timedelta(days=1))


def test_two_who_change_it_see_both_texts(at):
    ceremony = planned(at)
    planning.change(ceremony=ceremony, draft=draft(venue="Nhà văn hóa"), version=0, actor=at.specialist)
    with pytest.raises(Conflict):
        planning.change(ceremony=ceremony, draft=draft(venue="Sân trường"), version=0, actor=at.specialist)


def test_a_check_is_in_order_only_with_who_answers_for_it(at):
    ceremony = planned(at)
    row = ceremony.checks.earliest("pk")
    with pytest.raises(planning.CannotPlan):
        planning.check(ceremony=ceremony, answers={row.pk: (True, " ", "")}, actor=at.specialist)


def test_safety_is_signed_off_before_invitations(at):
    ceremony = with_recipients(at)
    assert not policy.may_take_invitations(at.specialist, ceremony)
    with pytest.raises(CannotMove, match="7 points of safety"):
        planning.move(ceremony=ceremony, step="clear", actor=leader(at), on=ON)
    safe(at, ceremony)
    with pytest.raises(Refused):
        planning.move(ceremony=ceremony, step="clear", actor=at.specialist, on=ON)
    ceremony = planning.move(ceremony=ceremony, step="clear", actor=leader(at), on=ON)
    assert policy.may_take_invitations(at.specialist, ceremony)
    assert not policy.may_change(at.specialist, ceremony)


def test_without_recipients_there_is_nothing_to_sign_off(at):
    with pytest.raises(CannotMove, match="decision in force"):
        planning.move(ceremony=safe(at, planned(at)), step="clear", actor=leader(at), on=ON)


def test_nobody_is_invited_beyond_the_seats(at):
    """The teacher has two honours and takes one seat; a guest takes the second."""
    ceremony = safe(at, with_recipients(at, capacity=1))
    inviting.invite_guest(ceremony=ceremony, draft=GuestDraft(name="Lê Văn A"), actor=at.specialist)
    with pytest.raises(CannotMove, match="2 are invited, the place holds 1"):
        planning.move(ceremony=ceremony, step="clear", actor=leader(at), on=ON)
    ceremony.attendees.filter(item__isnull=True).update(answer="declines")
    assert planning.move(ceremony=ceremony, step="clear", actor=leader(at), on=ON).state == "cleared"


def test_above_the_norm_needs_a_reason(at):
    ceremony = safe(at, with_recipients(at, cost_norm=10_000_000))
    with pytest.raises(CannotMove, match="above the norm"):
        planning.move(ceremony=ceremony, step="clear", actor=leader(at), on=ON)
    reasoned = draft(cost_norm=10_000_000, cost_reason="Kết hợp kỷ niệm 10 năm")
    planning.change(ceremony=ceremony, draft=reasoned, version=0, actor=at.specialist)
    assert planning.move(ceremony=ceremony, step="clear", actor=leader(at), on=ON).state == "cleared"


def test_the_cost_beside_last_time(at):
    former = planned(at, title="Trao tặng năm 2025")
    Ceremony.objects.filter(pk=former.pk).update(
        on=ON - timedelta(days=365), state="closed", actual_cost=9_000_000
    )
    cost = cost_of(with_recipients(at, cost_norm=10_000_000))
    assert (cost.last, cost.each, cost.is_above) == (9_000_000, 6_000_000, True)


def test_it_is_not_held_before_its_day(at):
    ceremony = invited(at)
    Ceremony.objects.filter(pk=ceremony.pk).update(on=ON + timedelta(days=3))
    with pytest.raises(CannotMove, match="has not come yet"):
        planning.move(ceremony=ceremony, step="hold", actor=at.specialist, on=ON)


@pytest.mark.parametrize("state", CeremonyState.values)
@pytest.mark.parametrize("step", [step.name for step in WORKFLOW])
def test_every_step_from_every_state(at, state, step):
    ceremony = planned(at)
    Ceremony.objects.filter(pk=ceremony.pk).update(state=state, actual_cost=1)
    ceremony.refresh_from_db()
    everybody = actor(at.ward, Role.SPECIALIST, Role.LEADER)
    assert bool(policy.may_step(everybody, ceremony, step)) == (state in WORKFLOW.by_name[step].source)
    assert not policy.may_step(at.officer, ceremony, step)


@pytest.mark.parametrize("state", AT_STATE)
def test_another_ward_sees_nothing(at, state):
    ceremony = AT_STATE[state](at)
    stranger = actor(WardFactory(), Role.SPECIALIST)
    school = actor(OrganisationFactory(parent=at.ward), Role.UNIT_HEAD)
    assert not queries.visible_to(stranger).exists()
    assert not queries.visible_to(school).exists()
    assert list(queries.visible_to(at.specialist)) == [ceremony]
    assert not policy.may_plan(stranger, at.ward.pk)


def test_parts_are_numbered_anew(at):
    ceremony = planned(at)
    planning.remove_part(part=ceremony.parts.get(place=1), actor=at.specialist)
    assert list(ceremony.parts.order_by("place").values_list("place", flat=True)) == [0, 1, 2, 3, 4]
