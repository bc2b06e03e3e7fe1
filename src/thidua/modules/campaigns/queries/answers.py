"""What units have made of a campaign that reached them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import ngettext

from thidua.modules.campaigns.copying import copied_parts, copied_targets
from thidua.modules.campaigns.models import Campaign, CampaignState, CampaignUnit
from thidua.modules.campaigns.queries.lists import reached_by
from thidua.modules.organisations.api import Actor, Role

ANSWERS = (Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.SPECIALIST)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One unit that a campaign has reached, and its own plan where it has one."""

    unit: CampaignUnit
    plan: Campaign | None

    @property
    def taken_over(self) -> str:
        """How much of the plan stands above word for word, in words; empty when nothing does."""
        if self.plan is None:
            return ""
        n_texts, n_targets = len(copied_parts(self.plan)), len(copied_targets(self.plan.indicators.all()))
        said = [
            ngettext("%(n)s text", "%(n)s texts", n_texts) % {"n": n_texts} if n_texts else "",
            ngettext("%(n)s target", "%(n)s targets", n_targets) % {"n": n_targets} if n_targets else "",
        ]
        return ", ".join(one for one in said if one)


def own_plans(campaigns: Iterable[int], organisation_id: int | None) -> dict[int, Campaign]:
    """The unit's own plan for each of these campaigns."""
    rows = Campaign.objects.filter(above__in=list(campaigns), organisation=organisation_id)
    return {row.above_id or 0: row for row in rows.exclude(state=CampaignState.CALLED_OFF)}


def plan_lines(campaign: Campaign) -> list[PlanLine]:
    plans = Campaign.objects.filter(above=campaign).exclude(state=CampaignState.CALLED_OFF)
    with_texts = plans.select_related("above").prefetch_related("indicators__above")
    by_unit = {row.organisation_id: row for row in with_texts}
    units = campaign.units.select_related("organisation").order_by("organisation__sort", "id")
    return [PlanLine(unit, by_unit.get(unit.organisation_id)) for unit in units]


def waiting_for(actor: Actor, on: date) -> QuerySet[CampaignUnit]:
    """Campaigns that have reached the actor's unit and wait for its plan or its word."""
    rows = reached_by(actor.organisation_id)
    if actor.is_system or not actor.roles & set(ANSWERS):
        return rows.none()
    answered = Campaign.objects.filter(
        above=OuterRef("campaign"), organisation=OuterRef("organisation")
    ).exclude(state=CampaignState.CALLED_OFF)
    return rows.filter(
        ~Exists(answered),
        stood_aside_on__isnull=True,
        campaign__state=CampaignState.LAUNCHED,
        campaign__until__gt=on,
    )
