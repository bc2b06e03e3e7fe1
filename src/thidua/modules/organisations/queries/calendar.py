from datetime import date

from django.db.models import QuerySet

from thidua.kernel.days import WorkingCalendar
from thidua.modules.organisations.models import CalendarDay


def working_calendar() -> WorkingCalendar:
    return WorkingCalendar(dict(CalendarDay.objects.values_list("on", "is_working")))


def calendar_days(year: int) -> QuerySet[CalendarDay]:
    return CalendarDay.objects.filter(on__gte=date(year, 1, 1), on__lt=date(year + 1, 1, 1)).order_by("on")
