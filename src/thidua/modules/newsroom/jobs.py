from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.modules.newsroom.actions.comments import forget_due_phones
from thidua.modules.newsroom.actions.steps import keep_schedule


@app.periodic(cron="* * * * *")
@app.task(name="newsroom.keep_schedule", queue="events", queueing_lock="newsroom.keep_schedule")
def scheduled(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    keep_schedule(timezone.now())


@app.periodic(cron="35 2 * * *")
@app.task(name="newsroom.forget_phones", queue="nightly", queueing_lock="newsroom.forget_phones")
def forget(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    forget_due_phones(timezone.now())
