from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from thidua.modules.organisations.units.load import load_units


class Command(BaseCommand):
    help = "Loads the provinces and communes of Việt Nam, and the former district of Hai Bà Trưng."

    def handle(self, *_args: Any, **_options: Any) -> None:
        loaded = load_units()
        words = _("%(units)s new units, %(changes)s new successions.")
        self.stdout.write(words % {"units": loaded.n_units, "changes": loaded.n_changes})
