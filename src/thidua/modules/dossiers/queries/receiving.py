"""Which body receives a unit's dossiers."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.kernel.errors import Cannot
from thidua.modules.organisations.api import Role, receivers_of
from thidua.modules.organisations.models import Organisation


class NobodyReceives(Cannot):
    """No body above the unit has a specialist."""


def receiver_of(organisation: Organisation, on: date) -> Organisation:
    """The nearest body, the unit itself or above, that has a specialist."""
    found = receivers_of(organisation.pk, [Role.SPECIALIST], on)
    if found is None:
        raise NobodyReceives(
            _(
                "No body above this unit has a specialist who could receive the dossier: tell the administrator."
            ),
            field="organisation",
        )
    return found
