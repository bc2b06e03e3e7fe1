"""Who sees suggestions and works with them: officers only, never those whom they are about."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import Actor, Role, receivers_of
from thidua.modules.suggestions.models import ExportPermit

LOOKS = frozenset({Role.SPECIALIST})
DECIDES = LOOKS | {Role.UNIT_OFFICER, Role.UNIT_HEAD}
PERMITS = frozenset({Role.LEADER, Role.DEPUTY})
READS = DECIDES | PERMITS


def _answer(actor: Actor, roles: frozenset[str], organisation_id: int | None) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})


def may_read(actor: Actor) -> Answer:
    return _answer(actor, READS, actor.organisation_id)


def may_look(actor: Actor, organisation_id: int | None) -> Answer:
    """Have the records looked through anew."""
    return _answer(actor, LOOKS, organisation_id)


def may_decide(actor: Actor, organisation_id: int) -> Answer:
    """Open a dossier, or say not this time."""
    return _answer(actor, DECIDES, organisation_id)


def may_permit(actor: Actor, organisation_id: int | None) -> Answer:
    return _answer(actor, PERMITS, organisation_id)


def may_export(actor: Actor) -> Answer:
    """Only where the leaders of the body that looks through the records have allowed it."""
    reads = may_read(actor)
    if not reads or actor.organisation_id is None:
        return reads
    body = receivers_of(actor.organisation_id, LOOKS, actor.on)
    if body and ExportPermit.objects.filter(organisation=body).exists():
        return ALLOWED
    return refused(_("The list is read on screen only: the leaders have not allowed it to be taken out."))
