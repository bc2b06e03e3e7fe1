"""Jobs that the foundation itself needs; modules put theirs beside their actions."""

import uuid
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.foundation.events import Event, deliver_once
from thidua.foundation.outbox import send_batch


@app.task(name="foundation.deliver", queue="events", retry=5)
def deliver(*, event_id: str, name: str, subject: int, facts: dict[str, Any], handler: str) -> None:
    deliver_once(Event(uuid.UUID(event_id), name, subject, facts), handler)


@app.periodic(cron="* * * * *")
@app.task(name="foundation.send_mail", queue="mail", queueing_lock="foundation.send_mail", pass_context=False)
def send_mail(timestamp: int) -> None:  # noqa: ARG001 -- the minute it was due
    send_batch(timezone.now)
