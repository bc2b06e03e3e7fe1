"""The steps of a decision that need nothing but the step."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.modules.decisions import policy
from thidua.modules.decisions.actions.drafting import held
from thidua.modules.decisions.actions.enforcing import close_decided, hold_dossiers
from thidua.modules.decisions.actions.papers import draw_decision
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.decisions.states import WORKFLOW
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState
from thidua.modules.organisations.api import Actor


class CannotDecline(Cannot):
    """The candidate is already in a decision."""


def step(decision: Decision, name: str, actor: Actor, reason: str = "") -> Decision:
    """Take a step of the workflow, remembering the reason; the caller is an action."""
    row = held(decision)
    require(policy.may_move(actor, row, name))
    if WORKFLOW.by_name[name].needs_reason and not reason.strip():
        raise CannotMove(_("Give the reason."), field="reason")
    WORKFLOW.move(row, name)
    row.last_remark = reason.strip()[:300]
    row.save(update_fields=["last_remark"])
    facts: dict[str, Any] = {"actor": actor.user_id, "reason": reason}
    events.publish(f"decisions.{name}", row.pk, **facts)
    return row


@action
def to_leader(*, decision: Decision, actor: Actor, on: date, now: datetime) -> Decision:
    """Submit for signing; the signer reads the draft as it will be, marked DỰ THẢO."""
    row = step(decision, "to_leader", actor)
    draw_decision(decision=row, actor=actor, on=on, now=now)
    return row


@action
def decline(*, candidate: Candidate, reason: str, actor: Actor, on: date, now: datetime) -> Candidate:
    """The authority does not confer, although the candidate has passed; the unit reads the reason."""
    require(policy.may_record_outcome(actor, candidate.dossier.receiver))
    files = hold_dossiers([candidate])
    taken = candidate.decision_items.exclude(decision__state=DecisionState.CANCELLED)
    if taken.exists():
        raise CannotDecline(_("The candidate stands in a decision: take him out of the draft first."))
    declined = dossiers.set_candidate_state(
        candidate=candidate, state=CandidateState.NOT_GRANTED, actor=actor, reason=reason
    )
    close_decided(files, actor, on, now)
    events.publish("decisions.declined", candidate.pk, actor=actor.user_id)
    return declined


@action
def back(*, decision: Decision, reason: str, actor: Actor) -> Decision:
    return step(decision, "back", actor, reason)


@action
def cancel(*, decision: Decision, reason: str, actor: Actor) -> Decision:
    """Give the draft up; its candidates wait for another decision."""
    return step(decision, "cancel", actor, reason)
