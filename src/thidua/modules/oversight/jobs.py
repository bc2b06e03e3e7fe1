from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.kernel.days import civil_day
from thidua.modules.organisations.api import system
from thidua.modules.oversight.actions import look, remind, remind_receivers
from thidua.modules.suggestions.api import bodies


# Half past two at night in Vietnam: the schedule is kept in UTC.
@app.periodic(cron="30 19 * * *")
@app.task(name="oversight.look_at_night", queue="nightly", queueing_lock="oversight.look_at_night")
def look_at_night(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    """Every body's records, one after the other."""
    on = civil_day(timezone.now())
    for body in bodies(on).order_by("pk"):
        look(body=body, actor=system(on), on=on)


# 8:15 in Vietnam.
@app.periodic(cron="15 1 * * *")
@app.task(name="oversight.remind", queueing_lock="oversight.remind")
def remind_owners(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    now = timezone.now()
    on = civil_day(now)
    remind(actor=system(on), on=on, now=now)
    remind_receivers(actor=system(on), on=on, now=now)
