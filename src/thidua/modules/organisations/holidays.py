"""Public holidays of Việt Nam, the lunar ones too, as days of the calendar."""

from collections.abc import Iterable, Iterator

import holidays

from thidua.foundation.audit import acting
from thidua.kernel.days import WorkingCalendar
from thidua.modules.organisations.models import CalendarDay


def exceptions(year: int) -> Iterator[CalendarDay]:
    """Weekdays that are holidays or days off in their place, and the weekend days worked in exchange.

    Labour Code 45/2019/QH14, Article 112; the exchanges as the Government announced them for past years.
    """
    weekly = WorkingCalendar()
    public = holidays.country_holidays("VN", years=year, language="vi")
    for day, name in sorted(public.items()):
        if weekly.is_working(day):
            yield CalendarDay(on=day, is_working=False, note=name[:120])
    for day in sorted(public.weekend_workdays):
        if day.year == year and not weekly.is_working(day):
            yield CalendarDay(on=day, is_working=True, note="Làm bù")


def load_holidays(years: Iterable[int]) -> int:
    """Gives the number of new days; a day that somebody has set stays as he set it."""
    wanted = [day for year in years for day in exceptions(year)]
    with acting(None, action="organisations.load_holidays"):
        known = set(CalendarDay.objects.values_list("on", flat=True))
        new = [day for day in wanted if day.on not in known]
        CalendarDay.objects.bulk_create(new)
    return len(new)
