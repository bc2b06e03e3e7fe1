"""Who prepares, signs off, receives guests and hands over. What a step asks for stands in `states`."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.ceremonies.models import Ceremony, CeremonyState
from thidua.modules.ceremonies.states import PREPARES, WORKFLOW
from thidua.modules.organisations.api import Actor, Role

C = CeremonyState
RECEIVES = PREPARES | {Role.CLERK, Role.COUNCIL_SECRETARY}


def _for(actor: Actor, roles: frozenset[Role], organisation_id: int | None) -> Answer:
    if actor.has(*roles) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(roles)})


def _while(ceremony: Ceremony, states: set[CeremonyState]) -> Answer:
    if ceremony.state in states:
        return ALLOWED
    state = ceremony.get_state_display()
    return refused(_("The ceremony is “%(state)s”: this is not possible now.") % {"state": state})


def may_plan(actor: Actor, organisation_id: int | None) -> Answer:
    return _for(actor, PREPARES, organisation_id)


def may_change(actor: Actor, ceremony: Ceremony) -> Answer:
    """Place, day and cost stand once they have been signed off."""
    who = may_plan(actor, ceremony.organisation_id)
    return who if not who else _while(ceremony, {C.DRAFT})


def may_list(actor: Actor, ceremony: Ceremony) -> Answer:
    """Who is invited, what they answer, in which order they are called, until it has been held."""
    who = may_plan(actor, ceremony.organisation_id)
    return who if not who else _while(ceremony, {C.DRAFT, C.CLEARED, C.INVITED})


def may_take_invitations(actor: Actor, ceremony: Ceremony) -> Answer:
    """No invitation before safety has been signed off."""
    if ceremony.state in {C.DRAFT, C.CANCELLED}:
        return refused(_("Safety is signed off first; then invitations are printed."))
    return _for(actor, RECEIVES, ceremony.organisation_id)


def may_mail(actor: Actor, ceremony: Ceremony) -> Answer:
    """Letters by e-mail go out with the printed ones, never before safety has been signed off."""
    who = may_plan(actor, ceremony.organisation_id)
    return who if not who else _while(ceremony, {C.CLEARED, C.INVITED})


def may_answer(ceremony: Ceremony, on: date) -> Answer:
    """Whoever holds the code of an invitation answers until the day of the ceremony is over."""
    if ceremony.state in {C.CLEARED, C.INVITED} and on <= ceremony.on:
        return ALLOWED
    return refused(_("Answers are no longer taken."))


def may_report(actor: Actor, ceremony: Ceremony) -> Answer:
    """What came of it, once it was held."""
    who = _for(actor, RECEIVES, ceremony.organisation_id)
    return who if not who else may_tell(ceremony)


def may_tell(ceremony: Ceremony) -> Answer:
    """Who writes news of it, the newsroom says."""
    if ceremony.state not in {C.HELD, C.CLOSED}:
        return refused(_("The report is drawn up once the ceremony has been held."))
    return ALLOWED


def may_receive(actor: Actor, ceremony: Ceremony) -> Answer:
    who = _for(actor, RECEIVES, ceremony.organisation_id)
    return who if not who else _while(ceremony, {C.INVITED})


def may_run(actor: Actor, ceremony: Ceremony) -> Answer:
    who = may_plan(actor, ceremony.organisation_id)
    return who if not who else _while(ceremony, {C.INVITED})


def may_hand_over(actor: Actor, ceremony: Ceremony) -> Answer:
    who = may_plan(actor, ceremony.organisation_id)
    return who if not who else _while(ceremony, {C.INVITED, C.HELD})


def may_count(actor: Actor, ceremony: Ceremony) -> Answer:
    who = may_plan(actor, ceremony.organisation_id)
    return who if not who else _while(ceremony, {C.HELD})


def may_step(actor: Actor, ceremony: Ceremony, step: str) -> Answer:
    return WORKFLOW.may(ceremony, step, actor)
