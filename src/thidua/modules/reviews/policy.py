"""Who reads and who writes a review."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.reviews.models import Review, ReviewState
from thidua.modules.reviews.states import ISSUES, WORKFLOW, WRITES

READS = WRITES | ISSUES | {Role.LEADER, Role.DEPUTY, Role.INSPECTOR, Role.VISITOR, Role.COUNCIL_SECRETARY}


def may_write(actor: Actor, organisation_id: int | None) -> Answer:
    if actor.has(*WRITES) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(WRITES)})


def may_change(actor: Actor, review: Review) -> Answer:
    if review.state != ReviewState.DRAFT:
        return refused(_("The report was issued: it is no longer changed."))
    return may_write(actor, review.organisation_id)


def may_step(actor: Actor, review: Review, step: str) -> Answer:
    return WORKFLOW.may(review, step, actor)
