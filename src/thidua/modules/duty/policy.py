"""Who sees the board, and who speaks for a unit."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import Actor, Role

SAYS = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
READS = SAYS | {Role.LEADER, Role.DEPUTY, Role.INSPECTOR, Role.VISITOR}


def may_say(actor: Actor, organisation_id: int) -> Answer:
    if actor.has(*SAYS) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(SAYS)})
