"""The life of a dossier. Nothing else writes `Dossier.state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.dossiers.models import CandidateState, Dossier, DossierState
from thidua.modules.organisations.roles import Role

S = DossierState
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
    """A sudden feat under the simplified procedure needs no meeting (Law 06/2022/QH15, Art 85)."""
    if dossier.procedure == "simplified" or hasattr(dossier, "meeting"):
        return None
    return _("Enter the unit's meeting (bình xét) and its result.")


def answered_flags(dossier: Dossier) -> str | None:
    if not dossier.flags.filter(cleared_at__isnull=True).exists():
        return None
    return _("Answer every flagged field first.")


WORKFLOW = Workflow(
    labels=DossierState,
    steps=(
        Step("to_head", (S.DRAFT, S.RETURNED), S.AT_HEAD, gettext_lazy("Hand to the head of the unit"), UNIT,
             needs=(candidates, meeting, answered_flags)),
        Step("back_to_draft", (S.AT_HEAD,), S.DRAFT, gettext_lazy("Back to the officer"), HEAD, needs_reason=True),
        Step("send", (S.AT_HEAD,), S.SENT, gettext_lazy("Approve and send"), HEAD, needs=(candidates, meeting)),
        Step("send_signed", (S.DRAFT, S.RETURNED), S.SENT, gettext_lazy("Send with the signed submittal"), UNIT,
             needs=(candidates, meeting, answered_flags)),
        Step("receive", (S.SENT,), S.APPRAISAL, gettext_lazy("Receive for appraisal"), DESK, at="receiver_id"),
        Step("return", (S.SENT, S.APPRAISAL), S.RETURNED, gettext_lazy("Return for supplements"), DESK,
             at="receiver_id", needs_reason=True),
        Step("conclude", (S.APPRAISAL,), S.APPRAISED, gettext_lazy("Conclude the appraisal"), DESK, at="receiver_id"),
        Step("reopen", (S.APPRAISED,), S.APPRAISAL, gettext_lazy("Reopen the appraisal"), DESK, at="receiver_id",
             needs_reason=True),
        Step("to_council", (S.APPRAISED,), S.COUNCIL, gettext_lazy("Put before the council"), SECRETARY,
             at="receiver_id"),
        Step("from_council", (S.COUNCIL,), S.VOTED, gettext_lazy("Close the council's vote"), SECRETARY,
             at="receiver_id"),
        Step("decide", (S.APPRAISED, S.VOTED), S.DECIDED, gettext_lazy("Decision in force"), CLERK, at="receiver_id"),
        Step("forward", (S.APPRAISED, S.VOTED), S.FORWARDED, gettext_lazy("Submit to the higher level"), DESK,
             at="receiver_id"),
        Step("withdraw", (S.DRAFT, S.AT_HEAD, S.SENT, S.RETURNED, S.APPRAISAL), S.WITHDRAWN,
             gettext_lazy("Withdraw"), HEAD, needs_reason=True),
        Step("refuse", (S.SENT, S.APPRAISAL), S.REFUSED, gettext_lazy("Refuse"), DESK, at="receiver_id",
             needs_reason=True),
    ),
)
