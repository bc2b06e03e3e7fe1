"""Whose records a body looks through, and for which year."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias, TypeVar

from django.db.models import F, Max, Q, QuerySet

from thidua.modules.organisations.api import Role, in_force
from thidua.modules.organisations.models import Closure, Grant, Organisation
from thidua.modules.people.models import Collective, Grade, Person

AT_ONCE = 2_000
R = TypeVar("R", Person, Collective)
Batch: TypeAlias = list[Person] | list[Collective]


def bodies(on: date) -> QuerySet[Organisation]:
    """Those with a desk: each looks through the units it receives dossiers from."""
    desks = Grant.objects.filter(in_force(on), role=Role.SPECIALIST)
    return Organisation.objects.filter(pk__in=desks.values("organisation"))


def units_of(body: Organisation, on: date) -> QuerySet[Closure, int]:
    """All below the body whose nearest desk it is."""
    closure = Closure.objects.filter(in_force(on))
    others = closure.filter(ancestor=body, descendant__in=bodies(on)).exclude(descendant=body)
    theirs = closure.filter(ancestor__in=others.values("descendant")).values("descendant")
    below = closure.filter(ancestor=body).exclude(descendant__in=theirs)
    return below.values_list("descendant", flat=True)


def people_of(body: Organisation, on: date) -> QuerySet[Person]:
    rows = Person.objects.filter(organisation__in=units_of(body, on), merged_into=None)
    return rows.filter(Q(died_on=None) | Q(died_on__gt=on)).select_related("organisation")


def collectives_of(body: Organisation, on: date) -> QuerySet[Collective]:
    rows = Collective.objects.filter(organisation__in=units_of(body, on))
    return rows.filter(Q(dissolved_on=None) | Q(dissolved_on__gt=on)).select_related("organisation")


def batches(body: Organisation, on: date) -> Iterator[Batch]:
    """Everybody in the order of their numbers, never more than a batch in memory."""
    yield from _in_order(people_of(body, on))
    yield from _in_order(collectives_of(body, on))


def _in_order(rows: QuerySet[R]) -> Iterator[list[R]]:
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield batch
        last = batch[-1].pk


def count(body: Organisation, on: date) -> int:
    return people_of(body, on).count() + collectives_of(body, on).count()


def years_of(body: Organisation, on: date) -> dict[int, int]:
    """By unit: the newest year in which it has graded anybody, of this year and the last."""
    graded = Grade.objects.filter(
        organisation__in=units_of(body, on),
        period__kind=F("organisation__year_kind"),
        period__year__range=(on.year - 1, on.year),
        period__since__lte=on,
    )
    return dict(graded.order_by().values_list("organisation").annotate(year=Max("period__year")))
