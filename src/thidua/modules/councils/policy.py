from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.councils import tellers
from thidua.modules.councils.models import Attendance, Sitting, SittingState, Turnout, VotingWay
from thidua.modules.councils.states import SECRETARY, WORKFLOW
from thidua.modules.organisations.api import Actor, Role

TELLERS = frozenset({Role.TELLER})
ARRANGES = SECRETARY | {Role.ADMINISTRATOR}


def _has_role(actor: Actor, organisation_id: int, roles: frozenset[str]) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})


def may_keep_councils(actor: Actor, organisation_id: int) -> Answer:
    return _has_role(actor, organisation_id, ARRANGES)


def may_arrange(actor: Actor, sitting: Sitting) -> Answer:
    """Change the agenda, the shares, who is present: only before voting opens."""
    return first_refusal(
        lambda: _has_role(actor, sitting.organisation_id, SECRETARY),
        lambda: _in_state(
            sitting, SittingState.PLANNED, _("Voting has been opened: nothing can be changed now.")
        ),
    )


def may_plan(actor: Actor, organisation_id: int) -> Answer:
    return _has_role(actor, organisation_id, SECRETARY)


def may_record(actor: Actor, sitting: Sitting) -> Answer:
    """Write down what was said, and draw the minutes."""
    return _has_role(actor, sitting.organisation_id, SECRETARY)


def may_step(actor: Actor, sitting: Sitting, step: str) -> Answer:
    return WORKFLOW.may(sitting, step, actor)


def may_key_counts(actor: Actor, sitting: Sitting) -> Answer:
    return first_refusal(
        lambda: _has_role(actor, sitting.organisation_id, TELLERS),
        lambda: _in_state(sitting, SittingState.VOTING, _("Ballots are counted while voting is open.")),
        lambda: _third_teller(actor, sitting),
    )


def seat_of(actor: Actor, sitting: Sitting) -> Attendance | None:
    if actor.user_id is None:
        return None
    return sitting.attendance.filter(member__user=actor.user_id).select_related("member").first()


def may_vote(actor: Actor, sitting: Sitting) -> Answer:
    seat = seat_of(actor, sitting)
    if seat is None:
        return refused(_("Only members of this council vote in this sitting."))
    if seat.way != VotingWay.SCREEN:
        return refused(_("You vote on paper in this sitting; the secretary has set it so."))
    if Turnout.objects.filter(attendance=seat).exists():
        return refused(_("You have voted in this sitting. A ballot cannot be changed."))
    return _in_state(sitting, SittingState.VOTING, _("Voting is not open."))


def _in_state(sitting: Sitting, state: SittingState, otherwise: str) -> Answer:
    return ALLOWED if sitting.state == state else refused(otherwise)


def _third_teller(actor: Actor, sitting: Sitting) -> Answer:
    who = tellers.who_keyed(sitting)
    if len(who) < 2 or actor.user_id in who.values():
        return ALLOWED
    return refused(_("Two other tellers have keyed the ballots already."))
