"""A unit answers a campaign that has reached it: with its own plan, or by standing aside."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.campaigns import policy
from thidua.modules.campaigns.models import (
    Campaign,
    CampaignScope,
    CampaignState,
    CampaignUnit,
    Indicator,
)
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotAnswer(Cannot):
    """The campaign has not reached the unit, or is over."""


@action
def plan(*, campaign: Campaign, organisation: Organisation, actor: Actor, now: datetime) -> Campaign:
    """The unit's own plan begins: same days and indicators, its own words and targets still to be written."""
    require(policy.may_prepare(actor, organisation.pk))
    unit = _reached(campaign, organisation)
    known = Campaign.objects.filter(above=campaign, organisation=organisation)
    if found := known.exclude(state=CampaignState.CALLED_OFF).first():
        return found
    if unit.stood_aside_on:
        unit.stood_aside_on, unit.reason = None, ""
        unit.save()
    return _begun(unit.campaign, organisation, actor, now)


def _begun(above: Campaign, organisation: Organisation, actor: Actor, now: datetime) -> Campaign:
    own = Campaign.objects.create(
        organisation=organisation,
        above=above,
        field=above.field,
        name=above.name,
        kind=above.kind,
        scope=CampaignScope.UNIT,
        since=above.since,
        until=above.until,
        launching_body=organisation.name,
        cadence=above.cadence,
        made_by_id=actor.user_id,
        made_at=now,
        saved_at=now,
        search=above.search,
    )
    for one in above.indicators.order_by("position", "id"):
        Indicator.objects.create(
            campaign=own,
            above=one,
            name=one.name,
            unit=one.unit,
            source=one.source,
            direction=one.direction,
            adding=one.adding,
            position=one.position,
        )
    return own


@action
def stand_aside(
    *, campaign: Campaign, organisation: Organisation, reason: str, actor: Actor, on: date
) -> CampaignUnit:
    """Taking part is voluntary (06/2022/QH15 article 5.1.a); the reason is read by the launching body."""
    require(policy.may_prepare(actor, organisation.pk))
    unit = _reached(campaign, organisation)
    if not clean(reason):
        raise CannotAnswer(_("Say why the unit does not take part."), field="reason")
    plans = Campaign.objects.filter(above=campaign, organisation=organisation)
    if plans.filter(state=CampaignState.LAUNCHED).exists():
        raise CannotAnswer(_("The unit has launched its own plan: call that off first."), field="reason")
    unit.stood_aside_on, unit.reason = on, clean(reason)
    unit.save()
    return unit


def _reached(campaign: Campaign, organisation: Organisation) -> CampaignUnit:
    unit = (
        CampaignUnit.objects.select_for_update(of=("self",))
        .select_related("campaign__field")
        .filter(campaign=campaign, organisation=organisation)
        .first()
    )
    if unit is None or unit.campaign.state != CampaignState.LAUNCHED:
        raise CannotAnswer(_("This campaign has not reached the unit, or it is over."))
    return unit
