"""Who lets outside systems in: administrators, for units of their scope."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.exchange.models import Token
from thidua.modules.organisations.api import Actor, Role


def may_manage(actor: Actor, *organisation_ids: int | None) -> Answer:
    if actor.has(Role.ADMINISTRATOR) and all(actor.covers(pk) for pk in organisation_ids):
        return ALLOWED
    return refused(
        _("Outside systems are let in by: %(who)s.") % {"who": actor.role_names([Role.ADMINISTRATOR])}
    )


def may_change(actor: Actor, token: Token) -> Answer:
    return may_manage(actor, token.organisation_id)
