"""What waits for somebody: models to decide on, pilots to conclude, effects to measure."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from thidua.modules.organisations.api import Actor, Role
from thidua.modules.replication.models import Adoption, ModelState, Pilot, PilotState, PracticeModel
from thidua.modules.replication.queries.lists import (
    adoptions_visible_to,
    pilots_visible_to,
    unmeasured,
    visible_to,
)
from thidua.modules.replication.states import AUTHORITY

# A pilot is concluded around its last day; an effect shows after a few months.
SOON = timedelta(days=14)
EFFECT_AFTER = timedelta(days=90)
UNIT = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


def models_to_decide(actor: Actor) -> QuerySet[PracticeModel]:
    """Put forward, for the specialist: pilot it or hand it back."""
    rows = visible_to(actor).filter(state=ModelState.PROPOSED)
    return rows if actor.has(Role.SPECIALIST) and not actor.is_system else rows.none()


def models_to_review(actor: Actor) -> QuerySet[PracticeModel]:
    """Every pilot has ended, at least one with a result."""
    pilots = Pilot.objects.filter(model=OuterRef("pk"))
    rows = visible_to(actor).filter(
        ~Exists(pilots.filter(state=PilotState.RUNNING)),
        Exists(pilots.filter(state=PilotState.CONCLUDED)),
        state=ModelState.PILOT,
    )
    return rows if actor.has(*AUTHORITY) and not actor.is_system else rows.none()


def pilots_due(actor: Actor, on: date) -> QuerySet[Pilot]:
    """Of the actor's own unit, near the last day or past it."""
    rows = pilots_visible_to(actor).filter(
        organisation=actor.organisation_id, state=PilotState.RUNNING, until__lte=on + SOON
    )
    return rows if actor.has(*UNIT) and not actor.is_system else rows.none()


def adoptions_to_measure(actor: Actor, on: date) -> QuerySet[Adoption]:
    """Of the actor's own unit, applied for a while and without an effect yet."""
    rows = unmeasured(adoptions_visible_to(actor)).filter(
        organisation=actor.organisation_id, since__lte=on - EFFECT_AFTER
    )
    return rows if actor.has(*UNIT) and not actor.is_system else rows.none()
