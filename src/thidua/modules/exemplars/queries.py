"""Tips and exemplars: what an actor sees, what waits for him, which tips may tell of the same deed."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.models import Count, Model, Q, QuerySet
from rapidfuzz import fuzz

from thidua.foundation.paging import counted
from thidua.kernel.text import fold, search_words
from thidua.modules.exemplars.models import Exemplar, Tip, TipState
from thidua.modules.exemplars.policy import READS
from thidua.modules.organisations.api import Actor, Role, in_force, scope_ids
from thidua.modules.organisations.models import Closure, Grant, Kind, Organisation

M = TypeVar("M", bound=Model)
NEAR = timedelta(days=7)
ALIKE = 80
MOST_NEAR = 6
HANDLES = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


def tips_visible_to(actor: Actor) -> QuerySet[Tip]:
    """Of the scope for those who triage or read; what was passed on only for the receiver of complaints."""
    rows = Tip.objects.select_related("organisation")
    if actor.is_system:
        return rows
    mine = Q(told_by=actor.user_id) & ~Q(state=TipState.REFERRED)
    if actor.has(*READS):
        mine |= Q(organisation__in=scope_ids(actor)) & ~Q(state=TipState.REFERRED)
    if actor.has(Role.COMPLAINTS):
        mine |= Q(organisation__in=scope_ids(actor), state=TipState.REFERRED)
    return rows.filter(mine)


def visible_to(actor: Actor) -> QuerySet[Exemplar]:
    rows = Exemplar.objects.select_related("organisation")
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if actor.has(*READS) else rows.none()


def with_tips(rows: QuerySet[Exemplar]) -> QuerySet[Exemplar]:
    return rows.annotate(n_tips=counted(Tip.objects.all(), "exemplar"))


def found(rows: QuerySet[M], words: str) -> QuerySet[M]:
    """All words, in any order, without diacritics."""
    for word in search_words(words):
        rows = rows.filter(search__contains=word)
    return rows


def state_counts(rows: QuerySet[Any]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))


def near(tip: Tip) -> list[Tip]:
    """Tips of the same unit within a week of the same day, whose names agree or are not known; the nearest first."""
    around = Tip.objects.filter(
        organisation=tip.organisation_id,
        deed_on__range=(tip.deed_on - NEAR, tip.deed_on + NEAR),
        state__in=[TipState.NEW, TipState.ACCEPTED],
    )
    rows = [row for row in around.exclude(pk=tip.pk) if _may_be_same(tip.who, row.who)]
    return sorted(rows, key=lambda row: (abs((row.deed_on - tip.deed_on).days), row.pk))[:MOST_NEAR]


def _may_be_same(one: str, other: str) -> bool:
    if not one or not other:
        return True
    return fuzz.token_set_ratio(fold(one), fold(other)) >= ALIKE


def waiting_for(actor: Actor, on: date) -> QuerySet[Tip]:
    """New tips of the actor's own unit; for the specialist those of units where nobody would see them, too."""
    new = tips_visible_to(actor).filter(state=TipState.NEW)
    if actor.is_system or not actor.has(*HANDLES, Role.SPECIALIST):
        return new.none()
    own = Q(organisation=actor.organisation_id)
    if actor.has(Role.SPECIALIST):
        handled = Grant.objects.filter(in_force(on), role__in=HANDLES).values("organisation")
        own |= ~Q(organisation__in=handled)
    return new.filter(own)


def tellable_units(actor: Actor) -> QuerySet[Organisation]:
    """Of which units one may tell a good deed: all of the commune that one works in, and one's own scope."""
    communes = Closure.objects.filter(
        in_force(actor.on), descendant=actor.organisation_id, ancestor__kind=Kind.COMMUNE
    ).values("ancestor")
    beside = Closure.objects.filter(in_force(actor.on), ancestor__in=communes).values("descendant")
    units = Organisation.objects.filter(Q(pk__in=beside) | Q(pk__in=scope_ids(actor)), in_force(actor.on))
    return units.order_by("sort", "id")


def praising_bodies(actor: Actor, exemplar: Exemplar) -> QuerySet[Organisation]:
    """Whose head may sign a thư khen: the unit, or a body above it within the actor's scope, that has a seal of its own."""
    above = bodies_above(exemplar).filter(in_force(actor.on))
    rows = Organisation.objects.filter(has_legal_personality=True, pk__in=scope_ids(actor))
    return rows.filter(pk__in=above).order_by("sort", "id")


def bodies_above(exemplar: Exemplar) -> QuerySet[Closure, int]:
    """Ids of the unit and of those that ever stood above it."""
    return Closure.objects.filter(descendant=exemplar.organisation_id).values_list("ancestor", flat=True)
