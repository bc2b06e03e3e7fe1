"""A database of its own beside the one that is named, made for measuring and taken away after it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

NAME = "thidua_bench"
PATIENCE = 30


def beside(url: str) -> str:
    """The address of the measuring database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{NAME}"))


@contextmanager
def own_database(url: str, label: str, *, keep: bool) -> Iterator[Callable[[Callable[[], None]], None]]:
    """Gives what fills it, unless an earlier run has kept it under the same label."""
    with psycopg.connect(url, autocommit=True) as connection:
        is_filled = _label(connection) == label
        if not is_filled:
            _drop(connection)
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))

    def fill_with(fill: Callable[[], None]) -> None:
        if not is_filled:
            fill()
            _mark(url, label)

    try:
        yield fill_with
    finally:
        if not keep:
            with psycopg.connect(url, autocommit=True) as connection:
                _drop(connection)


def _mark(url: str, label: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        words = sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(NAME), sql.Literal(label))
        connection.execute(words)


def _label(connection: psycopg.Connection) -> str | None:
    row = connection.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [NAME]
    ).fetchone()
    return row[0] if row else None


def _drop(connection: psycopg.Connection) -> None:
    """Again while the server itself cleans up in it: its own process is not ours to end."""
    dropping = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NAME))
    for attempt in range(PATIENCE):
        try:
            connection.execute(dropping)
        except psycopg.errors.InsufficientPrivilege:
            if attempt == PATIENCE - 1:
                raise
            time.sleep(1)
        else:
            return
