"""News: told with the change, heard once."""

import uuid

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from thidua.foundation import events
from thidua.foundation.events import Event

heard: list[int] = []


def listen(event: Event) -> None:
    heard.append(event.subject)


NAME = f"{listen.__module__}.{listen.__qualname__}"


@pytest.fixture(autouse=True)
def _wired():
    known = dict(events._handlers)
    events.join({"told": [listen]})
    heard.clear()
    yield
    events._handlers.clear()
    events._handlers.update(known)


def test_news_is_a_job_of_the_same_transaction(db):
    with transaction.atomic():
        events.publish("told", 5)
    assert ProcrastinateJob.objects.get().args["subject"] == 5


def fail_after_telling():
    with transaction.atomic():
        events.publish("told", 5)
        raise LookupError


def test_a_rollback_leaves_no_news(db):
    with pytest.raises(LookupError):
        fail_after_telling()
    assert ProcrastinateJob.objects.count() == 0


def test_a_handler_runs_once_for_an_event(db):
    event = Event(uuid.uuid4(), "told", 5, {})
    assert [events.deliver_once(event, NAME), events.deliver_once(event, NAME)] == [True, False]
    assert heard == [5]
