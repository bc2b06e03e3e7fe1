from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.modules.consultations.actions.remarks import forget_due_phones


@app.periodic(cron="40 2 * * *")
@app.task(name="consultations.forget_phones", queue="nightly", queueing_lock="consultations.forget_phones")
def forget(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    forget_due_phones(timezone.now())
