from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from thidua.foundation.at_once import is_empty, make_tables

# Whoever asks for these wants the steps themselves.
STEPS = ("app_label", "plan", "check_unapplied", "fake", "fake_initial", "prune")


class Command(Migrate):
    """As Django's, but an empty database gets its tables at once."""

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if not any(options[name] for name in STEPS) and is_empty(connection):
            make_tables(connection)
        super().handle(*args, **options)
