"""Upward and back: dossiers submitted to the level that decides, and what it decided per candidate."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.decisions import policy
from thidua.modules.decisions.actions.enforcing import close_decided, hold_dossiers, use_initiatives
from thidua.modules.decisions.awards import award
from thidua.modules.decisions.competence import may_confer
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState
from thidua.modules.organisations.api import Actor
from thidua.modules.register import api as register
from thidua.modules.register.models import Entry, Source
from thidua.modules.rulebook import api as rulebook


class Outcome(StrEnum):
    GRANTED = "granted"
    LOWERED = "lowered"
    REFUSED = "refused"


OUTCOMES = {
    Outcome.GRANTED: gettext_lazy("conferred as proposed"),
    Outcome.LOWERED: gettext_lazy("another honour conferred (hạ mức khen)"),
    Outcome.REFUSED: gettext_lazy("not conferred"),
}


class CannotForward(Cannot):
    """Nothing in the dossier needs a higher level."""


class CannotRecord(Cannot):
    """The higher level's decision is not complete."""


@dataclass(frozen=True, slots=True)
class HigherDecision:
    """What the paper that came back says."""

    number: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    signer: str = ""


@action
def forward(*, dossier: Dossier, actor: Actor, on: date, now: datetime) -> Dossier:
    """Submit to the higher level what the head of the receiving body may not decide."""
    waiting = dossier.candidates.filter(state__in=(CandidateState.AGREED, CandidateState.PASSED))
    if not waiting.exclude(honour__in=may_confer(dossier.receiver, on)).exists():
        raise CannotForward(_("The head of this body decides on every honour of this dossier himself."))
    return dossiers.move(dossier=dossier, step="forward", actor=actor, on=on, now=now)


@action
def record_outcome(
    *,
    candidate: Candidate,
    outcome: Outcome,
    decision: HigherDecision,
    actor: Actor,
    on: date,
    now: datetime,
    given: str = "",
    reason: str = "",
) -> Entry | None:
    """Enter what the higher level decided on one candidate; what it conferred enters the register.

    `given` is the honour conferred instead when the outcome is LOWERED.
    """
    require(policy.may_record_outcome(actor, candidate.dossier.receiver))
    files = hold_dossiers([candidate])
    candidate.dossier = files[0]
    if outcome == Outcome.REFUSED:
        dossiers.set_candidate_state(
            candidate=candidate, state=CandidateState.NOT_GRANTED, actor=actor, reason=reason
        )
        entry = None
    else:
        _refuse_incomplete(candidate, outcome, decision, given, on)
        code = given if outcome == Outcome.LOWERED else candidate.honour
        entry = _enter(candidate, decision, code, actor, now)
    close_decided(files, actor, on, now)
    events.publish("decisions.outcome", candidate.pk, actor=actor.user_id, outcome=outcome.value)
    return entry


def _enter(candidate: Candidate, decision: HigherDecision, code: str, actor: Actor, now: datetime) -> Entry:
    note = ""
    if code != candidate.honour:
        note = (
            f"Đề nghị {rulebook.honour(candidate.honour).name_vi}; được tặng {rulebook.honour(code).name_vi}"
        )
    dossiers.set_candidate_state(candidate=candidate, state=CandidateState.GRANTED, actor=actor, reason=note)
    if not note:
        use_initiatives(candidate)
    return register.enter_historical(
        body=candidate.dossier.receiver,
        basis=register.Basis(
            decided_by=decision.decided_by,
            decision_number=decision.number,
            decided_on=decision.decided_on,
            signer=decision.signer,
        ),
        award=award(candidate, code=code, decided_on=decision.decided_on, note=note),
        source=Source.ELSEWHERE,
        actor=actor,
        now=now,
    )


def _refuse_incomplete(
    candidate: Candidate, outcome: Outcome, decision: HigherDecision, given: str, on: date
) -> None:
    if candidate.dossier.state != DossierState.FORWARDED:
        raise CannotRecord(_("Submit the dossier to the higher level first."))
    if not (decision.number and decision.decided_on and decision.decided_by):
        raise CannotRecord(
            _("Enter number, day and authority of the decision that came back."), field="number"
        )
    if decision.decided_on > on:
        raise CannotRecord(_("The day of the decision lies in the future."), field="decided_on")
    if outcome == Outcome.LOWERED and (not given or given == candidate.honour):
        raise CannotRecord(_("Choose the honour that was conferred instead."), field="given")
