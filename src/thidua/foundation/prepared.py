"""A statement that is asked again and again: PostgreSQL plans it once for each connection.

Django puts values into a statement before it sends it, so that each is a new one to be planned. What everybody opens is
planned in twice the time that it runs.
"""

from collections.abc import Callable
from typing import Any

import psycopg
from django.db import connection
from django.db.backends.utils import CursorWrapper


class _Prepared(psycopg.Cursor[Any]):
    # History hands its context over by a second statement before that of a nameless cursor, and two can't be planned
    # as one: so nothing that is asked here may change a tracked table.
    name = "prepared"

    def execute(self, query: Any, params: Any = None, **_given: Any) -> "_Prepared":
        return super().execute(query, params, prepare=True)


def prepared_cursor() -> CursorWrapper:
    """To be closed like any other. The server's connections must be thidua's own: no pool that hands them round."""
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    raw = connection.connection
    raw.prepare_threshold = 0  # None, as Django sets it, would forbid it; its own cursors never prepare
    make: Callable[[Any], CursorWrapper] = (
        connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    )
    return make(_Prepared(raw))
