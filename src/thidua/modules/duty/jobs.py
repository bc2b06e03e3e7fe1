from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.kernel.days import civil_day
from thidua.modules.duty.actions import remind
from thidua.modules.organisations.api import system


# 8:30 in Vietnam: the schedule is kept in UTC.
@app.periodic(cron="30 1 20,25 * *")
@app.task(name="duty.remind", queueing_lock="duty.remind")
def remind_units(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    now = timezone.now()
    on = civil_day(now)
    remind(actor=system(on), on=on, now=now)
