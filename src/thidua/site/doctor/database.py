"""The server, the roles and their rights."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.utils.translation import gettext as _

from thidua.foundation.checks import Problem
from thidua.foundation.grants import append_only_tables
from thidua.site.doctor.naming import some

OLDEST = (15,)


def server() -> Iterator[Problem]:
    version = connection.get_database_version()
    if version < OLDEST:
        yield Problem(
            _("The server is PostgreSQL %(version)s.") % {"version": version[0]},
            _("Upgrade it to PostgreSQL 15 or newer."),
        )
    encoding, folds = _row("SELECT current_setting('server_encoding'), lower('Đ') = 'đ'")
    if encoding != "UTF8" or not folds:
        yield Problem(
            _("The database does not know Vietnamese letters (encoding %(encoding)s).")
            % {"encoding": encoding},
            _("Create it with ENCODING 'UTF8' and a UTF-8 locale such as C.UTF-8, then load the data again."),
        )


def roles() -> Iterator[Problem]:
    """A role that owns a table can switch its triggers off."""
    name, is_super, creates_roles = _row(
        "SELECT rolname, rolsuper OR rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    )
    if is_super or creates_roles:
        yield Problem(
            _("The application's role %(name)s has the rights of an administrator.") % {"name": name},
            _("Run: ALTER ROLE %(name)s NOSUPERUSER NOCREATEROLE NOBYPASSRLS") % {"name": name},
        )
    owned = _column(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') "
        "AND pg_has_role(current_user, c.relowner, 'MEMBER') ORDER BY 1"
    )
    if owned and not is_super:
        yield Problem(
            _("The application's role %(name)s owns tables, for example %(table)s.")
            % {"name": name, "table": owned[0]},
            _(
                "Let thidua_owner own them: run migrations with DATABASE_OWNER_URL, the application as thidua_app."
            ),
        )


def grants() -> Iterator[Problem]:
    present = set(connection.introspection.table_names())
    changeable = [
        f"{right} {table}"
        for table in append_only_tables()
        for right in ("UPDATE", "DELETE", "TRUNCATE")
        if table in present and _has_right(table, right)
    ]
    if changeable:
        yield Problem(
            _("The application may change what is append-only: %(names)s.") % {"names": some(changeable)},
            _("Run ./thidua migrate as thidua_owner; it takes these rights back."),
        )
    closed = [table for table in sorted(present) if not _has_right(table, "SELECT")]
    if closed:
        yield Problem(
            _("The application may not read: %(names)s.") % {"names": some(closed)},
            _("Run ./thidua migrate as thidua_owner; it gives the rights."),
        )


def _has_right(table: str, right: str) -> bool:
    quoted = connection.ops.quote_name(table)
    return bool(_row("SELECT has_table_privilege(current_user, %s, %s)", quoted, right)[0])


def _row(query: str, *values: str) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        found: tuple[object, ...] = cursor.fetchone()
    return found


def _column(query: str) -> list[object]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [row[0] for row in cursor.fetchall()]
