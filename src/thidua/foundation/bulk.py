"""A hundred thousand rows of one table at once, by PostgreSQL's COPY; their triggers and history run as for any other."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models


def copy_in(rows: Sequence[models.Model]) -> None:
    """New rows of one model. They get no ids in Python unless they have them; nothing of them is validated here."""
    if not rows:
        return
    meta = rows[0]._meta
    fields = [field for field in meta.concrete_fields if not (field.primary_key and rows[0].pk is None)]
    named = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(meta.db_table)
    with connection.cursor() as cursor:
        # The history's context is handed over before statements of change; a COPY is none.
        cursor.execute(f"UPDATE {table} SET {fields[0].column} = {fields[0].column} WHERE false")  # noqa: S608 -- names
        with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(_values(fields, row))


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
