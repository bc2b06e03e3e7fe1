from thidua.foundation.permissions import Answer
from thidua.modules.organisations.api import Actor, may_set_common_things


def may_see_mail(actor: Actor) -> Answer:
    """The outbox belongs to the installation: a unit's administrator has nothing to see in it."""
    return may_set_common_things(actor)
