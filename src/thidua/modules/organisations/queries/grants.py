"""Who holds which role where."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from thidua.modules.accounts.models import User
from thidua.modules.organisations.actor import Actor, grants_of, in_force, scope_ids
from thidua.modules.organisations.models import Closure, Grant, Organisation


def grants_in_scope(actor: Actor) -> QuerySet[Grant]:
    """All grants, past ones too, of the organisations in the actor's scope."""
    rows = Grant.objects.filter(organisation__in=scope_ids(actor))
    return rows.select_related("user", "organisation", "handed_over_from__user")


def administered(actor: Actor) -> QuerySet[Grant]:
    return grants_in_scope(actor).order_by("organisation__sort", "role", "-since", "id")


def holders(organisation_id: int, roles: Iterable[str], on: date) -> QuerySet[User]:
    """Persons who act in one of these roles for the organisation on a day, stand-ins instead of the absent."""
    grants = Grant.objects.filter(in_force(on), organisation=organisation_id, role__in=list(roles))
    handed_over = Grant.objects.filter(in_force(on), handed_over_from__in=grants)
    acting = grants.exclude(pk__in=handed_over.values("handed_over_from"))
    return User.objects.filter(is_active=True, pk__in=acting.values("user"))


def receivers_of(organisation_id: int, roles: Iterable[str], on: date) -> Organisation | None:
    """The nearest organisation, this one or above, in which somebody holds one of the roles."""
    above = Closure.objects.filter(in_force(on), descendant=organisation_id).order_by("depth")
    held = Grant.objects.filter(in_force(on), role__in=list(roles)).values("organisation")
    nearest = above.filter(ancestor__in=held).select_related("ancestor").first()
    return nearest.ancestor if nearest else None


def places_of(user_id: int, on: date) -> list[tuple[Organisation, list[Grant]]]:
    """The organisations a person may act for on a day, each with his roles there."""
    found: dict[Organisation, list[Grant]] = {}
    for grant in grants_of(user_id, on).order_by("since", "id"):
        found.setdefault(grant.organisation, []).append(grant)
    return list(found.items())


def handed_over_by(user_id: int) -> QuerySet[Grant]:
    """What a person has handed to others, newest first."""
    rows = Grant.objects.filter(handed_over_from__user=user_id)
    return rows.select_related("user", "organisation", "handed_over_from").order_by("-since", "-id")


def possible_stand_ins(grant: Grant) -> QuerySet[User]:
    """Persons with a role in the same organisation or below it, but for the holder."""
    below = Closure.objects.filter(ancestor=grant.organisation_id).values("descendant")
    held = Grant.objects.filter(organisation__in=below).values("user")
    return (
        User.objects.filter(is_active=True, pk__in=held).exclude(pk=grant.user_id).order_by("full_name", "id")
    )
