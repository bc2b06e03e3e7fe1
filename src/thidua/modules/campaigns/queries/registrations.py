"""Registrations that an actor sees: of the units of his scope; what was not sent is seen by those who work on it."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.foundation.paging import counted
from thidua.kernel.text import search_words
from thidua.modules.campaigns.models import Participant, Registration, RegistrationState
from thidua.modules.campaigns.policy import READS, WORKS
from thidua.modules.campaigns.states import LAUNCHES, SENDS
from thidua.modules.organisations.api import Actor, scope_ids

SENT = ~Q(state=RegistrationState.DRAFT)


def registrations_visible_to(actor: Actor) -> QuerySet[Registration]:
    rows = Registration.objects.select_related("organisation", "campaign__organisation")
    if actor.is_system:
        return rows
    if not actor.has(*READS):
        return rows.none()
    rows = rows.filter(organisation__in=scope_ids(actor))
    return rows if actor.has(*WORKS) else rows.filter(SENT)


def with_participants(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    people = Participant.objects.filter(person__isnull=False)
    collectives = Participant.objects.filter(collective__isnull=False)
    return rows.annotate(
        n_people=counted(people, "registration"), n_collectives=counted(collectives, "registration")
    )


def registrations_found(rows: QuerySet[Registration], words: str) -> QuerySet[Registration]:
    for word in search_words(words):
        rows = rows.filter(Q(organisation__search__contains=word) | Q(campaign__search__contains=word))
    return rows


def registration_counts(rows: QuerySet[Registration]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))


def registrations_waiting(actor: Actor, on: date) -> QuerySet[Registration]:  # noqa: ARG001 -- asked like the others
    """What was sent to the actor's organisation; for a head also what his officer has prepared."""
    rows = Registration.objects.select_related("organisation", "campaign")
    here = actor.organisation_id
    if actor.is_system or not actor.roles & (LAUNCHES | SENDS):
        return rows.none()
    wanted = Q(campaign__organisation=here, state=RegistrationState.SENT)
    prepared = Q(organisation=here, state=RegistrationState.DRAFT, campaign__state="launched")
    with_somebody = Participant.objects.values("registration")
    if actor.roles & SENDS:
        wanted |= prepared & Q(pk__in=with_somebody)
    return rows.filter(wanted)
