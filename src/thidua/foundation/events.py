"""Upward news: an event is deferred as jobs in the transaction that made it; handlers run once per event."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from thidua.foundation.models import Delivery


@dataclass(frozen=True, slots=True)
class Event:
    """`subject` is the primary key of the row that the news is about."""

    id: uuid.UUID
    name: str
    subject: int
    facts: Mapping[str, Any]


Handler = Callable[[Event], None]
_handlers: dict[str, dict[str, Handler]] = {}


def join(table: Mapping[str, Iterable[Handler]]) -> None:
    """Install the wiring; called once by the site."""
    _handlers.clear()
    for name, handlers in table.items():
        _handlers[name] = {f"{h.__module__}.{h.__qualname__}": h for h in handlers}


def publish(name: str, subject: int, **facts: Any) -> None:
    """Tell whoever is wired to it, after (and only if) this transaction commits."""
    from thidua.foundation.jobs import deliver  # noqa: PLC0415 -- jobs need the loaded app registry

    event_id = uuid.uuid4()
    for handler in _handlers.get(name, {}):
        deliver.defer(event_id=str(event_id), name=name, subject=subject, facts=facts, handler=handler)


def deliver_once(event: Event, handler: str) -> bool:
    """Run one handler for one event, in a transaction; False when it has run before."""
    with transaction.atomic():
        _, is_new = Delivery.objects.get_or_create(event=event.id, handler=handler)
        if is_new:
            _handlers[event.name][handler](event)
    return is_new
