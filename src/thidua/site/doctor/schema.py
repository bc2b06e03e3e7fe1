"""Migrations applied, triggers there and switched on."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from pgtrigger import registered

from thidua.foundation.checks import Problem


def migrations() -> Iterator[Problem]:
    executor = MigrationExecutor(connection)
    waiting = [
        migration for migration, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes())
    ]
    if waiting:
        yield Problem(
            _("%(number)d migrations wait, the first is %(name)s.")
            % {"number": len(waiting), "name": waiting[0]},
            _("Run: ./thidua migrate"),
        )


def triggers() -> Iterator[Problem]:
    for model, trigger in registered():
        status, is_enabled = trigger.get_installation_status(model)
        if status not in {"INSTALLED", "UNALLOWED"} or is_enabled is False:
            yield Problem(
                _("The trigger %(name)s on %(table)s is missing, changed or switched off.")
                % {"name": trigger.name, "table": model._meta.db_table},  # noqa: SLF001 -- Django's documented door
                _("Run ./thidua migrate as thidua_owner, and find out who changed it."),
            )
