"""Who may write in the register."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.register.models import Entry, Source

WRITES = frozenset({Role.CLERK, Role.SPECIALIST})


def may_enter(actor: Actor, body_id: int | None) -> Answer:
    """From a decision in force, into the book of the body that decided."""
    if actor.has(*WRITES) and actor.covers(body_id):
        return ALLOWED
    return refused(_("The register is kept by the clerk and the specialist of the deciding body."))


def may_enter_old(actor: Actor, body_id: int | None) -> Answer:
    if actor.has(Role.SPECIALIST) and actor.covers(body_id):
        return ALLOWED
    return refused(_("Old awards are entered by the specialist who keeps the register."))


def may_check(actor: Actor, entry: Entry) -> Answer:
    if entry.source == Source.DECISION:
        return refused(_("This entry comes from a decision made here; there is nothing to compare."))
    if not (actor.has(Role.SPECIALIST) and actor.covers(entry.chain.body_id)):
        return refused(_("Old awards are compared by the specialist who keeps the register."))
    return ALLOWED
