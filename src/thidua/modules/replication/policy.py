"""Who may do what with models, pilots and adoptions. What a step asks for stands in `states`."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.replication.models import (
    Adoption,
    AdoptionState,
    ModelState,
    Pilot,
    PilotState,
    PracticeModel,
)
from thidua.modules.replication.states import (
    ADOPTION_WORKFLOW,
    ANSWERS,
    AUTHORITY,
    PILOT_WORKFLOW,
    WORKFLOW,
    WRITES,
)

READS = WRITES | AUTHORITY | {Role.INSPECTOR, Role.VISITOR, Role.EDITOR}
CHOOSES = WRITES | AUTHORITY
# What was offered to all units stays as it was offered.
OPEN_TO_CHANGE = frozenset({ModelState.DRAFT, ModelState.PROPOSED, ModelState.PILOT, ModelState.REVIEWED})
OPEN_TO_PILOTS = frozenset({ModelState.PROPOSED, ModelState.PILOT})


def may_write(actor: Actor, organisation_id: int | None) -> Answer:
    """Whoever writes for a unit: its officer, its head, and the specialist above it."""
    if actor.has(*WRITES) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(WRITES)})


def _state_allows(model: PracticeModel, states: frozenset[ModelState]) -> Answer:
    if model.state in states:
        return ALLOWED
    return refused(
        _("This is not possible while the state of the model is “%(state)s”.")
        % {"state": model.get_state_display()}
    )


def may_change(actor: Actor, model: PracticeModel) -> Answer:
    return first_refusal(
        lambda: may_write(actor, model.organisation_id), lambda: _state_allows(model, OPEN_TO_CHANGE)
    )


def may_step(actor: Actor, model: PracticeModel, step: str) -> Answer:
    return WORKFLOW.may(model, step, actor)


def may_share(actor: Actor, model: PracticeModel) -> Answer:
    """Whether other communes read it is for the unit that began it to say, or for the specialist above it."""
    if not (actor.has(*ANSWERS) and actor.covers(model.organisation_id)):
        return refused(_("This is for: %(who)s.") % {"who": actor.role_names(ANSWERS)})
    return _state_allows(model, frozenset({ModelState.CATALOGUE}))


def may_choose_pilots(actor: Actor, model: PracticeModel) -> Answer:
    """The unit that began the model, or the authority above it."""
    if not (actor.has(*CHOOSES) and actor.covers(model.organisation_id)):
        return refused(_("This is for: %(who)s.") % {"who": actor.role_names(CHOOSES)})
    return _state_allows(model, OPEN_TO_PILOTS)


def may_step_pilot(actor: Actor, pilot: Pilot, step: str) -> Answer:
    return PILOT_WORKFLOW.may(pilot, step, actor)


def may_measure_pilot(actor: Actor, pilot: Pilot) -> Answer:
    """The pilot unit itself, or the unit that began the model."""
    if pilot.state != PilotState.RUNNING:
        return refused(_("The pilot has ended: its indicators and lessons stay as they are."))
    own = may_write(actor, pilot.organisation_id)
    return own or may_write(actor, pilot.model.organisation_id)


def may_adopt(actor: Actor, model: PracticeModel) -> Answer:
    if not actor.has(*WRITES) or actor.organisation_id is None:
        return refused(_("This is for: %(who)s.") % {"who": actor.role_names(WRITES)})
    return _state_allows(model, frozenset({ModelState.CATALOGUE}))


def may_adopt_for(actor: Actor, model: PracticeModel, organisation_id: int) -> Answer:
    if organisation_id == model.organisation_id:
        return refused(_("The unit that began the model applies it anyway."))
    return first_refusal(lambda: may_adopt(actor, model), lambda: may_write(actor, organisation_id))


def may_step_adoption(actor: Actor, adoption: Adoption, step: str) -> Answer:
    return ADOPTION_WORKFLOW.may(adoption, step, actor)


def may_measure_adoption(actor: Actor, adoption: Adoption) -> Answer:
    if adoption.state != AdoptionState.IN_USE:
        return refused(_("The unit applies the model no more: its indicators and lessons stay as they are."))
    return may_write(actor, adoption.organisation_id)
