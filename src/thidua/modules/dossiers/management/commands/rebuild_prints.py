from typing import Any

from django.core.management.base import BaseCommand

from thidua.modules.dossiers.copies.rebuilding import all_cores, rebuild, sent


class Command(BaseCommand):
    help = "Make the prints of all reports that were sent anew."

    def handle(self, *_args: Any, **_options: Any) -> None:
        with all_cores() as pool:
            for n_done in rebuild(sent(), pool):
                self.stdout.write(f"{n_done:,}")
