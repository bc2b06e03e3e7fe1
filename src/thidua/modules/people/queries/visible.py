"""Whose records an actor sees: people of his scope, and people who had a post in it."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.people.models import (
    Collective,
    Household,
    Initiative,
    Person,
    Post,
    Transfer,
    TransferState,
)


def visible_to(actor: Actor) -> QuerySet[Person]:
    """People here now, here once (their old years stay readable), or asked to come here."""
    people = Person.objects.all()
    if actor.is_system:
        return people
    scope = scope_ids(actor)
    held = Post.objects.filter(person=OuterRef("pk"), organisation__in=scope)
    moved = Transfer.objects.filter(person=OuterRef("pk")).filter(
        Q(source__in=scope) | Q(target__in=scope, state=TransferState.ASKED)
    )
    return people.filter(Q(organisation__in=scope) | Exists(held) | Exists(moved))


def present_in(actor: Actor) -> QuerySet[Person]:
    """People of the scope now, without merged records: what lists show."""
    people = Person.objects.filter(merged_into__isnull=True)
    return people if actor.is_system else people.filter(organisation__in=scope_ids(actor))


def visible_collectives(actor: Actor) -> QuerySet[Collective]:
    rows = Collective.objects.all()
    return rows if actor.is_system else rows.filter(organisation__in=scope_ids(actor))


def visible_households(actor: Actor) -> QuerySet[Household]:
    rows = Household.objects.all()
    return rows if actor.is_system else rows.filter(organisation__in=scope_ids(actor))


def visible_initiatives(actor: Actor) -> QuerySet[Initiative]:
    rows = Initiative.objects.all()
    return rows if actor.is_system else rows.filter(organisation__in=scope_ids(actor))


def identities(person_ids: Iterable[int]) -> dict[int, int]:
    """Every record of these people, merged ones too: record id → id of the person asked for."""
    asked = set(person_ids)
    merged = Person.objects.filter(merged_into__in=asked).values_list("pk", "merged_into_id")
    return {pk: pk for pk in asked} | {pk: int(kept) for pk, kept in merged if kept is not None}
