"""The life of a sign and of a shortcoming. Nothing else writes their `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.organisations.api import Role
from thidua.modules.oversight.models import (
    HOLDING_KINDS,
    Complaint,
    ComplaintKind,
    ComplaintState,
    Inspection,
    InspectionState,
    ItemResult,
    Shortcoming,
    ShortcomingState,
    SignalState,
)

S = SignalState
C = ShortcomingState
OFFICER = frozenset({Role.SPECIALIST, Role.INSPECTOR})
LEADER = frozenset({Role.LEADER, Role.DEPUTY})
UNIT = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
# Who speaks for a body that was asked itself.
EXPLAINS = UNIT | OFFICER

# The officer sees first, the unit explains, the leader decides what becomes a shortcoming.
SIGNAL = Workflow(
    labels=SignalState,
    steps=(
        Step("ask", (S.NEW, S.ASKED, S.EXPLAINED), S.ASKED, gettext_lazy("Ask the unit to explain"), OFFICER, at="body_id", needs_reason=True),
        Step("explain", (S.ASKED,), S.EXPLAINED, gettext_lazy("Explain"), EXPLAINS, needs_reason=True),
        Step("submit", (S.NEW, S.EXPLAINED), S.WITH_LEADER, gettext_lazy("Put before the leader"), OFFICER, at="body_id", needs_reason=True),
        Step("set_aside", (S.NEW, S.EXPLAINED, S.WITH_LEADER), S.SET_ASIDE, gettext_lazy("No shortcoming"), OFFICER | LEADER, at="body_id", needs_reason=True),
        Step("reopen", (S.SET_ASIDE,), S.NEW, gettext_lazy("Look at it again"), OFFICER | LEADER, at="body_id", needs_reason=True),
        Step("accept", (S.WITH_LEADER,), S.SHORTCOMING, gettext_lazy("Note as a shortcoming"), LEADER, at="body_id"),
    ),
)  # fmt: skip


def is_gone(row: Shortcoming) -> str | None:
    """Its detector no longer finds it; what was entered by hand shows a proof."""
    if row.signal is not None:
        if not row.signal.is_found:
            return None
        return _("The sign is still found in the records: only the leader closes it, with a reason.")
    if row.proofs.exists():
        return None
    return _("Attach what shows that it was remedied.")


SHORTCOMING = Workflow(
    labels=ShortcomingState,
    steps=(
        Step("report", (C.OPEN,), C.DONE, gettext_lazy("Report as remedied"), UNIT | OFFICER, at="owner_id", needs_reason=True),
        Step("hand_back", (C.DONE,), C.OPEN, gettext_lazy("Not remedied yet"), OFFICER | LEADER, at="body_id", needs_reason=True),
        Step("close", (C.OPEN, C.DONE), C.CLOSED, gettext_lazy("Close: remedied"), OFFICER, at="body_id", needs=(is_gone,), needs_reason=True),
        Step("override", (C.OPEN, C.DONE), C.CLOSED, gettext_lazy("Close although it is still found"), LEADER, at="body_id", needs_reason=True),
        Step("reopen", (C.CLOSED,), C.OPEN, gettext_lazy("Open it again"), OFFICER | LEADER, at="body_id", needs_reason=True),
    ),
)  # fmt: skip

T = InspectionState
INSPECTS = OFFICER | UNIT


def has_team(row: Inspection) -> str | None:
    return None if row.team else _("Name the team first.")


def is_examined(row: Inspection) -> str | None:
    n_open = (
        row.items.filter(result=ItemResult.OPEN).count() + row.sample.filter(result=ItemResult.OPEN).count()
    )
    return _("Still to be looked at: %(n)s.") % {"n": n_open} if n_open else None


def has_conclusion(row: Inspection) -> str | None:
    if row.conclusion and row.concluded_on:
        return None
    return _("Write the conclusion and its day first.")


def is_followed_up(row: Inspection) -> str | None:
    owed = row.findings.filter(shortcoming__isnull=False).exclude(shortcoming__state=C.CLOSED).count()
    return _("Recommendations that are not carried out yet: %(n)s.") % {"n": owed} if owed else None


INSPECTION = Workflow(
    labels=InspectionState,
    steps=(
        Step("begin", (T.PLANNED,), T.RUNNING, gettext_lazy("Begin the inspection"), INSPECTS, at="body_id", needs=(has_team,)),
        Step("conclude", (T.RUNNING,), T.CONCLUDED, gettext_lazy("Conclude"), INSPECTS, at="body_id", needs=(is_examined, has_conclusion)),
        Step("follow_up", (T.CONCLUDED,), T.FOLLOWED_UP, gettext_lazy("Close: all carried out"), INSPECTS, at="body_id", needs=(is_followed_up,)),
        Step("reopen", (T.CONCLUDED,), T.RUNNING, gettext_lazy("Look at it once more"), INSPECTS, at="body_id", needs_reason=True),
        Step("call_off", (T.PLANNED,), T.CALLED_OFF, gettext_lazy("Call off the inspection"), INSPECTS, at="body_id", needs_reason=True),
    ),
)  # fmt: skip

D = ComplaintState
RECEIVER = frozenset({Role.COMPLAINTS})


def is_holding_kind(row: Complaint) -> str | None:
    if row.kind in HOLDING_KINDS:
        return None
    return _("Only a complaint or a denunciation is accepted for handling; a reflection is answered.")


def is_reflection(row: Complaint) -> str | None:
    return None if row.kind == ComplaintKind.REFLECTION else _("Only a reflection is answered in this way.")


def has_deadline(row: Complaint) -> str | None:
    if row.due_on and row.due_basis:
        return None
    return _("Enter by when it is to be settled, and by which provision.")


def is_not_only_anonymous(row: Complaint) -> str | None:
    if not row.is_anonymous or row.is_verified_apart:
        return None
    return _(
        "An anonymous letter is not accepted by itself: what it says must have been verified apart from it."
    )


def concerns_somebody(row: Complaint) -> str | None:
    return None if row.targets.exists() else _("Say whom the letter concerns.")


ACCEPTS = (is_holding_kind, is_not_only_anonymous, has_deadline, concerns_somebody)
COMPLAINT = Workflow(
    labels=ComplaintState,
    steps=(
        Step("sort", (D.RECEIVED, D.SORTED), D.SORTED, gettext_lazy("Sort the letter"), RECEIVER),
        Step("accept", (D.SORTED,), D.ACCEPTED, gettext_lazy("Accept for handling"), RECEIVER, needs=ACCEPTS, needs_reason=True),
        Step("decline", (D.RECEIVED, D.SORTED), D.DECLINED, gettext_lazy("Do not accept for handling"), RECEIVER, needs_reason=True),
        Step("answer", (D.SORTED,), D.ENDED, gettext_lazy("Answer the reflection"), RECEIVER, needs=(is_reflection,), needs_reason=True),
        Step("conclude", (D.ACCEPTED,), D.ENDED, gettext_lazy("Enter the conclusion"), RECEIVER, needs_reason=True),
        Step("withdraw", (D.SORTED, D.ACCEPTED), D.WITHDRAWN, gettext_lazy("Withdrawn by its sender"), RECEIVER, needs_reason=True),
    ),
)  # fmt: skip
