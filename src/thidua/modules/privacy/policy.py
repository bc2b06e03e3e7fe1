"""Who enters, answers and reads what people ask about their own data."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.people.models import Person
from thidua.modules.privacy.models import DataRequest, RequestKind, RequestState
from thidua.modules.privacy.states import ANSWERS, WORKFLOW

READS = ANSWERS | {Role.INSPECTOR}


def _for(actor: Actor, roles: frozenset[Role], organisation_id: int | None) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})


def may_enter(actor: Actor, person: Person) -> Answer:
    return _for(actor, ANSWERS, person.organisation_id)


def may_change(actor: Actor, row: DataRequest) -> Answer:
    if row.state != RequestState.RECEIVED:
        return refused(_("This request has been answered: it is no longer changed."))
    return _for(actor, ANSWERS, row.organisation_id)


def may_take_copy(actor: Actor, row: DataRequest) -> Answer:
    """Everything that is held of one person goes out only upon a request whose sender is known."""
    if row.kind != RequestKind.COPY or row.state == RequestState.REFUSED:
        return refused(_("A copy is made upon a request for a copy that was not refused."))
    if not row.is_proven:
        return refused(_("Check first that who asks is that person, or acts for him, and tick it."))
    return _for(actor, ANSWERS, row.organisation_id)


def may_step(actor: Actor, row: DataRequest, step: str) -> Answer:
    return WORKFLOW.may(row, step, actor)
