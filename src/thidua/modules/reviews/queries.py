from django.db.models import Count, QuerySet

from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.reviews.models import Review
from thidua.modules.reviews.policy import READS


def visible_to(actor: Actor) -> QuerySet[Review]:
    """Of the scope, for those who write, issue or read reports."""
    rows = Review.objects.select_related("campaign", "organisation")
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def with_numbers(rows: QuerySet[Review]) -> QuerySet[Review]:
    return rows.annotate(n_proposals=Count("proposals"))
