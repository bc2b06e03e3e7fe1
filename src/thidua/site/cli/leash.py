"""A child ends with its parent, however the parent ended: it reads from a pipe that only the parent holds."""

from __future__ import annotations

import os
import signal
import sys
import threading


def hold_to(*, parent: bool) -> None:
    if parent:
        threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
