from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.kernel.days import civil_day
from thidua.modules.exemplars.actions.retention import forget_unused_photos
from thidua.modules.organisations.api import system


@app.periodic(cron="25 2 * * *")
@app.task(name="exemplars.forget_photos", queue="nightly", queueing_lock="exemplars.forget_photos")
def forget_photos(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    on = civil_day(timezone.now())
    forget_unused_photos(actor=system(on), on=on)
