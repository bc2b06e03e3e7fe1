"""What PostgreSQL works for us: beside other work the seconds of the clock say little."""

from __future__ import annotations

from pathlib import Path

from django.db import connection

# In Linux's account of a process; its clock ticks a hundred times a second everywhere.
USER, SYSTEM, TICKS = 11, 12, 100


class Backend:
    """The processor time that PostgreSQL has taken for our connection since; where the server isn't here, none is told."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            [pid] = cursor.fetchone()
        self._stat = Path(f"/proc/{pid}/stat")
        self._begun = self._ticks()

    def seconds(self) -> float:
        return (self._ticks() - self._begun) / TICKS

    def _ticks(self) -> int:
        try:
            told = self._stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            return 0
        return int(told[USER]) + int(told[SYSTEM])
