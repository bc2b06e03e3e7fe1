from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.modules.exchange.hooks.sending import send_due


@app.periodic(cron="* * * * *")
@app.task(name="exchange.tell", queue="mail", queueing_lock="exchange.tell", pass_context=False)
def tell(timestamp: int) -> None:  # noqa: ARG001 -- the minute it was due
    send_due(timezone.now)
