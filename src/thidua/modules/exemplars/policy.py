"""Who may do what with tips and exemplars. What a step asks for stands in `states`."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.exemplars.models import Exemplar, ExemplarState, Tip
from thidua.modules.exemplars.states import TIP_WORKFLOW, UNIT, WORKFLOW
from thidua.modules.organisations.api import Actor, Role

READS = UNIT | {Role.LEADER, Role.DEPUTY, Role.INSPECTOR, Role.VISITOR, Role.EDITOR}
# What was once publicised stays as it was told.
CLOSED = frozenset({ExemplarState.PUBLICISED, ExemplarState.REPLICATED, ExemplarState.SET_ASIDE})


def may_tell(actor: Actor) -> Answer:
    """Anybody who has a role somewhere here, a visiting team too: what one saw is one's own to tell."""
    if actor.organisation_id is not None:
        return ALLOWED
    return refused(_("A good deed is told by somebody who works for an organisation here."))


def may_triage(actor: Actor, organisation_id: int | None) -> Answer:
    if actor.has(*UNIT) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(UNIT)})


def may_step_tip(actor: Actor, tip: Tip, step: str) -> Answer:
    return TIP_WORKFLOW.may(tip, step, actor)


def may_step(actor: Actor, exemplar: Exemplar, step: str) -> Answer:
    return WORKFLOW.may(exemplar, step, actor)


def may_change(actor: Actor, exemplar: Exemplar) -> Answer:
    if exemplar.state in CLOSED:
        return refused(
            _("The exemplar is “%(state)s”: it is no longer changed.")
            % {"state": exemplar.get_state_display()}
        )
    return may_triage(actor, exemplar.organisation_id)


def may_praise(actor: Actor, exemplar: Exemplar) -> Answer:
    """A letter of praise is written when somebody has looked whether it is so."""
    if exemplar.state in (ExemplarState.FOUND, ExemplarState.SET_ASIDE):
        return refused(_("A letter of praise is written when the deed has been verified."))
    return may_triage(actor, exemplar.organisation_id)
