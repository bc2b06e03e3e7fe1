"""The tables that keep history: which there are, and a digest over a run of their rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pghistory.models
from django.apps import apps
from django.db import connection
from django.db.models import Model

# Text of a row must not depend on whose session reads it.
SETTLED = "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL bytea_output = 'hex'"
KEPT_BY_HISTORY = ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id")


@dataclass(frozen=True, slots=True)
class Book:
    """A tracked table with the table of its events."""

    table: str
    key: str
    events: str
    columns: tuple[str, ...]

    @property
    def all_columns(self) -> list[str]:
        return [*KEPT_BY_HISTORY, *self.columns]


def books() -> Iterator[Book]:
    for model in apps.get_models():
        if issubclass(model, pghistory.models.Event) and model._meta.managed:
            yield _book(model)


def _book(events: type[Model]) -> Book:
    tracked: type[Model] = events.pgh_tracked_model  # type: ignore[attr-defined]
    names = [str(field.column) for field in events._meta.concrete_fields if not field.name.startswith("pgh_")]
    key = str(tracked._meta.pk.column)
    return Book(tracked._meta.db_table, key, events._meta.db_table, tuple(sorted(names)))


def digest(events: str, columns: Sequence[str], first: int, last: int) -> tuple[int, str]:
    """How many rows lie between two ids, and a hash over them with who and why; computed in the database."""
    row = ", ".join([*(f"e.{quoted(name)}" for name in columns), "c.metadata"])
    query = f"""
        SELECT count(*), encode(sha256(COALESCE(string_agg(
            sha256(convert_to(ROW({row})::text, 'UTF8')), ''::bytea ORDER BY e.pgh_id), ''::bytea)), 'hex')
        FROM {quoted(events)} e LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id
        WHERE e.pgh_id BETWEEN %s AND %s"""  # noqa: S608 -- names of our own tables, quoted
    with connection.cursor() as cursor:
        cursor.execute(query, [first, last])
        n_rows, found = cursor.fetchone()
    return n_rows, found


def columns_of(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND table_name = %s",
            [table],
        )
        return {name for (name,) in cursor.fetchall()}


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
