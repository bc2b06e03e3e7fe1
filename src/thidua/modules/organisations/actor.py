"""Who acts: a person in the roles he holds on a day in one organisation, or the system itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from thidua.modules.organisations.models import Closure, Grant, Organisation
from thidua.modules.organisations.roles import READ_ONLY, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """`roles` are those in `organisation` on the day `on`; scope = the organisation and all below it."""

    user_id: int | None
    name: str
    organisation: Organisation | None
    roles: frozenset[str]
    on: date
    is_system: bool = False
    # Asked many times for one screen; an actor lives as long as one request.
    _covered: dict[int, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def organisation_id(self) -> int | None:
        return self.organisation.pk if self.organisation else None

    @property
    def only_reads(self) -> bool:
        return not self.is_system and self.roles <= READ_ONLY

    def has(self, *roles: str) -> bool:
        return self.is_system or bool(self.roles & set(roles))

    def covers(self, organisation_id: int | None) -> bool:
        """Is this organisation the actor's own, or below it (or kept by one of those) on the day?"""
        if self.is_system:
            return True
        if organisation_id is None or self.organisation_id is None:
            return False
        if organisation_id not in self._covered:
            self._covered[organisation_id] = scope(self).filter(descendant=organisation_id).exists()
        return self._covered[organisation_id]

    def role_names(self, roles: Iterable[str]) -> str:
        return ", ".join(sorted(str(Role(role).label) for role in roles)) or _("nobody")


def system(on: date) -> Actor:
    """The system itself: jobs and commands. It may everything and is recorded as nobody."""
    return Actor(None, "", None, frozenset(), on, is_system=True)


def in_force(on: date) -> Q:
    """Periods [since, until) that hold on a day."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))


def grants_of(user_id: int, on: date) -> QuerySet[Grant]:
    """The roles a person acts in on a day: not those he has handed over for it."""
    handed_over = Grant.objects.filter(in_force(on), handed_over_from=OuterRef("pk"))
    held = Grant.objects.filter(in_force(on), ~Exists(handed_over), user=user_id)
    return held.select_related("organisation")


def actor_for(*, user_id: int, name: str, on: date, organisation_id: int | None = None) -> Actor:
    """The actor for the organisation chosen, or for the first in which the person has a role."""
    grants = list(grants_of(user_id, on).order_by("since", "id"))
    places = {grant.organisation_id: grant.organisation for grant in grants}
    chosen = places.get(organisation_id or 0) or next(iter(places.values()), None)
    roles = frozenset(g.role for g in grants if chosen and g.organisation_id == chosen.pk)
    return Actor(user_id, name, chosen, roles, on)


def scope(actor: Actor) -> QuerySet[Closure]:
    """Rows of the closure whose descendants the actor sees; use `scope_ids` in a filter."""
    return _below(None if actor.is_system else (actor.organisation_id,), actor.on).all()


@lru_cache(maxsize=1_000)
def _below(above: tuple[int | None] | None, on: date) -> QuerySet[Closure]:
    """Never evaluated itself: a page asks for it twenty times, and making it costs more than a copy."""
    rows = Closure.objects.filter(in_force(on))
    return rows if above is None else rows.filter(ancestor=above[0])


def scope_ids(actor: Actor) -> QuerySet[Closure, int]:
    """Ids of the organisations in the actor's scope, as a subquery: `filter(organisation__in=scope_ids(actor))`."""
    return scope(actor).values_list("descendant", flat=True)
