"""Who draws up, approves and reads reports; who asks for them."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.reports.models import Report, ReportState, SavedTable
from thidua.modules.reports.states import APPROVES, DRAWS, WORKFLOW

READS = DRAWS | APPROVES | {Role.INSPECTOR, Role.VISITOR, Role.COUNCIL_SECRETARY}
ASKS = frozenset({Role.SPECIALIST, Role.LEADER, Role.DEPUTY})
STAFF = frozenset({Role.SPECIALIST, Role.UNIT_HEAD})
ITS_OWN = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, *ASKS})


def may_read(actor: Actor) -> Answer:
    return _for(actor, READS)


def may_draw(actor: Actor) -> Answer:
    return _for(actor, DRAWS)


def may_change(actor: Actor, report: Report) -> Answer:
    if report.state != ReportState.DRAFT:
        return refused(_("The report is no longer being drawn up."))
    return _in(actor, DRAWS, report.organisation_id)


def may_step(actor: Actor, report: Report, step: str) -> Answer:
    return WORKFLOW.may(report, step, actor)


def may_replace(actor: Actor, report: Report) -> Answer:
    """A new version after a correction, once."""
    if report.state != ReportState.SENT:
        return refused(_("Only what was sent is replaced by a new version."))
    if Report.objects.filter(replaces=report.pk).exists():
        return refused(_("A newer version is there already."))
    return _in(actor, DRAWS, report.organisation_id)


def may_print(actor: Actor, report: Report) -> Answer:
    return _in(actor, DRAWS | APPROVES, report.organisation_id)


def may_ask(actor: Actor) -> Answer:
    """Which forms are due, from himself and all below."""
    return _for(actor, ASKS)


def may_save(actor: Actor) -> Answer:
    return _for(actor, ITS_OWN)


def may_keep_staff(actor: Actor, organisation_id: int | None) -> Answer:
    """A body keeps its own, or who stands above does it."""
    if actor.has(*STAFF) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(STAFF)})


def may_drop(actor: Actor, table: SavedTable) -> Answer:
    mine = table.made_by_id == actor.user_id
    return first_refusal(
        lambda: may_save(actor),
        lambda: ALLOWED if mine else refused(_("Only who saved it takes it away.")),
    )


def _for(actor: Actor, roles: frozenset[Role]) -> Answer:
    if actor.has(*roles):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})


def _in(actor: Actor, roles: frozenset[Role], organisation_id: int) -> Answer:
    """In the organisation whose report it is; a higher one reads it, and no more."""
    if actor.has(*roles) and actor.organisation_id == organisation_id:
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})
