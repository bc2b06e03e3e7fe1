"""Requests in sight, and what waits."""

from django.db.models import QuerySet

from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.privacy.models import DataRequest, RequestState
from thidua.modules.privacy.policy import READS
from thidua.modules.privacy.states import ANSWERS


def visible_to(actor: Actor) -> QuerySet[DataRequest]:
    rows = DataRequest.objects.select_related("person", "organisation")
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def waiting_for(actor: Actor) -> QuerySet[DataRequest]:
    rows = visible_to(actor).filter(state=RequestState.RECEIVED)
    return rows if actor.has(*ANSWERS) else rows.none()
