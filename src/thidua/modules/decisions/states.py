"""The life of a decision. Nothing else writes `Decision.state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.organisations.api import Role

S = DecisionState
DESK = frozenset({Role.SPECIALIST, Role.COUNCIL_SECRETARY})
SIGNERS = frozenset({Role.LEADER, Role.DEPUTY})
CLERK = frozenset({Role.CLERK})
# Those who may confer on a candidate, in the dossier's own table of steps.
CONFER = frozenset({Role.CLERK, Role.SPECIALIST})


def recipients(decision: Decision) -> str | None:
    if decision.items.exists():
        return None
    return _("Add at least one recipient.")


def signer(decision: Decision) -> str | None:
    return None if decision.signer_id else _("Choose who signs.")


def wording(decision: Decision) -> str | None:
    if decision.grounds and decision.authority and decision.executors:
        return None
    return _("Fill in who decides, the grounds and who carries it out.")


def number(decision: Decision) -> str | None:
    if decision.number and decision.signed_on:
        return None
    return _("Enter the number and day that the records office gave.")


def signed_copy(decision: Decision) -> str | None:
    return None if decision.signed_file_id else _("Upload the signed copy first.")


WORKFLOW = Workflow(
    labels=DecisionState,
    steps=(
        Step("to_leader", (S.DRAFT,), S.WITH_LEADER, gettext_lazy("Submit for signing"), DESK,
             needs=(recipients, signer, wording)),
        Step("back", (S.WITH_LEADER,), S.DRAFT, gettext_lazy("Back to the drafter"), SIGNERS | DESK,
             needs_reason=True),
        Step("number", (S.WITH_LEADER,), S.NUMBERED, gettext_lazy("Enter number and day"), CLERK, needs=(signer, number)),
        Step("enforce", (S.NUMBERED,), S.IN_FORCE, gettext_lazy("Put in force"), CONFER,
             needs=(recipients, signed_copy)),
        Step("cancel", (S.DRAFT, S.WITH_LEADER), S.CANCELLED, gettext_lazy("Cancel"), DESK | SIGNERS,
             needs_reason=True),
    ),
)  # fmt: skip
