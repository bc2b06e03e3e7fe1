"""The lives of a model, of a pilot and of an adoption. Nothing else writes their `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.organisations.api import Role
from thidua.modules.replication.models import (
    AdoptionState,
    ModelState,
    ModelVerdict,
    Pilot,
    PilotState,
    PracticeModel,
)

M = ModelState
P = PilotState
A = AdoptionState
WRITES = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
OWNER = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
ANSWERS = frozenset({Role.UNIT_HEAD, Role.SPECIALIST})
AUTHORITY = frozenset({Role.SPECIALIST, Role.LEADER, Role.DEPUTY})


def described(model: PracticeModel) -> str | None:
    """Others can only follow what is written down."""
    if model.novelty and model.solutions and model.conditions and model.cost is not None:
        return None
    return _(
        "Write what is new, the solutions, the conditions and the cost first (0 where it costs nothing)."
    )


def has_pilot(model: PracticeModel) -> str | None:
    running = model.pilots.filter(state=P.RUNNING)
    return None if running.exists() else _("Choose a pilot unit first.")


def pilots_ended(model: PracticeModel) -> str | None:
    running = model.pilots.filter(state=P.RUNNING).select_related("organisation")
    names = ", ".join(pilot.organisation.name for pilot in running)
    return _("Conclude the pilot first, or give it up: %(units)s.") % {"units": names} if names else None


def was_tried(model: PracticeModel) -> str | None:
    ended = model.pilots.filter(state=P.CONCLUDED)
    return None if ended.exists() else _("No pilot has come to its end: there is nothing to review.")


def is_worth_it(model: PracticeModel) -> str | None:
    if model.verdict == ModelVerdict.WORTH:
        return None
    return _("Only a model reviewed as worth replicating comes into the catalogue.")


def is_not_yet(model: PracticeModel) -> str | None:
    if model.verdict == ModelVerdict.NOT_YET:
        return None
    return _("It is piloted again only where the review says “not yet”.")


def measured(pilot: Pilot) -> str | None:
    after = pilot.measures.filter(after__isnull=False)
    return None if after.exists() else _("Enter an indicator with its value before and after first.")


def learnt(pilot: Pilot) -> str | None:
    return None if pilot.lessons.exists() else _("Write down a lesson first.")


WORKFLOW = Workflow(
    labels=ModelState,
    steps=(
        Step("propose", (M.DRAFT,), M.PROPOSED, gettext_lazy("Put the model forward"), ANSWERS, needs=(described,)),
        Step("take_back", (M.PROPOSED,), M.DRAFT, gettext_lazy("Take the model back"), OWNER, needs=(pilots_ended,)),
        Step("hand_back", (M.PROPOSED,), M.DRAFT, gettext_lazy("Hand the model back"), AUTHORITY, needs=(pilots_ended,), needs_reason=True),
        Step("pilot", (M.PROPOSED,), M.PILOT, gettext_lazy("Begin the pilot"), AUTHORITY, needs=(has_pilot,)),
        Step("review", (M.PILOT,), M.REVIEWED, gettext_lazy("Review the model"), AUTHORITY, needs=(pilots_ended, was_tried)),
        Step("pilot_again", (M.REVIEWED,), M.PILOT, gettext_lazy("Pilot it further"), AUTHORITY, needs=(is_not_yet,)),
        Step("list", (M.REVIEWED,), M.CATALOGUE, gettext_lazy("Put it into the catalogue"), AUTHORITY, needs=(is_worth_it, described)),
        Step("retire", (M.PROPOSED, M.PILOT, M.REVIEWED, M.CATALOGUE), M.RETIRED, gettext_lazy("Follow it no longer"), AUTHORITY, needs=(pilots_ended,), needs_reason=True),
        Step("drop", (M.DRAFT,), M.RETIRED, gettext_lazy("Give the draft up"), WRITES, needs_reason=True),
        Step("take_up", (M.RETIRED,), M.PROPOSED, gettext_lazy("Take the model up again"), ANSWERS, needs=(described,)),
    ),
)  # fmt: skip

PILOT_WORKFLOW = Workflow(
    labels=PilotState,
    steps=(
        Step("conclude", (P.RUNNING,), P.CONCLUDED, gettext_lazy("Conclude the pilot"), ANSWERS, needs=(measured, learnt), needs_reason=True),
        Step("give_up", (P.RUNNING,), P.DROPPED, gettext_lazy("Give the pilot up"), ANSWERS, needs_reason=True),
    ),
)  # fmt: skip

ADOPTION_WORKFLOW = Workflow(
    labels=AdoptionState,
    steps=(
        Step("withdraw", (A.IN_USE,), A.WITHDRAWN, gettext_lazy("Apply it no more"), ANSWERS, needs_reason=True),
    ),
)  # fmt: skip
