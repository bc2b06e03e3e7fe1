"""A database of its own beside the one that is named, made for measuring and taken away after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

NAME = "thidua_bench"


def beside(url: str) -> str:
    """The address of the measuring database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{NAME}"))


@contextmanager
def own_database(url: str, label: str, *, keep: bool) -> Iterator[bool]:
    """Gives whether it stands there already, filled by an earlier run that kept it under the same label."""
    with psycopg.connect(url, autocommit=True) as connection:
        is_filled = _label(connection) == label
        if not is_filled:
            _drop(connection)
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
    try:
        yield is_filled
    except BaseException:
        _end(url, "" if is_filled and keep else None)
        raise
    _end(url, label if keep else None)


def _end(url: str, label: str | None) -> None:
    """Taken away, unless it is kept under a label; an empty one leaves it as it was."""
    with psycopg.connect(url, autocommit=True) as connection:
        if label is None:
            _drop(connection)
        elif label:
            words = sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(NAME), sql.Literal(label))
            connection.execute(words)


def _label(connection: psycopg.Connection) -> str | None:
    row = connection.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [NAME]
    ).fetchone()
    return row[0] if row else None


def _drop(connection: psycopg.Connection) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NAME)))
