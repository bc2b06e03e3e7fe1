from datetime import date

from django.db.models import QuerySet

from thidua.modules.organisations.models import Organisation, Period, YearKind

OF_ALL_KINDS = (YearKind.STAGE, YearKind.CAMPAIGN)


def periods_for(organisation: Organisation, on: date) -> QuerySet[Period]:
    """Periods begun by the day that this unit is evaluated by, the newest first."""
    kinds = {organisation.year_kind, *OF_ALL_KINDS}
    return Period.objects.filter(kind__in=kinds, since__lte=on).order_by("-since", "kind")


def period_choices() -> QuerySet[Period]:
    return Period.objects.order_by("-year", "kind", "-since")
