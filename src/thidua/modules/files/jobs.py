from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.modules.files.sweep import sweep_orphans


@app.periodic(cron="17 2 * * *")
@app.task(name="files.sweep", queue="nightly", queueing_lock="files.sweep")
def sweep(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    sweep_orphans(timezone.now())
