from datetime import date

from django.db.models import QuerySet

from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Organisation, OrganisationPeriod


def units_below(organisation_id: int, on: date) -> QuerySet[Organisation]:
    """Those that stand directly under an organisation on a day."""
    there = OrganisationPeriod.objects.filter(in_force(on), parent=organisation_id)
    return Organisation.objects.filter(pk__in=there.values("organisation")).order_by("sort", "id")
