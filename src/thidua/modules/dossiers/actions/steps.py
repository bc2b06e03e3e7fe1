"""Steps of a dossier and of its candidates: the doors through which states change."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.modules.dossiers.actions.lock import locked, locked_candidate
from thidua.modules.dossiers.actions.verdicts import store_verdicts
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, Remark
from thidua.modules.dossiers.policy import may_step, may_step_candidate
from thidua.modules.dossiers.states import CANDIDATE_WORKFLOW, STEP_TO, WORKFLOW
from thidua.modules.organisations.api import Actor

# What is told after a step, and at which steps the law's whole answer is kept.
NEWS = {
    "to_head": "handed_to_head",
    "back_to_draft": "handed_back",
    "send": "sent",
    "send_signed": "sent",
    "receive": "received",
    "return": "returned",
    "conclude": "appraised",
    "reopen": "reopened",
    "to_council": "before_council",
    "from_council": "voted",
    "decide": "decided",
    "forward": "forwarded",
    "refuse": "refused",
    "withdraw": "withdrawn",
}
KEEPS_VERDICTS = frozenset({"send", "send_signed", "conclude", "to_council", "decide", "forward"})
SENDS = frozenset({"send", "send_signed"})


@action
def move(*, dossier: Dossier, step: str, actor: Actor, on: date, now: datetime, reason: str = "") -> Dossier:
    """Take one step of the workflow. Raises Refused (who may) or CannotMove (what is missing).

    `reason` is kept as a remark; steps with `needs_reason` refuse without one.
    """
    held = locked(dossier)
    require(may_step(actor, held, step))
    _say(held, step, reason, actor, now)
    if step in SENDS:
        _stamp_sending(held, actor, on)
    WORKFLOW.move(held, step)
    held.changed_at = now
    held.save(update_fields=["changed_at"])
    if step in KEEPS_VERDICTS:
        store_verdicts(held, step=step, on=on, now=now)
    events.publish(f"dossiers.{NEWS[step]}", held.pk, actor=actor.user_id, on=on.isoformat(), reason=reason)
    return held


def _say(dossier: Dossier, step: str, reason: str, actor: Actor, now: datetime) -> None:
    if reason.strip():
        Remark.objects.create(
            dossier=dossier, step=step, text=reason.strip(), said_by_id=actor.user_id, said_at=now
        )
    elif WORKFLOW.by_name[step].needs_reason:
        raise CannotMove(_("Give the reason: the unit will read it."), field="reason")


def _stamp_sending(dossier: Dossier, actor: Actor, on: date) -> None:
    """Who approved and when; a first sending is dated once, a resubmission anew."""
    dossier.approved_by_id = actor.user_id
    dossier.approved_on = dossier.sent_on = on
    dossier.save(update_fields=["approved_by", "approved_on", "sent_on"])


@action
def set_candidate_state(
    *, candidate: Candidate, state: CandidateState, actor: Actor, reason: str = ""
) -> Candidate:
    """Bring one candidate to a state by the step that leads there; the dossier is locked first.

    Raises Refused (who may) or CannotMove (not from here, not now, reason missing).
    """
    step = CANDIDATE_WORKFLOW.by_name[STEP_TO[CandidateState(state)]]
    held = locked_candidate(candidate)
    require(may_step_candidate(actor, held, step.name))
    if step.needs_reason and not reason.strip():
        raise CannotMove(_("Give the reason: the unit will read it."), field="reason")
    CANDIDATE_WORKFLOW.move(held, step.name)
    held.outcome_reason = reason.strip()[:300]
    held.save(update_fields=["outcome_reason"])
    return held
