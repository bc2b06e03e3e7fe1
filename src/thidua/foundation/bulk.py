"""A hundred thousand rows of one table at once, by PostgreSQL's COPY; their triggers and history run as for any other."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

# As much of a search index's news as is sorted in at once: in larger parts it costs two thirds.
SORTED_IN_AT_ONCE = "SET LOCAL gin_pending_list_limit = '16MB'"


@models.Field.register_lookup
class Among(models.Lookup):
    """As `in`, but of thousands: they are handed over as one array and not as a statement of thousands of parts."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        field, params = self.process_lhs(compiler, connection)
        return f"{field} = ANY(%s)", [*params, list(self.rhs)]


def copy_in(rows: Sequence[models.Model]) -> None:
    """New rows of one model. They get no ids in Python unless they have them; nothing of them is validated here."""
    if not rows:
        return
    fields = [
        field for field in rows[0]._meta.concrete_fields if not (field.primary_key and rows[0].pk is None)
    ]
    _copy(type(rows[0]), fields, (_values(fields, row) for row in rows))


def copy_values(model: type[models.Model], names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """The same from bare values, in the order of the named columns; the other columns get what the model says.

    Making a model of each row would take as long as PostgreSQL takes to write it.
    """
    meta = model._meta
    given = {field.attname: field for field in meta.concrete_fields if field.attname in names}
    rest = [field for field in meta.concrete_fields if field.attname not in names and not field.primary_key]
    same = tuple(_default(field) for field in rest)
    _copy(model, [*(given[name] for name in names), *rest], (row + same for row in rows))


def _default(field: "models.Field[Any, Any]") -> Any:
    """An empty list as PostgreSQL writes it: its driver looks into each list for what is in it."""
    value = field.get_default()
    if isinstance(field, ArrayField) and value == []:
        return "{}"
    return field.get_db_prep_save(value, connection)


def _copy(
    model: type[models.Model], fields: "Sequence[models.Field[Any, Any]]", rows: Iterable[Sequence[Any]]
) -> None:
    columns = [str(field.column) for field in fields]
    named = ", ".join(connection.ops.quote_name(column) for column in columns)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        # The history's context is handed over before statements of change; a COPY is none.
        cursor.execute(f"UPDATE {table} SET {columns[0]} = {columns[0]} WHERE false")  # noqa: S608 -- names
        cursor.execute(SORTED_IN_AT_ONCE)
        with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def _values(fields: "Sequence[models.Field[Any, Any]]", row: models.Model) -> list[Any]:
    """PostgreSQL's driver knows the types of nearly all; asking each field would take half of the time."""
    return [
        field.get_db_prep_save(getattr(row, field.attname), connection)
        if isinstance(field, models.JSONField)
        else getattr(row, field.attname)
        for field in fields
    ]


def next_ids(model: type[models.Model], n: int) -> list[int]:
    """Ids taken before the rows are written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, n],
        )
        return [row[0] for row in cursor.fetchall()]
