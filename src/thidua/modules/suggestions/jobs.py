from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.kernel.days import civil_day
from thidua.modules.organisations.api import system
from thidua.modules.suggestions.actions import CannotLook, ask
from thidua.modules.suggestions.models import Run
from thidua.modules.suggestions.running import perform
from thidua.modules.suggestions.whom import bodies


@app.task(name="suggestions.look", queue="long")
def look(*, run_id: int) -> None:
    perform(Run.objects.select_related("organisation").get(pk=run_id), timezone.now)


# Half past one at night in Vietnam: the schedule is kept in UTC.
@app.periodic(cron="30 18 * * *")
@app.task(name="suggestions.look_at_night", queue="nightly", queueing_lock="suggestions.look_at_night")
def look_at_night(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    """Every body's list, made anew one after the other."""
    on = civil_day(timezone.now())
    for body in bodies(on).order_by("pk"):
        try:
            run = ask(organisation=body, actor=system(on), on=on, now=timezone.now())
        except CannotLook:
            continue
        perform(run, timezone.now)
