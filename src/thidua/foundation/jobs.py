"""Jobs that the foundation itself needs; modules put theirs beside their actions."""

import uuid
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.foundation import history
from thidua.foundation.events import Event, deliver_once
from thidua.foundation.outbox import send_batch


@app.task(name="foundation.deliver", queue="events", retry=5)
def deliver(*, event_id: str, name: str, subject: int, facts: dict[str, Any], handler: str) -> None:
    deliver_once(Event(uuid.UUID(event_id), name, subject, facts), handler)


@app.periodic(cron="* * * * *")
@app.task(name="foundation.send_mail", queue="mail", queueing_lock="foundation.send_mail", pass_context=False)
def send_mail(timestamp: int) -> None:  # noqa: ARG001 -- the minute it was due
    send_batch(timezone.now)


@app.periodic(cron="*/10 * * * *")
@app.task(
    name="foundation.seal_history",
    queue="nightly",
    queueing_lock="foundation.seal_history",
    lock="foundation.seal_history",
    pass_context=False,
)
def seal_history(timestamp: int = 0) -> int:  # noqa: ARG001 -- the minute it was due
    """The history of the last minutes, linked to the chain and signed."""
    return history.seal(timezone.now())
