"""Models, pilots and adoptions: what an actor sees, with the numbers of a list."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet

from thidua.foundation.paging import counted
from thidua.kernel.text import search_words
from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.replication.models import (
    Adoption,
    AdoptionState,
    Measure,
    ModelState,
    Pilot,
    PilotState,
    PracticeModel,
)
from thidua.modules.replication.policy import READS
from thidua.modules.replication.queries.reach import catalogue_units, same_province
from thidua.modules.replication.states import WRITES

M = TypeVar("M", bound=Model)
in_use = Q(state=AdoptionState.IN_USE)


def visible_to(actor: Actor) -> QuerySet[PracticeModel]:
    """The catalogue is everybody's, of other communes where the owner shares it; the rest is read in the
    scope and by those who try or apply it.

    A draft, and one given up before anybody else had read it, stay with those who write it.
    """
    rows = PracticeModel.objects.select_related("organisation__parent", "field")
    if actor.is_system:
        return rows
    units = catalogue_units(actor.organisation_id, actor.on).values("pk")
    shared = Q(shared_on__isnull=False, organisation__in=same_province(actor.organisation_id, actor.on))
    seen = Q(state=ModelState.CATALOGUE) & (Q(organisation__in=units) | shared)
    if actor.has(*READS):
        scope = scope_ids(actor)
        tried = Pilot.objects.filter(organisation__in=scope).values("model")
        applied = Adoption.objects.filter(organisation__in=scope).values("model")
        known = Q(organisation__in=scope) | Q(pk__in=tried) | Q(pk__in=applied)
        seen |= known & Q(proposed_on__isnull=False) & ~Q(state=ModelState.DRAFT)
    if actor.has(*WRITES):
        seen |= Q(organisation__in=scope_ids(actor))
    return rows.filter(seen)


def pilots_visible_to(actor: Actor) -> QuerySet[Pilot]:
    """Whoever reads a model reads how it was tried: lessons are there to be learnt."""
    rows = Pilot.objects.select_related("organisation", "model__organisation")
    return rows.filter(model__in=visible_to(actor).values("pk"))


def adoptions_visible_to(actor: Actor) -> QuerySet[Adoption]:
    """A unit sees its own and those of its models; the level above all of its units."""
    rows = Adoption.objects.select_related("organisation", "model__organisation", "learnt_from")
    if actor.is_system:
        return rows
    if not actor.has(*READS):
        return rows.none()
    scope = scope_ids(actor)
    return rows.filter(Q(organisation__in=scope) | Q(model__organisation__in=scope))


def measured(rows: QuerySet[Adoption]) -> QuerySet[Adoption]:
    return rows.filter(_has_effect())


def unmeasured(rows: QuerySet[Adoption]) -> QuerySet[Adoption]:
    """Applied, and nobody has said yet with what effect."""
    return rows.filter(in_use, ~_has_effect())


def _has_effect() -> Exists:
    return Exists(Measure.objects.filter(adoption=OuterRef("pk"), after__isnull=False))


def without_adopter(rows: QuerySet[PracticeModel]) -> QuerySet[PracticeModel]:
    """In the catalogue, and no unit applies it."""
    using = Adoption.objects.filter(in_use, model=OuterRef("pk"))
    return rows.filter(~Exists(using), state=ModelState.CATALOGUE)


def with_numbers(rows: QuerySet[PracticeModel]) -> QuerySet[PracticeModel]:
    using = Adoption.objects.filter(in_use)
    return rows.annotate(
        n_pilots=n_pilots(),
        n_adopters=counted(using, "model"),
        n_measured=counted(using.filter(_has_effect()), "model"),
    )


def n_pilots() -> Any:
    return counted(Pilot.objects.exclude(state=PilotState.DROPPED), "model")


def found(rows: QuerySet[M], words: str, column: str = "search") -> QuerySet[M]:
    """All words, in any order, without diacritics."""
    for word in search_words(words):
        rows = rows.filter(**{f"{column}__contains": word})
    return rows


def state_counts(rows: QuerySet[Any]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
