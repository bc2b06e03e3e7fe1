"""Whether the database still answers is asked of a connection that lay idle, not before each page of a busy minute.

A server that was started anew is noticed all the same: within so short a time it can't have been away and be back.
"""

import threading
from time import monotonic

from django.core.signals import request_finished, request_started
from django.db import connection

IDLE_SECONDS = 1.0
_last = threading.local()


def connect() -> None:
    """After Django's own receivers, which demand the question at each request."""
    request_started.connect(_spare_the_question, dispatch_uid="liveness.started")
    request_finished.connect(_used_now, dispatch_uid="liveness.finished")


def _spare_the_question(**_signal: object) -> None:
    """A connection that failed is closed by Django before this, and a new one is asked nothing."""
    if connection.connection is not None and monotonic() - getattr(_last, "used", 0.0) < IDLE_SECONDS:
        connection.health_check_done = True  # type: ignore[attr-defined]  # the stubs lack it


def _used_now(**_signal: object) -> None:
    _last.used = monotonic()
