"""Those above write down the figures of many units at once: all of them or none, and it shows."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.modules.campaigns import policy
from thidua.modules.campaigns.actions.holding import held
from thidua.modules.campaigns.actions.reporting import CannotReport, keep, mark_movement, said_by
from thidua.modules.campaigns.drafts import EnteredDraft, ReportDraft
from thidua.modules.campaigns.models import Campaign, CampaignState, CampaignUnit, Indicator, ProgressReport
from thidua.modules.campaigns.periods import periods_of
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation

# Where figures are kept: a campaign, and its indicators by those of the campaign above.
Place = tuple[Campaign, dict[int, int]]


@action
def enter(
    *,
    campaign: Campaign,
    period: date,
    drafts: Iterable[EnteredDraft],
    actor: Actor,
    on: date,
    now: datetime,
) -> list[ProgressReport]:
    """In the unit's own plan where it has launched one, so that the unit finds and corrects them there."""
    row = held(campaign)
    require(policy.may_enter(actor, row))
    if period not in periods_of(row, on):
        raise CannotReport(_("Choose a month or quarter of the campaign that has begun."), field="period")
    wanted = list(drafts)
    units = _reached(row, wanted)
    own = {pk: pk for pk in row.indicators.values_list("pk", flat=True)}
    if any(draft.values.keys() - own.keys() for draft in wanted):
        raise CannotReport(_("A figure belongs to no indicator of this campaign."))
    plans = _plans(row, period, on)
    said = said_by(actor, on, now, entered_for=True)
    reports = []
    for draft in wanted:
        unit = units[draft.organisation_id]
        places = [*plans.get(unit.pk, []), (row, own)]
        for where, values in _shared_out(draft.values, places):
            reports.append(keep(where, unit, ReportDraft(period=period, values=values), said))
            mark_movement(where, unit)
    return reports


def _reached(campaign: Campaign, drafts: list[EnteredDraft]) -> dict[int, Organisation]:
    rows = CampaignUnit.objects.filter(campaign=campaign).select_related("organisation")
    units = {row.organisation_id: row.organisation for row in rows}
    if any(draft.organisation_id not in units for draft in drafts):
        raise CannotReport(_("This campaign has not reached the unit, or it is over."))
    return units


def _plans(campaign: Campaign, period: date, on: date) -> dict[int, list[Place]]:
    """By unit: its own plan, where that reports for the same month or quarter."""
    rows = Campaign.objects.filter(above=campaign, state=CampaignState.LAUNCHED, cadence=campaign.cadence)
    plans = {row.pk: row for row in rows if period in periods_of(row, on)}
    answering: dict[int, dict[int, int]] = {}
    for one in Indicator.objects.filter(campaign__in=list(plans), above__isnull=False):
        answering.setdefault(one.campaign_id, {})[one.above_id or 0] = one.pk
    return {plans[pk].organisation_id: [(plans[pk], known)] for pk, known in answering.items()}


def _shared_out(
    values: dict[int, Decimal], places: list[Place]
) -> Iterable[tuple[Campaign, dict[int, Decimal]]]:
    """Each figure to the first place that has its indicator."""
    left = dict(values)
    for where, known in places:
        here = {known[pk]: left.pop(pk) for pk in list(left) if pk in known}
        if here:
            yield where, here
