"""Days worked although weekend, days off although weekday."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.days import WorkingCalendar
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.organisations import policy
from thidua.modules.organisations.actor import Actor
from thidua.modules.organisations.models import CalendarDay


class CannotSetDay(Cannot):
    """The day says nothing that the week does not say."""


@action
def set_calendar_day(*, actor: Actor, day: date, is_working: bool, note: str) -> CalendarDay:
    """Deadlines are counted anew with it at the next look: they are days, not stored promises."""
    require(policy.may_set_common_things(actor))
    if WorkingCalendar().is_working(day) == is_working:
        raise CannotSetDay(
            _("That weekday is worked anyway.") if is_working else _("That day is a weekend anyway."),
            field="is_working",
        )
    made, _is_new = CalendarDay.objects.update_or_create(
        on=day, defaults={"is_working": is_working, "note": clean(note)}
    )
    return made


@action
def remove_calendar_day(*, actor: Actor, day: CalendarDay) -> None:
    require(policy.may_set_common_things(actor))
    day.delete()
