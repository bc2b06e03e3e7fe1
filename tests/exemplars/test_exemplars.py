"""The life of an exemplar: every step from every state, what it needs, who may take it."""

import pytest

from conftest import NOW, TODAY
from factories.dossiers import collective, person, place
from factories.exemplars import exemplar, verified
from thidua.foundation.permissions import Refused
from thidua.foundation.screens import Conflict
from thidua.foundation.states import CannotMove
from thidua.modules.exemplars.actions import exemplars as actions
from thidua.modules.exemplars.drafts import ExemplarDraft
from thidua.modules.exemplars.models import Exemplar, ExemplarState
from thidua.modules.exemplars.states import WORKFLOW

pytestmark = pytest.mark.django_db
LEADS = {
    ("found", "verify"): "verified",
    ("verified", "nurture"): "nurtured",
    ("verified", "commend"): "commended",
    ("nurtured", "commend"): "commended",
    ("commended", "publicise"): "publicised",
    ("publicised", "replicate"): "replicated",
    ("found", "set_aside"): "set_aside",
    ("verified", "set_aside"): "set_aside",
    ("nurtured", "set_aside"): "set_aside",
    ("set_aside", "take_up"): "found",
}


@pytest.fixture
def at():
    return place()


def move(at, row, step, reason="Theo Quyết định số 12/QĐ-UBND"):
    return actions.move(exemplar=row, step=step, actor=at.head, on=TODAY, now=NOW, reason=reason)


def complete(at) -> Exemplar:
    row = verified(at)
    row.plan, row.mentor, row.consent, row.consent_on = "Giúp đỡ từng quý", "Chi bộ 3", "given", TODAY
    row.save()
    return row


@pytest.mark.parametrize("state", ExemplarState.values)
def test_steps_lead_on_from_their_states_only(at, state):
    row = complete(at)
    for step in WORKFLOW:
        row.state = state
        row.save()
        if target := LEADS.get((state, step.name)):
            assert move(at, row, step.name).state == target
        else:
            with pytest.raises((Refused, CannotMove)):
                move(at, row, step.name)


def test_nothing_is_verified_unseen(at):
    with pytest.raises(CannotMove):
        move(at, exemplar(at), "verify")


def test_nobody_is_nurtured_without_plan_and_mentor(at):
    with pytest.raises(CannotMove):
        move(at, verified(at), "nurture")


def test_nobody_is_publicised_without_consent(at):
    row = move(at, verified(at), "commend")
    with pytest.raises(CannotMove):
        move(at, row, "publicise")
    actions.answer_consent(
        exemplar=row, consent="refused", consent_on=TODAY, note="", actor=at.head, on=TODAY
    )
    with pytest.raises(CannotMove):
        move(at, row, "publicise")
    actions.answer_consent(
        exemplar=row, consent="given", consent_on=TODAY, note="bằng giấy", actor=at.head, on=TODAY
    )
    assert move(at, row, "publicise").state == "publicised"


def test_a_step_says_what_is_behind_it(at):
    row = verified(at)
    with pytest.raises(CannotMove) as refusal:
        move(at, row, "commend", reason=" ")
    assert refusal.value.field == "reason"
    move(at, row, "commend")
    last = row.milestones.latest("pk")
    assert (last.step, last.on, last.note) == ("commended", TODAY, "Theo Quyết định số 12/QĐ-UBND")


def test_the_officer_alone_commends_nobody(at):
    with pytest.raises(Refused):
        actions.move(
            exemplar=verified(at), step="commend", actor=at.officer, on=TODAY, now=NOW, reason="thư khen"
        )


def draft(row, **fields):
    names = ("name", "deed", "deed_on", "deed_place")
    return ExemplarDraft(**({name: getattr(row, name) for name in names} | fields))


def test_the_record_is_of_the_unit_and_of_the_kind(at):
    row = exemplar(at)
    stranger, own, team = person(place().school), person(at.school), collective(at.school)
    wrong = [{"person_id": stranger.pk}, {"collective_id": team.pk}]
    for fields in wrong:
        with pytest.raises(actions.CannotRecord):
            actions.change(exemplar=row, draft=draft(row, **fields), version=0, actor=at.officer)
    changed = actions.change(exemplar=row, draft=draft(row, person_id=own.pk), version=0, actor=at.officer)
    assert changed.person_id == own.pk


def test_two_who_save_at_once_lose_nothing(at):
    row = exemplar(at)
    actions.change(exemplar=row, draft=draft(row, deed="Bản của người thứ nhất"), version=0, actor=at.officer)
    with pytest.raises(Conflict) as conflict:
        actions.change(exemplar=row, draft=draft(row, deed="Bản thứ hai"), version=0, actor=at.head)
    assert (conflict.value.theirs["deed"], conflict.value.mine["deed"]) == (
        "Bản của người thứ nhất",
        "Bản thứ hai",
    )


def test_a_decision_commends_once(at):
    row = exemplar(at)
    said = {
        "exemplar": row,
        "reason": "Quyết định 12/QĐ-UBND",
        "actor": at.specialist,
        "on": TODAY,
        "now": NOW,
    }
    assert actions.commended_by_decision(**said).state == "commended"
    assert actions.commended_by_decision(**said) is None
    assert list(row.milestones.order_by("pk").values_list("step", flat=True)) == [
        "found",
        "verified",
        "commended",
    ]
