"""Who prepares, launches, reads and answers campaigns. What a launch asks for stands in `states`."""

from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.campaigns.models import Campaign, CampaignState, Registration, RegistrationState
from thidua.modules.campaigns.states import LAUNCHES, PREPARES, REGISTRATION_WORKFLOW, WORKFLOW
from thidua.modules.organisations.api import Actor, Role

WORKS = PREPARES | LAUNCHES
READS = WORKS | {Role.COUNCIL_SECRETARY, Role.INSPECTOR, Role.VISITOR, Role.EDITOR}
KEEPS_FIELDS = frozenset({Role.SPECIALIST})


def may_prepare(actor: Actor, organisation_id: int | None) -> Answer:
    if actor.has(*PREPARES) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(PREPARES)})


def may_edit(actor: Actor, campaign: Campaign) -> Answer:
    if campaign.state != CampaignState.DRAFT:
        return refused(
            _("The campaign is “%(state)s”: its plan is no longer changed.")
            % {"state": campaign.get_state_display()}
        )
    return may_prepare(actor, campaign.organisation_id)


def may_amend(actor: Actor, campaign: Campaign) -> Answer:
    """By whom it could be launched (06/2022/QH15 article 18)."""
    if campaign.state != CampaignState.LAUNCHED:
        return refused(_("The campaign is “%(state)s”.") % {"state": campaign.get_state_display()})
    if actor.has(*LAUNCHES) and actor.covers(campaign.organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(LAUNCHES)})


def may_step(actor: Actor, campaign: Campaign, step: str) -> Answer:
    return WORKFLOW.may(campaign, step, actor)


def may_answer(actor: Actor, campaign: Campaign) -> Answer:
    """Speak for one's own unit, which the campaign has reached: make its plan, stand aside."""
    if not campaign.units.filter(organisation=actor.organisation_id).exists():
        return refused(_("This campaign was not launched to your unit."))
    return may_prepare(actor, actor.organisation_id)


def may_keep_fields(actor: Actor, organisation_id: int | None) -> Answer:
    if actor.has(*KEEPS_FIELDS) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(KEEPS_FIELDS)})


def may_see_units(actor: Actor, campaign: Campaign) -> bool:
    """What the other units do is for the launching body and those above it, not for the units among themselves."""
    return actor.has(*READS) and actor.covers(campaign.organisation_id)


def may_register(actor: Actor, campaign: Campaign) -> Answer:
    """For one's own unit: a campaign that has reached it, or its own."""
    own = campaign.organisation_id == actor.organisation_id
    return may_prepare(actor, actor.organisation_id) if own else may_answer(actor, campaign)


def may_change(actor: Actor, registration: Registration) -> Answer:
    if registration.state not in (RegistrationState.DRAFT, RegistrationState.REFUSED):
        return refused(
            _("The registration is “%(state)s”: it is no longer changed.")
            % {"state": registration.get_state_display()}
        )
    return may_prepare(actor, registration.organisation_id)


def may_step_registration(actor: Actor, registration: Registration, step: str) -> Answer:
    return REGISTRATION_WORKFLOW.may(registration, step, actor)


def may_report(actor: Actor, campaign: Campaign) -> Answer:
    """Figures of one's own unit: in its own plan, or straight to the campaign that has reached it."""
    if campaign.state != CampaignState.LAUNCHED:
        return refused(_("The campaign is “%(state)s”.") % {"state": campaign.get_state_display()})
    if actor.covers(campaign.organisation_id):
        return may_prepare(actor, campaign.organisation_id)
    return may_answer(actor, campaign)


def may_enter(actor: Actor, campaign: Campaign) -> Answer:
    """Figures of the units that it has reached, written down for them by whoever works for the launching body."""
    if campaign.state != CampaignState.LAUNCHED:
        return refused(_("The campaign is “%(state)s”.") % {"state": campaign.get_state_display()})
    if not campaign.units.exists():
        return refused(_("The campaign has reached no unit."))
    return may_prepare(actor, campaign.organisation_id)
