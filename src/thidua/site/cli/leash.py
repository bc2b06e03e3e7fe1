"""A child ends with its parent, however the parent ended: it reads from a pipe that only the parent holds."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

# For what is under way; a page server's process that is only starting doesn't hear that it should end.
SECONDS_TO_END = 5


def hold_to(*, parent: bool, seconds: float = SECONDS_TO_END) -> None:
    if parent:
        threading.Thread(target=_end_with_parent, args=(seconds,), daemon=True).start()


def _end_with_parent(seconds: float) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(seconds)
    end_at_once(os.getpid())


def end_at_once(leader: int) -> None:
    """It and those that it has started: a child leads a session of its own."""
    if hasattr(os, "killpg"):
        os.killpg(leader, signal.SIGKILL)
    else:
        os.kill(leader, signal.SIGTERM)
