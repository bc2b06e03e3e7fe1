"""What the duty of the month offers to the home page."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import WaitingItem
from thidua.modules.duty import queries
from thidua.modules.duty.parts import Mark
from thidua.modules.organisations.api import Actor, Role

# The day of the first reminder.
FROM_DAY = 20


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:
    """To a unit in the last days of a month in which it has proposed nothing and said nothing."""
    unit = actor.organisation
    if on.day < FROM_DAY or unit is None or not actor.roles & {Role.UNIT_OFFICER, Role.UNIT_HEAD}:
        return
    for line in queries.lines(list(queries.units_of(on.year).filter(pk=unit.pk)), on.year, on):
        month = line.months[on.month - 1]
        if month and month.upward in (Mark.OPEN, Mark.TOLD):
            yield WaitingItem(
                label=_("Propose an exemplar of month %(n)s, or say why there is none") % {"n": on.month},
                url=reverse("duty_unit", args=[unit.pk]),
                kind=_("Monthly duty"),
                due_on=on.replace(day=monthrange(on.year, on.month)[1]),
            )
