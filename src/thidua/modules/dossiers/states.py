"""The lives of a dossier and of each candidate. Nothing else writes their `state`."""

from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Need, Step, Workflow
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState, Procedure
from thidua.modules.dossiers.posting import asked_for, posting_duty
from thidua.modules.organisations.api import Role

S = DossierState
C = CandidateState
UNIT = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
HEAD = frozenset({Role.UNIT_HEAD})
DESK = frozenset({Role.SPECIALIST})
SECRETARY = frozenset({Role.COUNCIL_SECRETARY, Role.SPECIALIST})
CLERK = frozenset({Role.CLERK, Role.SPECIALIST})


def candidates(dossier: Dossier) -> str | None:
    if dossier.candidates.exclude(state=CandidateState.DROPPED).exists():
        return None
    return _("Add at least one candidate.")


def meeting(dossier: Dossier) -> str | None:
    """The simplified procedure needs no meeting of the unit (Law 06/2022/QH15, Art 85)."""
    if dossier.procedure == Procedure.SIMPLIFIED or hasattr(dossier, "meeting"):
        return None
    return _("Enter the unit's meeting (bình xét) and its result.")


def posting(dossier: Dossier) -> str | None:
    """Neighbours read the list of cultured families before it goes up."""
    if hasattr(dossier, "posting") or (duty := posting_duty(dossier)) is None:
        return None
    return _("Enter that the list of households was posted: %(why)s.") % {"why": asked_for(duty)}


def answered_flags(dossier: Dossier) -> str | None:
    if not dossier.flags.filter(cleared_at__isnull=True).exists():
        return None
    return _("Answer every flagged field first.")


def signed_file(dossier: Dossier) -> str | None:
    return None if dossier.signed_file_id else _("Upload the signed submittal first.")


READY = (candidates, meeting, posting, answered_flags)
_at_receiver = partial(Step, at="receiver_id")

WORKFLOW = Workflow(
    labels=DossierState,
    steps=(
        Step(
            "to_head",
            (S.DRAFT, S.RETURNED),
            S.AT_HEAD,
            gettext_lazy("Hand to the head of the unit"),
            UNIT,
            needs=READY,
        ),
        Step(
            "back_to_draft",
            (S.AT_HEAD,),
            S.DRAFT,
            gettext_lazy("Back to the officer"),
            HEAD,
            needs_reason=True,
        ),
        Step("send", (S.AT_HEAD,), S.SENT, gettext_lazy("Approve and send"), HEAD, needs=READY),
        Step(
            "send_signed",
            (S.DRAFT, S.RETURNED),
            S.SENT,
            gettext_lazy("Send with the signed submittal"),
            UNIT,
            needs=(*READY, signed_file),
        ),
        _at_receiver("receive", (S.SENT,), S.APPRAISAL, gettext_lazy("Receive for appraisal"), DESK),
        _at_receiver(
            "return",
            (S.SENT, S.APPRAISAL),
            S.RETURNED,
            gettext_lazy("Return for supplements"),
            DESK,
            needs_reason=True,
        ),
        _at_receiver("conclude", (S.APPRAISAL,), S.APPRAISED, gettext_lazy("Conclude the appraisal"), DESK),
        _at_receiver(
            "reopen",
            (S.APPRAISED,),
            S.APPRAISAL,
            gettext_lazy("Reopen the appraisal"),
            DESK,
            needs_reason=True,
        ),
        _at_receiver(
            "to_council", (S.APPRAISED,), S.COUNCIL, gettext_lazy("Put before the council"), SECRETARY
        ),
        _at_receiver(
            "from_council", (S.COUNCIL,), S.VOTED, gettext_lazy("Close the council's vote"), SECRETARY
        ),
        _at_receiver(
            "decide",
            (S.APPRAISED, S.VOTED, S.FORWARDED),
            S.DECIDED,
            gettext_lazy("Decision in force"),
            CLERK,
        ),
        _at_receiver(
            "forward", (S.APPRAISED, S.VOTED), S.FORWARDED, gettext_lazy("Submit to the higher level"), DESK
        ),
        _at_receiver(
            "refuse", (S.SENT, S.APPRAISAL), S.REFUSED, gettext_lazy("Refuse"), DESK, needs_reason=True
        ),
        Step(
            "withdraw",
            (S.DRAFT, S.AT_HEAD, S.SENT, S.RETURNED, S.APPRAISAL),
            S.WITHDRAWN,
            gettext_lazy("Withdraw"),
            HEAD,
            needs_reason=True,
        ),
    ),
)


def while_dossier_is(*states: DossierState) -> Need:
    """The candidate's step is taken only while the dossier stands there."""

    def need(candidate: Candidate) -> str | None:
        if candidate.dossier.state in states:
            return None
        return _("This is not possible while the dossier is “%(state)s”.") % {
            "state": candidate.dossier.get_state_display()
        }

    return need


IN_PREPARATION = while_dossier_is(S.DRAFT, S.RETURNED)
IN_APPRAISAL = while_dossier_is(S.APPRAISAL)
BEFORE_COUNCIL = while_dossier_is(S.COUNCIL)
AT_THE_END = while_dossier_is(S.APPRAISED, S.VOTED, S.DECIDED, S.FORWARDED)
APPRAISED = (C.PROPOSED, C.AGREED, C.NOT_AGREED)
VOTED = (C.AGREED, C.PASSED, C.FAILED)

CANDIDATE_WORKFLOW = Workflow(
    labels=CandidateState,
    steps=(
        Step(
            "drop",
            (C.PROPOSED,),
            C.DROPPED,
            gettext_lazy("Take out of the list"),
            UNIT,
            needs=(IN_PREPARATION,),
        ),
        _at_receiver("agree", APPRAISED, C.AGREED, gettext_lazy("Put forward"), DESK, needs=(IN_APPRAISAL,)),
        _at_receiver(
            "not_agree",
            APPRAISED,
            C.NOT_AGREED,
            gettext_lazy("Not put forward"),
            DESK,
            needs=(IN_APPRAISAL,),
            needs_reason=True,
        ),
        _at_receiver(
            "pass", VOTED, C.PASSED, gettext_lazy("Passed by the council"), SECRETARY, needs=(BEFORE_COUNCIL,)
        ),
        _at_receiver(
            "fail",
            VOTED,
            C.FAILED,
            gettext_lazy("Not passed by the council"),
            SECRETARY,
            needs=(BEFORE_COUNCIL,),
        ),
        _at_receiver(
            "grant", (C.AGREED, C.PASSED), C.GRANTED, gettext_lazy("Confer"), CLERK, needs=(AT_THE_END,)
        ),
        _at_receiver(
            "not_grant",
            VOTED,
            C.NOT_GRANTED,
            gettext_lazy("Do not confer"),
            CLERK,
            needs=(AT_THE_END,),
            needs_reason=True,
        ),
    ),
)
STEP_TO = {CandidateState(step.target): step.name for step in CANDIDATE_WORKFLOW}
