from django.db.models import QuerySet

from thidua.modules.accounts.models import User
from thidua.modules.organisations.actor import Actor, in_force, scope_ids
from thidua.modules.organisations.models import Grant


def accounts_in_scope(actor: Actor) -> QuerySet[User]:
    """Persons who have, or once had, a role in the actor's scope."""
    grants = Grant.objects.filter(organisation__in=scope_ids(actor))
    return User.objects.filter(pk__in=grants.values("user"))


def roles_by_user(user_ids: list[int], actor: Actor) -> dict[int, list[Grant]]:
    """Present roles in the scope of the persons of one page."""
    held = Grant.objects.filter(in_force(actor.on), user__in=user_ids, organisation__in=scope_ids(actor))
    found: dict[int, list[Grant]] = {pk: [] for pk in user_ids}
    for grant in held.select_related("organisation").order_by("organisation__sort", "role"):
        found[grant.user_id].append(grant)
    return found
