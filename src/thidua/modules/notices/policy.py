from django.utils.translation import gettext_lazy as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Kind

AUTHORITIES = frozenset({Kind.PROVINCE, Kind.DEPARTMENT, Kind.COMMUNE})


def may_see_mail(actor: Actor) -> Answer:
    """The outbox belongs to the installation: a unit's administrator has nothing to see in it."""
    kind = actor.organisation.kind if actor.organisation else None
    if actor.is_system or (actor.has(Role.ADMINISTRATOR) and kind in AUTHORITIES):
        return ALLOWED
    return refused(_("Only an administrator of a commune, a department or a province may do this."))
