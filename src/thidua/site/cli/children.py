"""Web and worker as children of one command: all run, or all stop."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping
from typing import Self

from thidua.site.cli.leash import end_at_once
from thidua.site.installation import command
from thidua.site.refusal import CannotRun

PATIENCE = 15


class CannotGoOn(CannotRun):
    """A child has ended that should run."""


class Children:
    def __init__(self, environment: Mapping[str, str]) -> None:
        # They need no owner: what they never had they cannot leak.
        self._environment = {
            name: value for name, value in environment.items() if name != "DATABASE_OWNER_URL"
        }
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, *words: str) -> None:
        # The pipe is their leash; a session of their own keeps Ctrl-C for us to hand on in order.
        self._running[words[0]] = subprocess.Popen(
            command(*words, "--leashed"), env=self._environment, stdin=subprocess.PIPE, start_new_session=True
        )

    def require_all(self) -> None:
        for name, child in self._running.items():
            if child.poll() is not None:
                raise CannotGoOn(
                    f"Tiến trình “{name}” đã dừng (mã {child.returncode}); lý do ở các dòng phía trên.",
                    f"The process “{name}” has ended (code {child.returncode}); the lines above say why.",
                )

    def wait(self) -> None:
        while True:
            self.require_all()
            time.sleep(0.5)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._running.values():
            child.terminate()
        for child in self._running.values():
            _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        end_at_once(child.pid)
        child.wait()
