"""Many people at once, all of them or none."""

from collections.abc import Sequence
from datetime import date

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import policy
from thidua.modules.people.actions.recipients import add_person
from thidua.modules.people.drafts import Identity
from thidua.modules.people.models import Person


@action
def add_people(
    *, organisation: Organisation, identities: Sequence[Identity], actor: Actor, on: date
) -> list[Person]:
    require(policy.may_edit(actor, organisation.pk))
    return [
        add_person(organisation=organisation, identity=one, post=None, actor=actor, on=on)
        for one in identities
    ]
