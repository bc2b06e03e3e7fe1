"""The life of a campaign. Nothing else writes its `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.campaigns.models import Campaign, CampaignState
from thidua.modules.campaigns.requirements import in_words, missing
from thidua.modules.organisations.api import Role

S = CampaignState
PREPARES = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST})
# 06/2022/QH15 article 18: heads launch; the specialist enters what the chairperson has signed.
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
