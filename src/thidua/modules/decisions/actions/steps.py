"""The steps of a decision that need nothing but the step."""

from typing import Any

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.modules.decisions import policy
from thidua.modules.decisions.actions.drafting import held
from thidua.modules.decisions.models import Decision
from thidua.modules.decisions.states import WORKFLOW
from thidua.modules.organisations.api import Actor


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
def to_leader(*, decision: Decision, actor: Actor) -> Decision:
    return step(decision, "to_leader", actor)


@action
def back(*, decision: Decision, reason: str, actor: Actor) -> Decision:
    return step(decision, "back", actor, reason)


@action
def cancel(*, decision: Decision, reason: str, actor: Actor) -> Decision:
    """Give the draft up; its candidates wait for another decision."""
    return step(decision, "cancel", actor, reason)
