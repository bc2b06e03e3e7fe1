from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.oversight.models import RemedyPlan, Shortcoming, ShortcomingState
from thidua.modules.oversight.policy import READS
from thidua.modules.oversight.states import OFFICER, UNIT

S = ShortcomingState
OPEN = Q(state__in=[S.OPEN, S.DONE])


def shortcomings_visible_to(actor: Actor) -> QuerySet[Shortcoming]:
    """The overseeing body's; a unit sees its own, and those it is to remedy."""
    rows = Shortcoming.objects.select_related("organisation", "owner", "body", "signal", "plan")
    if actor.is_system:
        return rows
    here = scope_ids(actor)
    if actor.has(*READS):
        return rows.filter(body__in=here)
    if actor.has(*UNIT):
        return rows.filter(Q(organisation__in=here) | Q(owner__in=here))
    return rows.none()


def plans_visible_to(actor: Actor) -> QuerySet[RemedyPlan]:
    rows = RemedyPlan.objects.select_related("organisation").annotate(
        n_all=Count("shortcomings"),
        n_closed=Count("shortcomings", filter=Q(shortcomings__state=S.CLOSED)),
    )
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def overdue(rows: QuerySet[Shortcoming], on: date) -> QuerySet[Shortcoming]:
    return rows.filter(OPEN, due_on__lt=on)


def owed_by(actor: Actor) -> QuerySet[Shortcoming]:
    """What the actor's own organisation is to remedy."""
    rows = Shortcoming.objects.filter(state=S.OPEN, owner=actor.organisation_id)
    return rows if not actor.is_system and actor.has(*UNIT, *OFFICER) else rows.none()


def to_close(actor: Actor) -> QuerySet[Shortcoming]:
    """No longer found, or reported as remedied: the officer looks at it."""
    rows = Shortcoming.objects.filter(Q(state=S.DONE) | Q(state=S.OPEN, signal__gone_on__isnull=False))
    mine = rows.filter(body=actor.organisation_id)
    return mine if not actor.is_system and actor.has(*OFFICER) else rows.none()
