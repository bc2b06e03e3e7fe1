from django.db.models import QuerySet

from thidua.modules.accounts.models import User
from thidua.modules.organisations.actor import Actor, scope_ids
from thidua.modules.organisations.models import Grant


def accounts_in_scope(actor: Actor) -> QuerySet[User]:
    """Persons who have, or once had, a role in the actor's scope."""
    grants = Grant.objects.filter(organisation__in=scope_ids(actor))
    return User.objects.filter(pk__in=grants.values("user"))
