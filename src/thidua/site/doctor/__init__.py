"""What may be wrong with an installation, asked of the running one."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from thidua.foundation import checks
from thidua.foundation.checks import Check, Problem
from thidua.site.doctor import database, machine, schema


def findings() -> Iterator[tuple[str, list[Problem]]]:
    """Each check by name with what it found; without a database only those that need none."""
    yield _("Key file"), list(machine.key_file())
    yield _("Files and disk"), list(machine.files())
    yield _("Mail"), list(machine.mail())
    yield _("Address of the site"), list(machine.address())
    yield machine.office(), []
    unreachable = _unreachable()
    yield _("Database"), unreachable or _asked(database.server)
    if not unreachable:
        yield from _of_database()


def _of_database() -> Iterator[tuple[str, list[Problem]]]:
    waiting = _asked(schema.migrations)
    yield _("Migrations"), waiting
    yield _("Roles"), _asked(database.roles)
    yield _("Rights"), _asked(database.grants)
    yield _("Triggers"), _asked(schema.triggers)
    if not waiting:
        yield _("Worker"), _asked(machine.worker)
        yield _("Backups"), list(machine.backups())
        yield from checks.run_all()


def _unreachable() -> list[Problem]:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        return [
            Problem(
                _("The database does not answer: %(error)s") % {"error": str(error).strip()},
                _("Check DATABASE_URL, and that the server runs and lets this machine in."),
            )
        ]
    return []


def _asked(check: Check) -> list[Problem]:
    try:
        return list(check())
    except DatabaseError as error:
        return [
            Problem(str(error).strip(), _("Run ./thidua migrate; if it stays, look at the server's log."))
        ]
