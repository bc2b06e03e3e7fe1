"""The lives of a tip and of an exemplar. Nothing else writes their `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.exemplars.models import Consent, Exemplar, ExemplarState, TipState
from thidua.modules.organisations.api import Role

T = TipState
E = ExemplarState
UNIT = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
ANSWERS = frozenset({Role.UNIT_HEAD, Role.SPECIALIST})


def visit(exemplar: Exemplar) -> str | None:
    return None if exemplar.visits.exists() else _("Enter the verification visit first.")


def plan(exemplar: Exemplar) -> str | None:
    return (
        None if exemplar.plan and exemplar.mentor else _("Enter the plan of nurturing and the mentor first.")
    )


def consent(exemplar: Exemplar) -> str | None:
    return (
        None
        if exemplar.consent == Consent.GIVEN
        else _("Ask the person first: publication needs their consent.")
    )


TIP_WORKFLOW = Workflow(
    labels=TipState,
    steps=(
        Step("accept", (T.NEW,), T.ACCEPTED, gettext_lazy("Accept as an exemplar"), UNIT),
        Step("merge", (T.NEW,), T.DUPLICATE, gettext_lazy("The same deed as another"), UNIT),
        Step("refer", (T.NEW,), T.REFERRED, gettext_lazy("Pass to the receiver of complaints"), UNIT),
        Step("decline", (T.NEW,), T.DECLINED, gettext_lazy("Not an exemplar"), UNIT, needs_reason=True),
    ),
)

WORKFLOW = Workflow(
    labels=ExemplarState,
    steps=(
        Step("verify", (E.FOUND,), E.VERIFIED, gettext_lazy("Confirm as verified"), UNIT, needs=(visit,)),
        Step(
            "nurture", (E.VERIFIED,), E.NURTURED, gettext_lazy("Begin to nurture"), UNIT, needs=(visit, plan)
        ),
        Step(
            "commend",
            (E.VERIFIED, E.NURTURED),
            E.COMMENDED,
            gettext_lazy("Note the commendation"),
            ANSWERS,
            needs_reason=True,
        ),
        Step(
            "publicise",
            (E.COMMENDED,),
            E.PUBLICISED,
            gettext_lazy("Note the publication"),
            ANSWERS,
            needs=(consent,),
            needs_reason=True,
        ),
        Step(
            "replicate",
            (E.PUBLICISED,),
            E.REPLICATED,
            gettext_lazy("Note the replication"),
            ANSWERS,
            needs_reason=True,
        ),
        Step(
            "set_aside",
            (E.FOUND, E.VERIFIED, E.NURTURED),
            E.SET_ASIDE,
            gettext_lazy("Set aside"),
            UNIT,
            needs_reason=True,
        ),
        Step("take_up", (E.SET_ASIDE,), E.FOUND, gettext_lazy("Take up again"), UNIT),
    ),
)
