"""Who sees signs and shortcomings, who asks, explains, decides."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.oversight.models import (
    Complaint,
    Inspection,
    InspectionKind,
    InspectionState,
    RemedyPlan,
    Shortcoming,
    ShortcomingState,
    Signal,
)
from thidua.modules.oversight.states import (
    COMPLAINT,
    INSPECTION,
    LEADER,
    OFFICER,
    RECEIVER,
    SHORTCOMING,
    SIGNAL,
    UNIT,
)

OVERSEES = OFFICER | LEADER
READS = OVERSEES | {Role.VISITOR}
GATHERS = OVERSEES | {Role.UNIT_HEAD}


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


def may_inspect(actor: Actor, row: Inspection) -> Answer:
    """The inspecting body; a unit inspects itself only."""
    if row.kind == InspectionKind.SELF and actor.has(*UNIT) and actor.covers(row.body_id):
        return ALLOWED
    if not actor.covers(row.organisation_id):
        return refused(_("The unit is not one of your scope."))
    return _of(actor, OFFICER, row.body_id)


def may_plan_any(actor: Actor) -> Answer:
    return _of(actor, OFFICER | UNIT, actor.organisation_id)


def may_prepare_inspection(actor: Actor, row: Inspection) -> Answer:
    if row.state != InspectionState.PLANNED:
        return refused(_("The inspection has begun: checklist and sample stay as they are."))
    return may_inspect(actor, row)


def may_examine(actor: Actor, row: Inspection) -> Answer:
    if row.state != InspectionState.RUNNING:
        return refused(_("This is done while the inspection is under way."))
    return may_inspect(actor, row)


def may_step_inspection(actor: Actor, row: Inspection, step: str) -> Answer:
    return first_refusal(lambda: may_inspect(actor, row), lambda: INSPECTION.may(row, step, actor))


def may_gather(actor: Actor, organisation_id: int | None) -> Answer:
    """Everything of a period in one file: for those who are inspected, and those who inspect."""
    return _of(actor, GATHERS, organisation_id)


def may_pack(actor: Actor, dossier: Dossier) -> Answer:
    """One dossier with all its grounds: for those who oversee where it was received."""
    return _of(actor, OVERSEES, dossier.receiver_id)


def may_receive_letters(actor: Actor) -> Answer:
    """The receiver of complaints; never who administers the system."""
    if actor.has(Role.COMPLAINTS) and not actor.is_system and not actor.has(Role.ADMINISTRATOR):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(RECEIVER)})


def may_step_letter(actor: Actor, row: Complaint, step: str) -> Answer:
    return first_refusal(lambda: may_receive_letters(actor), lambda: COMPLAINT.may(row, step, actor))


def _of(actor: Actor, roles: frozenset[Role], organisation_id: int | None) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})
