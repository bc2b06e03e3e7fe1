"""A unit says that it had none; whoever has neither done nor said anything is reminded."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.actions import action
from thidua.foundation.paging import every_page
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.duty import policy, queries
from thidua.modules.duty.models import EmptyMonth, Side
from thidua.modules.duty.parts import Mark
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Actor, Role, in_force
from thidua.modules.organisations.models import Grant, Organisation

REMINDED = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


class CannotSay(Cannot):
    """The month is not one of the unit's, or there is something in it."""


@action
def say_none(
    *, organisation: Organisation, month: date, sides: list[str], reason: str, actor: Actor, on: date
) -> None:
    """“Không có”, with its reason; said again, the later reason stands."""
    require(policy.may_say(actor, organisation.pk))
    [line] = queries.lines([organisation], month.year, on)
    known = line.months[month.month - 1]
    if known is None:
        raise CannotSay(_("Choose a month that has begun and in which the unit was there."))
    for side in sides:
        if known.side(Side(side)) not in (Mark.OPEN, Mark.NOTHING, Mark.TOLD):
            raise CannotSay(_("Something is kept for this month: look at it first."), field="sides")
        EmptyMonth.objects.update_or_create(
            organisation=organisation,
            month=month.replace(day=1),
            side=side,
            defaults={"reason": clean(reason), "said_by_id": actor.user_id, "said_on": on},
        )


@action
def remind(*, actor: Actor, on: date, now: datetime) -> int:
    """Units that have proposed nothing this month and not said why; gives how many persons were told."""
    text = gettext_lazy(
        "Before the month ends: propose an exemplar or a good deed, or write that there is none, and why."
    )
    n_told = 0
    for unit in _silent(on):
        url = f"{reverse('duty_unit', args=[unit.pk])}?nam={on.year}"
        news = News(text, url, f"duty.reminder/{on:%Y-%m-%d}/{unit.pk}")
        n_told += tell_roles(actor=actor, now=now, news=news, organisation=unit, roles=REMINDED, on=on)
    return n_told


def _silent(on: date) -> Iterator[Organisation]:
    held = Grant.objects.filter(in_force(on), role__in=REMINDED).values("organisation")
    for page in every_page(queries.units_of(on.year).filter(pk__in=held), order=("sort", "id")):
        for line in queries.lines(page, on.year, on):
            month = line.months[on.month - 1]
            if month and month.upward in (Mark.OPEN, Mark.TOLD):
                yield line.unit
