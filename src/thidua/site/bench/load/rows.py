"""Rows made by INSERT … SELECT: what a model leaves to its defaults is filled in from the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models
from django.db.models import NOT_PROVIDED, Field

Model = type[models.Model]

PICK = """
    CREATE FUNCTION pg_temp.pick(i bigint, salt bigint, n bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT (hashint8extended(i, salt) & 4611686018427387903) % n'
"""
OWN_INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = %s::regclass
      AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = indexrelid AND c.contype IN ('p', 'u', 'x'))
"""
FOREIGN_KEYS = """
    SELECT quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
    WHERE conrelid = %s::regclass AND contype = 'f'
"""


def run(statement: str, values: Sequence[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        # The driver's own cursor: nothing is to be added to these statements, they are full of percent signs.
        cursor.cursor.execute(statement, values)


def ask(statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.cursor.execute(statement, values)
        return list(cursor.cursor.fetchall())


def make_pick() -> None:
    """`pick(i, salt, n)`: a number below n that looks like chance and is the same every time."""
    run("DROP FUNCTION IF EXISTS pg_temp.pick(bigint, bigint, bigint)")
    run(PICK)


def fill(model: Model, source: str, /, **columns: str) -> None:
    """One row for each row of `source` (all after FROM); `columns` are SQL by attribute name."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    if unknown := columns.keys() - fields.keys():
        raise LookupError(f"{model.__name__} has no {sorted(unknown)}")
    quote = connection.ops.quote_name
    given = {name: columns.get(name) or _default(field) for name, field in fields.items()}
    names = {name: expression for name, expression in given.items() if expression}
    into = ", ".join(quote(str(fields[name].column)) for name in names)
    run(
        f"INSERT INTO {quote(model._meta.db_table)} ({into}) SELECT {', '.join(names.values())} FROM {source}"
    )
    _continue_numbering(model)


def _default(field: Field[Any, Any]) -> str:
    """What Django would write; empty where the database numbers the row itself."""
    if field.primary_key and field.get_internal_type() == "BigAutoField":
        return ""
    if field.primary_key:
        return "gen_random_uuid()"
    if field.null:
        return "NULL"
    if field.default is not NOT_PROVIDED:
        return _literal(field, field.get_default())
    if field.empty_strings_allowed:
        return "''"
    raise LookupError(f"say how {field.model.__name__}.{field.name} is filled")


def _literal(field: Field[Any, Any], value: Any) -> str:
    with connection.cursor() as cursor:
        composed: str = cursor.mogrify("%s", [field.get_db_prep_save(value, connection)])
    kind = field.db_type(connection)
    return f"{composed}::{kind}"


def _continue_numbering(model: Model) -> None:
    key = model._meta.pk
    if key.get_internal_type() != "BigAutoField":
        return
    table, column = model._meta.db_table, key.column
    run(
        f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), max({column})) FROM {table}"
        f" HAVING max({column}) IS NOT NULL"
    )


@contextmanager
def bare(tables: Sequence[Model]) -> Iterator[None]:
    """Without triggers, and with indexes and foreign keys made after the rows: minutes instead of hours."""
    run("SET CONSTRAINTS ALL IMMEDIATE")
    later: list[str] = []
    names = [model._meta.db_table for model in tables]
    for table in names:
        later += _undress(table)
    yield
    for statement in later:
        run(statement)
    for table in names:
        run(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _undress(table: str) -> Iterator[str]:
    """Gives what puts back each thing taken away."""
    run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for name, definition in ask(OWN_INDEXES, [table]):
        run(f"DROP INDEX {name}")
        yield definition
    for name, definition in ask(FOREIGN_KEYS, [table]):
        run(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        yield f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}"
