from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.kernel.days import civil_day
from thidua.modules.register.signets import sign_heads


@app.periodic(cron="50 23 * * *")
@app.task(name="register.sign_heads", queue="nightly", queueing_lock="register.sign_heads")
def sign(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    sign_heads(civil_day(timezone.now()))
