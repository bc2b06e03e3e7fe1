"""Jobs that the foundation itself needs; modules put theirs beside their actions."""

import uuid
from typing import Any

from procrastinate.contrib.django import app

from thidua.foundation.events import Event, deliver_once


@app.task(name="foundation.deliver", queue="events", retry=5)
def deliver(*, event_id: str, name: str, subject: int, facts: dict[str, Any], handler: str) -> None:
    deliver_once(Event(uuid.UUID(event_id), name, subject, facts), handler)
