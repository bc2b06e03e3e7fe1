"""How far a model reaches: the units under one authority (a commune, or a province for what stands right under it)."""

from datetime import date

from django.db.models import QuerySet

from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Closure, Kind, Organisation
from thidua.modules.replication.models import AdoptionState, PilotState, PracticeModel

AUTHORITIES = (Kind.COMMUNE, Kind.PROVINCE)


def same_authority(organisation_id: int | None, on: date) -> QuerySet[Closure, int]:
    """Ids of all organisations under the nearest authority at or above this one, as a subquery."""
    above = Closure.objects.filter(
        in_force(on), descendant=organisation_id, ancestor__kind__in=AUTHORITIES
    ).order_by("depth")
    below = Closure.objects.filter(in_force(on), ancestor__in=above.values("ancestor")[:1])
    return below.values_list("descendant", flat=True)


def catalogue_units(organisation_id: int | None, on: date) -> QuerySet[Organisation]:
    """Whose catalogue models a unit reads: all of its authority, and the levels above."""
    above = Closure.objects.filter(in_force(on), descendant=organisation_id).values("ancestor")
    beside = Organisation.objects.filter(pk__in=same_authority(organisation_id, on))
    return beside | Organisation.objects.filter(pk__in=above)


def same_province(organisation_id: int | None, on: date) -> QuerySet[Closure, int]:
    """Ids of all organisations under the province at or above this one, as a subquery."""
    above = Closure.objects.filter(
        in_force(on), descendant=organisation_id, ancestor__kind=Kind.PROVINCE
    ).values("ancestor")
    below = Closure.objects.filter(in_force(on), ancestor__in=above)
    return below.values_list("descendant", flat=True)


def units_beside(organisation_id: int, on: date) -> QuerySet[Organisation]:
    """Where a model can be tried: in any unit under the same authority."""
    units = Organisation.objects.filter(in_force(on), pk__in=same_authority(organisation_id, on))
    return units.order_by("sort", "id")


def sources_of(model: PracticeModel) -> QuerySet[Organisation]:
    """From whom a unit can have learnt it: where it began, where it was tried, who applies it."""
    tried = model.pilots.exclude(state=PilotState.DROPPED).values("organisation")
    using = model.adoptions.filter(state=AdoptionState.IN_USE).values("organisation")
    rows = Organisation.objects.filter(pk__in=[model.organisation_id])
    rows |= Organisation.objects.filter(pk__in=tried) | Organisation.objects.filter(pk__in=using)
    return rows.order_by("sort", "id")
