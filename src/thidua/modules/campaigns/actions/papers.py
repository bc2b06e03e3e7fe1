"""The plan of a campaign as a paper to sign."""

from datetime import date, datetime

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.modules.campaigns import policy
from thidua.modules.campaigns.letters import plan_letter
from thidua.modules.campaigns.models import Campaign
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.api import draw
from thidua.modules.papers.models import Paper, PaperKind


def subject_of(campaign: Campaign) -> str:
    return f"campaign:{campaign.pk}"


@action
def draw_plan(*, campaign: Campaign, actor: Actor, on: date, now: datetime) -> Paper:
    """Kế hoạch phát động, from what the wizard has."""
    require(policy.may_prepare(actor, campaign.organisation_id))
    return draw(
        kind=PaperKind.LAUNCH_PLAN,
        letter=plan_letter(campaign, campaign.plan_on or on),
        subject=subject_of(campaign),
        title=f"Kế hoạch phát động phong trào thi đua “{campaign.name}”",
        organisation=campaign.organisation,
        actor=actor,
        now=now,
    )
