"""Rows as they are now against the last thing recorded of them: a change without a record is found."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from thidua.foundation.history.books import Book, books, quoted

MOST = 20


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that is not what its history says."""

    table: str
    key: str
    why: str


def strays() -> Iterator[Stray]:
    """At most twenty of each table."""
    reasons = {
        "added": _("The row was added without a record."),
        "gone": _("The row was deleted without a record."),
        "back": _("The row was recorded as deleted and is there."),
        "changed": _("The row was changed without a record."),
    }
    for book in books():
        for key, why in _of(book):
            yield Stray(book.table, key, reasons[why])


def _of(book: Book) -> list[tuple[str, str]]:
    """One statement sees one state: a change made meanwhile is there with its record, or not at all."""
    now = ", ".join(f"t.{quoted(name)}" for name in book.columns)
    then = ", ".join(f"l.{quoted(name)}" for name in book.columns)
    query = f"""
        WITH l AS (
            SELECT DISTINCT ON (pgh_obj_id) * FROM {quoted(book.events)} ORDER BY pgh_obj_id, pgh_id DESC
        )
        SELECT COALESCE(t.{quoted(book.key)}, l.pgh_obj_id)::text, CASE
            WHEN l.pgh_obj_id IS NULL THEN 'added'
            WHEN t.{quoted(book.key)} IS NULL THEN 'gone'
            WHEN l.pgh_label = 'delete' THEN 'back'
            ELSE 'changed' END
        FROM {quoted(book.table)} t FULL JOIN l ON l.pgh_obj_id = t.{quoted(book.key)}
        WHERE CASE
            WHEN l.pgh_obj_id IS NULL THEN true
            WHEN t.{quoted(book.key)} IS NULL THEN l.pgh_label <> 'delete'
            ELSE l.pgh_label = 'delete' OR ROW({now}) IS DISTINCT FROM ROW({then}) END
        ORDER BY COALESCE(t.{quoted(book.key)}, l.pgh_obj_id) LIMIT {MOST}"""  # noqa: S608 -- names of our own tables, quoted
    with connection.cursor() as cursor:
        cursor.execute(query)
        found: list[tuple[str, str]] = cursor.fetchall()
    return found
