"""The tree as it stood on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thidua.kernel.text import search_words
from thidua.modules.organisations.actor import Actor, in_force, scope_ids
from thidua.modules.organisations.models import Closure, Kind, Organisation, OrganisationPeriod


@dataclass(frozen=True, slots=True)
class Branch:
    """One organisation of a level: how it was called on the day, and how many stood under it."""

    id: int
    name: str
    kind: str
    code: str
    n_below: int
    since: date
    until: date | None

    @property
    def kind_label(self) -> str:
        return str(Kind(self.kind).label)


def visible_to(actor: Actor) -> QuerySet[Organisation]:
    """Those in the actor's scope: his own, all below, all whose books are kept there."""
    return Organisation.objects.filter(pk__in=scope_ids(actor))


def _periods(actor: Actor, day: date) -> QuerySet[OrganisationPeriod]:
    return OrganisationPeriod.objects.filter(in_force(day), organisation__in=scope_ids(actor))


def _branches(periods: QuerySet[OrganisationPeriod], day: date) -> list[Branch]:
    below = (
        OrganisationPeriod.objects.filter(in_force(day), parent=OuterRef("organisation"))
        .values("parent")
        .annotate(n=Count("id"))
        .values("n")
    )
    counted = periods.annotate(n_below=Coalesce(Subquery(below), 0))
    found = counted.order_by("organisation__sort", "organisation_id").values_list(
        "organisation_id", "name", "kind", "code", "n_below", "since", "until"
    )
    return [Branch(*row) for row in found]


def roots(actor: Actor, day: date) -> list[Branch]:
    """Where the actor's sight begins on that day: what stands under nothing he sees."""
    periods = _periods(actor, day)
    tops = periods.filter(parent=None) | periods.exclude(parent__in=periods.values("organisation"))
    return _branches(tops, day)


def branches(actor: Actor, organisation_id: int, day: date) -> list[Branch]:
    """The level below an organisation on that day."""
    return _branches(_periods(actor, day).filter(parent=organisation_id), day)


def searched(actor: Actor, day: date, *, words: str, kind: str = "", limit: int = 200) -> list[Branch]:
    """By words in any order and without marks, or by kind, anywhere in the scope."""
    periods = _periods(actor, day)
    for word in search_words(words):
        periods = periods.filter(organisation__search__contains=word)
    if kind:
        periods = periods.filter(kind=kind)
    return _branches(periods, day)[:limit]


def path_to(actor: Actor, organisation_id: int, day: date) -> list[tuple[int, str]]:
    """From the top of the actor's sight down to the organisation, by the names of that day."""
    above = Closure.objects.filter(in_force(day), descendant=organisation_id, depth__gt=0)
    depths = dict(above.filter(ancestor__in=scope_ids(actor)).values_list("ancestor", "depth"))
    names = OrganisationPeriod.objects.filter(in_force(day), organisation__in=depths)
    found = [(pk, name) for pk, name in names.values_list("organisation_id", "name")]
    return sorted(found, key=lambda step: -depths[step[0]])


def name_on(organisation: Organisation, day: date) -> str:
    """As papers of that day wrote it; before its first period, its first name."""
    names = list(organisation.periods.order_by("since").values_list("name", "since"))
    current = [name for name, since in names if since <= day]
    return current[-1] if current else (names[0][0] if names else organisation.name)


def organisation_choices(actor: Actor, *, kinds: tuple[str, ...] = ()) -> QuerySet[Organisation]:
    """Existing organisations of the scope, for a form's list."""
    existing = visible_to(actor).filter(in_force(actor.on))
    return (existing.filter(kind__in=kinds) if kinds else existing).order_by("sort", "id")
