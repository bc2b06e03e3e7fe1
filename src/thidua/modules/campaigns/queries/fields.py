"""Which fields a unit chooses among: its own catalogue, else that of the nearest authority above."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.foundation.paging import counted
from thidua.modules.campaigns.models import Campaign, Field
from thidua.modules.organisations.api import Actor, in_force
from thidua.modules.organisations.models import Closure


def fields_for(organisation_id: int, on: date) -> QuerySet[Field]:
    kept = Field.objects.filter(Q(retired_on__isnull=True) | Q(retired_on__gt=on))
    above = Closure.objects.filter(in_force(on), descendant=organisation_id)
    nearest = above.filter(ancestor__in=kept.values("organisation")).order_by("depth", "ancestor")
    return kept.filter(organisation=nearest.values("ancestor")[:1]).order_by("position", "id")


def catalogue(organisation_id: int) -> QuerySet[Field]:
    """All of an authority's own, with the number of campaigns in each."""
    rows = Field.objects.filter(organisation=organisation_id)
    return rows.annotate(n_campaigns=counted(Campaign.objects.all(), "field")).order_by("position", "id")


def fields_seen_by(actor: Actor) -> QuerySet[Field]:
    """Of the actor's own place; a place far above others has only its own."""
    if actor.organisation_id is None:
        return Field.objects.none()
    return fields_for(actor.organisation_id, actor.on)


def fields_kept(campaign: Campaign, on: date) -> QuerySet[Field]:
    """What the campaign may choose, and the field it has, retired or of another catalogue."""
    known = fields_for(campaign.organisation_id, on)
    wanted = Q(pk__in=known.values("pk")) | Q(pk=campaign.field_id)
    return Field.objects.filter(wanted).order_by("position", "id")
