"""Migrations applied, triggers there and switched on."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.utils.translation import gettext as _
from pgtrigger import Trigger, registered

from thidua.foundation.checks import Problem
from thidua.site.doctor.naming import some


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
    wrong = [
        f"{model._meta.db_table}.{trigger.name}"  # noqa: SLF001 -- Django's documented door
        for model, trigger in registered()
        if not _works(model, trigger)
    ]
    if wrong:
        yield Problem(
            _("Triggers are missing, changed or switched off: %(names)s.") % {"names": some(wrong)},
            _("Run ./thidua migrate as thidua_owner, and find out who changed them."),
        )


def _works(model: Model, trigger: Trigger) -> bool:
    status, is_enabled = trigger.get_installation_status(model)
    return status == "UNALLOWED" or (status == "INSTALLED" and is_enabled is True)
