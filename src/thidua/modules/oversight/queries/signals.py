from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.modules.organisations.api import Actor, in_force, scope_ids
from thidua.modules.oversight.models import Signal, SignalState, Threshold
from thidua.modules.oversight.policy import READS
from thidua.modules.oversight.states import LEADER, OFFICER, UNIT

# What still asks for somebody's word.
OPEN = Q(gone_on=None, state__in=[SignalState.NEW, SignalState.ASKED, SignalState.EXPLAINED, SignalState.WITH_LEADER])  # fmt: skip


def signals_visible_to(actor: Actor) -> QuerySet[Signal]:
    """The overseeing body first; a unit sees what it was asked to explain, and nothing before."""
    rows = Signal.objects.select_related("organisation", "body")
    if actor.is_system:
        return rows
    here = scope_ids(actor)
    if actor.has(*READS):
        return rows.filter(body__in=here)
    if actor.has(*UNIT):
        return rows.filter(organisation__in=here, asked_on__isnull=False)
    return rows.none()


def open_signals(rows: QuerySet[Signal]) -> QuerySet[Signal]:
    return rows.filter(OPEN)


def waiting_for(actor: Actor) -> QuerySet[Signal]:
    """What the actor himself is to say something to."""
    rows = Signal.objects.filter(gone_on=None).select_related("organisation")
    if actor.is_system or actor.organisation_id is None:
        return rows.none()
    asked = Q()
    if actor.has(*OFFICER):
        asked |= Q(body=actor.organisation_id, state__in=[SignalState.NEW, SignalState.EXPLAINED])
    if actor.has(*LEADER):
        asked |= Q(body=actor.organisation_id, state=SignalState.WITH_LEADER)
    if actor.has(*UNIT):
        asked |= Q(organisation=actor.organisation_id, state=SignalState.ASKED)
    return rows.filter(asked) if asked else rows.none()


def by_detector(rows: QuerySet[Signal]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("detector").annotate(n=Count("pk")))


def by_unit(rows: QuerySet[Signal]) -> list[tuple[str, int]]:
    """How many each unit has, most first: units, never persons."""
    named = rows.order_by().values_list("organisation__name").annotate(n=Count("pk"))
    return list(named.order_by("-n", "organisation__name")[:10])


def thresholds_on(organisation_id: int, on: date) -> dict[str, Threshold]:
    """What the body has set itself, by detector."""
    rows = Threshold.objects.filter(in_force(on), organisation=organisation_id).select_related("set_by")
    return {row.detector: row for row in rows}
