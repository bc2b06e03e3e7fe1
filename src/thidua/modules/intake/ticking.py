"""How far a long transaction is: said over a connection of its own, since nobody sees what it writes before its end."""

from types import TracebackType
from typing import Self

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from thidua.kernel.errors import Cannot

SAID = "UPDATE intake_intakeprogress SET n_done = %s, n_all = %s WHERE intake_id = %s RETURNING is_stopped"


class Stopped(Cannot):
    """Somebody asked for the work to end."""


def beside() -> BaseDatabaseWrapper:
    """A connection that has begun nothing; closed by who asked for it."""
    return connection.copy()


class Ticker:
    """Raises Stopped at the next tick after somebody asked for it."""

    def __init__(self, intake_id: int, n_all: int = 0) -> None:
        self._intake_id, self._n_all = intake_id, n_all
        self._beside = beside()

    def tick(self, n_done: int) -> None:
        with self._beside.cursor() as cursor:
            cursor.execute(SAID, [n_done, self._n_all, self._intake_id])
            row = cursor.fetchone()
        if row and row[0]:
            raise Stopped("")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._beside.close()
