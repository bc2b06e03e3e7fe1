from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.appraisal.models import Appraisal, AppraisalState
from thidua.modules.appraisal.states import DESK, WORKFLOW
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Actor, Role

ASSIGNS = frozenset({Role.SPECIALIST, Role.LEADER, Role.DEPUTY})
READS = DESK | {Role.LEADER, Role.DEPUTY, Role.COUNCIL_SECRETARY, Role.INSPECTOR, Role.VISITOR}


def _has_role(actor: Actor, organisation_id: int, roles: frozenset[str]) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})


def may_receive(actor: Actor, dossier: Dossier) -> Answer:
    return _has_role(actor, dossier.receiver_id, DESK)


def may_assign(actor: Actor, appraisal: Appraisal) -> Answer:
    return first_refusal(
        lambda: _has_role(actor, appraisal.organisation_id, ASSIGNS), lambda: _is_not_concluded(appraisal)
    )


def may_examine(actor: Actor, appraisal: Appraisal) -> Answer:
    """Check items and conclude on candidates: while the file is here."""
    return first_refusal(
        lambda: _has_role(actor, appraisal.organisation_id, DESK), lambda: _is_open(appraisal)
    )


def may_step(actor: Actor, appraisal: Appraisal, step: str) -> Answer:
    return WORKFLOW.may(appraisal, step, actor)


def _is_not_concluded(appraisal: Appraisal) -> Answer:
    if appraisal.state == AppraisalState.CONCLUDED:
        return refused(_("The appraisal is concluded."))
    return ALLOWED


def _is_open(appraisal: Appraisal) -> Answer:
    if appraisal.state == AppraisalState.OPEN:
        return ALLOWED
    return refused(
        _("The appraisal is “%(state)s”: nothing can be changed now.")
        % {"state": appraisal.get_state_display()}
    )
