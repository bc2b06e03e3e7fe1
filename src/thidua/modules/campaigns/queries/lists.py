"""Campaigns that an actor sees: those of his scope, and those that have reached it."""

from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet

from thidua.foundation.paging import counted
from thidua.kernel.text import search_words
from thidua.modules.campaigns.models import Campaign, CampaignState, CampaignUnit
from thidua.modules.campaigns.policy import READS, WORKS
from thidua.modules.organisations.api import Actor, scope_ids

OWN, ABOVE, BELOW, EVERY = "own", "above", "below", "every"
LAUNCHED = Q(launched_on__isnull=False)


def visible_to(actor: Actor) -> QuerySet[Campaign]:
    """What was never launched is seen by those who work on it only."""
    rows = Campaign.objects.select_related("organisation", "field")
    if actor.is_system:
        return rows
    if not actor.has(*READS):
        return rows.none()
    scope = scope_ids(actor)
    reached = CampaignUnit.objects.filter(organisation__in=scope).values("campaign")
    seen = Q(organisation__in=scope) if actor.has(*WORKS) else Q(organisation__in=scope) & LAUNCHED
    return rows.filter(seen | (Q(pk__in=reached) & LAUNCHED))


def reached_by(organisation_id: int | None) -> QuerySet[CampaignUnit]:
    """What has been launched above a unit."""
    rows = CampaignUnit.objects.filter(organisation=organisation_id, campaign__launched_on__isnull=False)
    return rows.select_related("campaign__organisation", "campaign__field")


def of_source(rows: QuerySet[Campaign], source: str, actor: Actor) -> QuerySet[Campaign]:
    """The actor's own, those launched above, those of the units below; without a word, the first two."""
    here = actor.organisation_id
    if source == OWN:
        return rows.filter(organisation=here)
    if source == ABOVE:
        return rows.filter(pk__in=reached_by(here).values("campaign"))
    if source == BELOW:
        return rows.filter(organisation__in=scope_ids(actor)).exclude(organisation=here)
    if source == EVERY:
        return rows
    return rows.filter(Q(organisation=here) | Q(pk__in=reached_by(here).values("campaign")))


def found(rows: QuerySet[Campaign], words: str) -> QuerySet[Campaign]:
    """All words, in any order, without diacritics."""
    for word in search_words(words):
        rows = rows.filter(search__contains=word)
    return rows


def state_counts(rows: QuerySet[Campaign]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))


def with_counts(rows: QuerySet[Campaign]) -> QuerySet[Campaign]:
    """How many units a campaign has reached, and how many of them have launched a plan of their own."""
    plans = Campaign.objects.filter(state__in=[CampaignState.LAUNCHED, CampaignState.ENDED])
    return rows.annotate(
        n_units=counted(CampaignUnit.objects.all(), "campaign"), n_plans=counted(plans, "above")
    )
