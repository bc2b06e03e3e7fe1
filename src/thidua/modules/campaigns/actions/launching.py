"""A campaign is launched and reaches the units below at once; it ends, goes on, or is called off."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.states import CannotMove
from thidua.kernel.errors import Cannot
from thidua.modules.campaigns import policy, queries
from thidua.modules.campaigns.actions.holding import held
from thidua.modules.campaigns.models import Campaign, CampaignStep, CampaignUnit, Reach
from thidua.modules.campaigns.states import WORKFLOW
from thidua.modules.organisations.api import Actor


class CannotLaunch(Cannot):
    """The day of launch cannot be right."""


@action
def launch(
    *, campaign: Campaign, launched_on: date, actor: Actor, on: date, now: datetime, note: str = ""
) -> Campaign:
    """Refuses until everything is settled that the law of the day of launch asks for."""
    row = held(campaign)
    require(policy.may_step(actor, row, "launch"))
    if launched_on > on:
        raise CannotLaunch(_("The day of launch cannot lie in the future."), field="launched_on")
    row.launched_on = launched_on
    row.save(update_fields=["launched_on"])
    WORKFLOW.move(row, "launch")
    _reach(row, on)
    _passed(row, "launched", actor, on=launched_on, now=now, note=note)
    events.publish("campaigns.launched", row.pk)
    return row


def _reach(campaign: Campaign, on: date) -> None:
    if campaign.reach != Reach.ALL:
        return
    there = set(campaign.units.values_list("organisation", flat=True))
    below = queries.units_below(campaign.organisation_id, on).exclude(pk__in=there)
    CampaignUnit.objects.bulk_create(
        CampaignUnit(campaign=campaign, organisation_id=pk) for pk in below.values_list("pk", flat=True)
    )


@action
def move(
    *, campaign: Campaign, step: str, actor: Actor, on: date, now: datetime, reason: str = ""
) -> Campaign:
    """Any other step than the launch; each says what is behind it."""
    row = held(campaign)
    require(policy.may_step(actor, row, step))
    if WORKFLOW.by_name[step].needs_reason and not reason.strip():
        raise CannotMove(_("Say what is behind this step: it is kept with its day."), field="reason")
    WORKFLOW.move(row, step)
    _passed(row, row.state, actor, on=on, now=now, note=reason)
    return row


def _passed(campaign: Campaign, step: str, actor: Actor, *, on: date, now: datetime, note: str) -> None:
    CampaignStep.objects.create(
        campaign=campaign, step=step, on=on, note=note.strip(), made_by_id=actor.user_id, made_at=now
    )
