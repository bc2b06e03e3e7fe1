"""Who looks at the pictures of his own organisation: they count, and name nobody."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import DESK, Actor, Role

ASKS = DESK | {Role.UNIT_HEAD}
LOOKS = ASKS | {Role.INSPECTOR, Role.VISITOR}


def may_look(actor: Actor) -> Answer:
    return _for(actor, LOOKS)


def may_ask_again(actor: Actor) -> Answer:
    """Inspectors and visiting teams read only."""
    return _for(actor, ASKS)


def _for(actor: Actor, roles: frozenset[Role]) -> Answer:
    if actor.has(*roles):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})
