"""Who sees signs and shortcomings, who asks, explains, decides."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.oversight.models import RemedyPlan, Shortcoming, ShortcomingState, Signal
from thidua.modules.oversight.states import LEADER, OFFICER, SHORTCOMING, SIGNAL, UNIT

OVERSEES = OFFICER | LEADER
READS = OVERSEES | {Role.VISITOR}


def may_oversee(actor: Actor, organisation_id: int | None) -> Answer:
    """The officer: looks anew, sets thresholds, enters shortcomings."""
    return _of(actor, OFFICER, organisation_id)


def may_set_threshold(actor: Actor, organisation_id: int | None) -> Answer:
    return _of(actor, OVERSEES, organisation_id)


def may_read(actor: Actor) -> Answer:
    if actor.has(*READS):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(READS)})


def may_step_signal(actor: Actor, signal: Signal, step: str) -> Answer:
    return SIGNAL.may(signal, step, actor)


def may_step_shortcoming(actor: Actor, row: Shortcoming, step: str) -> Answer:
    return SHORTCOMING.may(row, step, actor)


def may_change(actor: Actor, row: Shortcoming) -> Answer:
    if row.state == ShortcomingState.CLOSED:
        return refused(_("The shortcoming is closed: open it again first."))
    return _of(actor, OVERSEES, row.body_id)


def may_note(actor: Actor, row: Shortcoming) -> Answer:
    """Whoever carries the measure out says what was done, and so does the desk."""
    if row.state == ShortcomingState.CLOSED:
        return refused(_("The shortcoming is closed: open it again first."))
    if actor.has(*OFFICER) and actor.covers(row.body_id):
        return ALLOWED
    return _of(actor, UNIT, row.owner_id)


def may_write_plan(actor: Actor, plan: RemedyPlan) -> Answer:
    return _of(actor, OFFICER, plan.organisation_id)


def _of(actor: Actor, roles: frozenset[Role], organisation_id: int | None) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})
