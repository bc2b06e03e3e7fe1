"""A campaign is written: what it is, whom it reaches, what the law asks for in words. Each part saves by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from thidua import law
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.campaigns import policy, queries
from thidua.modules.campaigns.actions.holding import held
from thidua.modules.campaigns.drafts import CampaignDraft
from thidua.modules.campaigns.models import Campaign, CampaignUnit, Reach
from thidua.modules.campaigns.requirements import ENTERED_ELSEWHERE
from thidua.modules.files import api as files
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotPrepare(Cannot):
    """What was entered contradicts itself, or names what is not the unit's."""


@action
def create(*, organisation: Organisation, draft: CampaignDraft, actor: Actor, now: datetime) -> Campaign:
    """A draft begins with its name, field and days."""
    require(policy.may_prepare(actor, organisation.pk))
    campaign = Campaign(organisation=organisation, made_by_id=actor.user_id, made_at=now, saved_at=now)
    _describe(campaign, draft, civil_day(now))
    campaign.save()
    return campaign


@action
def describe(
    *, campaign: Campaign, draft: CampaignDraft, version: int, actor: Actor, now: datetime
) -> Campaign:
    """Raises Conflict with both texts when somebody saved in between."""
    row = _opened(campaign, version, asdict(draft), actor)
    _describe(row, draft, civil_day(now))
    return _saved(row, now)


@action
def write(
    *, campaign: Campaign, parts: Mapping[str, str], version: int, actor: Actor, now: datetime
) -> Campaign:
    """What the law asks for in words, by the code of the requirement."""
    asked = {one.code for one in law.launch_requirements(civil_day(now))} - ENTERED_ELSEWHERE.keys()
    words = {code: text.strip() for code, text in parts.items() if code in asked}
    row = _opened(campaign, version, words, actor)
    row.parts = row.parts | words
    return _saved(row, now)


@action
def choose_units(
    *, campaign: Campaign, reach: str, units: Iterable[int], version: int, actor: Actor, now: datetime
) -> Campaign:
    """All units directly below, or those named; who is reached is settled at the launch."""
    wanted = set(units) if reach == Reach.CHOSEN else set()
    row = _opened(campaign, version, {"reach": reach, "units": sorted(wanted)}, actor)
    known = set(
        queries.units_below(row.organisation_id, civil_day(now))
        .filter(pk__in=wanted)
        .values_list("pk", flat=True)
    )
    if known != wanted:
        raise CannotPrepare(_("Choose units that stand directly below."), field="units")
    row.reach = reach
    row.units.exclude(organisation__in=wanted).delete()
    there = set(row.units.values_list("organisation", flat=True))
    CampaignUnit.objects.bulk_create(
        CampaignUnit(campaign=row, organisation_id=pk) for pk in sorted(wanted - there)
    )
    return _saved(row, now)


@action
def attach_plan(*, campaign: Campaign, content: bytes, name: str, actor: Actor, now: datetime) -> Campaign:
    """The paper that sets the plan, as it was signed."""
    row = held(campaign)
    require(policy.may_edit(actor, row))
    row.plan_file = files.store(
        content=content,
        name=name,
        organisation=row.organisation,
        subject=f"campaign:{row.pk}",
        actor=actor,
        now=now,
    )
    row.save(update_fields=["plan_file"])
    return row


def _describe(campaign: Campaign, draft: CampaignDraft, on: date) -> None:
    for name, value in asdict(draft).items():
        setattr(campaign, name, clean(value) if isinstance(value, str) else value)
    if draft.until is not None and draft.until <= draft.since:
        raise CannotPrepare(_("The last day cannot lie before the first."), field="last_day")
    _refuse_strange_field(campaign, on)
    campaign.launching_body = campaign.launching_body or campaign.organisation.name
    campaign.search = fold(f"{campaign.name} {campaign.launching_body} {campaign.plan_number}")


def _refuse_strange_field(campaign: Campaign, on: date) -> None:
    """Of the catalogue that the unit works with; a field that it has already stays, retired or not."""
    known = queries.fields_for(campaign.organisation_id, on)
    kept = Campaign.objects.filter(pk=campaign.pk, field=campaign.field_id) if campaign.pk else None
    if not known.filter(pk=campaign.field_id).exists() and not (kept and kept.exists()):
        raise CannotPrepare(_("Choose a field of the catalogue."), field="field")


def _opened(campaign: Campaign, version: int, mine: dict[str, Any], actor: Actor) -> Campaign:
    row = held(campaign)
    require(policy.may_edit(actor, row))
    if version != row.version:
        raise Conflict(theirs={name: _theirs(row, name) for name in mine}, mine=mine)
    return row


def _theirs(campaign: Campaign, name: str) -> Any:
    if name == "units":
        return sorted(campaign.units.values_list("organisation", flat=True))
    return getattr(campaign, name) if hasattr(campaign, name) else campaign.parts.get(name, "")


def _saved(campaign: Campaign, now: datetime) -> Campaign:
    campaign.version += 1
    campaign.saved_at = now
    campaign.save()
    return campaign
