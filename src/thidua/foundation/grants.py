"""What the application role may do in the database: all but change what is append-only."""

from typing import Any, TypeVar

import pghistory.models
from django.apps import apps
from django.db import connections, models

APPLICATION_ROLE = "thidua_app"
M = TypeVar("M", bound=type[models.Model])
_append_only: list[type[models.Model]] = []


def mark_append_only(model: M) -> M:
    _append_only.append(model)
    return model


def append_only_tables() -> list[str]:
    """Tables whose rows are only ever added: those marked, and every history table."""
    marked = {model._meta.db_table for model in _append_only}
    history = {
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, pghistory.models.Event) and model._meta.managed
    }
    return sorted(marked | history)


def grant_application(using: str = "default", **_: Any) -> None:
    """After migrations: give the application its rights, and take back those on append-only tables."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION_ROLE])
        if cursor.fetchone() is None:
            return
        role, quote = APPLICATION_ROLE, connections[using].ops.quote_name
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
        for kind, rights in (
            ("TABLES", "SELECT, INSERT, UPDATE, DELETE"),
            ("SEQUENCES", "USAGE, SELECT, UPDATE"),
        ):
            cursor.execute(f"GRANT {rights} ON ALL {kind} IN SCHEMA public TO {role}")
            cursor.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rights} ON {kind} TO {role}")
        cursor.execute(f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {role}")
        present = set(connections[using].introspection.table_names(cursor))
        for table in append_only_tables():
            if table in present:
                cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {quote(table)} FROM {role}")
