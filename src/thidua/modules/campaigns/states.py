"""The lives of a campaign and of a registration for it. Nothing else writes their `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.campaigns.models import Campaign, CampaignState, Registration, RegistrationState
from thidua.modules.campaigns.requirements import in_words, missing
from thidua.modules.organisations.api import Role

S = CampaignState
R = RegistrationState
PREPARES = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
# 06/2022/QH15 article 18: heads launch; the specialist enters what the chairperson has signed.
SENDS = frozenset({Role.UNIT_HEAD, Role.SPECIALIST})
LAUNCHES = frozenset({Role.UNIT_HEAD, Role.SPECIALIST, Role.LEADER, Role.DEPUTY})


def complete(campaign: Campaign) -> str | None:
    """Everything that the law of the day of launch asks for."""
    if campaign.launched_on is None:
        return _("Enter the day of launch.")
    lacks = missing(campaign, campaign.launched_on)
    return _("Not settled yet: %(parts)s.") % {"parts": in_words(lacks)} if lacks else None


def targets(campaign: Campaign) -> str | None:
    names = campaign.indicators.filter(target__isnull=True).values_list("name", flat=True)
    if not names:
        return None
    return _("Set a target for: %(names)s.") % {"names": "; ".join(names)}


def participants(registration: Registration) -> str | None:
    return None if registration.participants.exists() else _("Enter who takes part first.")


def running(registration: Registration) -> str | None:
    """A campaign that is over takes no more registrations."""
    if registration.campaign.state == CampaignState.LAUNCHED:
        return None
    return _("The campaign is “%(state)s”.") % {"state": registration.campaign.get_state_display()}


WORKFLOW = Workflow(
    labels=CampaignState,
    steps=(
        Step(
            "launch",
            (S.DRAFT,),
            S.LAUNCHED,
            gettext_lazy("Launch the campaign"),
            LAUNCHES,
            needs=(complete, targets),
        ),
        Step("end", (S.LAUNCHED,), S.ENDED, gettext_lazy("End the campaign"), LAUNCHES, needs_reason=True),
        Step("resume", (S.ENDED,), S.LAUNCHED, gettext_lazy("Go on with it"), LAUNCHES, needs_reason=True),
        Step(
            "call_off",
            (S.DRAFT, S.LAUNCHED),
            S.CALLED_OFF,
            gettext_lazy("Call it off"),
            LAUNCHES,
            needs_reason=True,
        ),
    ),
)

REGISTRATION_WORKFLOW = Workflow(
    labels=RegistrationState,
    steps=(
        Step(
            "send",
            (R.DRAFT, R.REFUSED),
            R.SENT,
            gettext_lazy("Send the registration"),
            SENDS,
            needs=(participants, running),
        ),
        Step("take_back", (R.SENT,), R.DRAFT, gettext_lazy("Take the registration back"), SENDS),
        Step(
            "approve",
            (R.SENT,),
            R.APPROVED,
            gettext_lazy("Approve the registration"),
            LAUNCHES,
            at="launching_id",
        ),
        Step(
            "refuse",
            (R.SENT,),
            R.REFUSED,
            gettext_lazy("Refuse the registration"),
            LAUNCHES,
            at="launching_id",
            needs_reason=True,
        ),
        Step(
            "open_again",
            (R.APPROVED,),
            R.DRAFT,
            gettext_lazy("Open the registration again"),
            LAUNCHES,
            at="launching_id",
            needs_reason=True,
        ),
    ),
)
