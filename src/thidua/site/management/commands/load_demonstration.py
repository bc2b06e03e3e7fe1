from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from thidua.kernel.days import civil_day
from thidua.modules.accounts.models import User
from thidua.site.sample.load import load_all


class Command(BaseCommand):
    help = "Fill an empty database with the demonstration (all people are fictitious)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="the day of the demonstration, 2026-11-23")

    def handle(self, *_: Any, **options: Any) -> None:
        if User.objects.exists():
            raise CommandError("The database already has accounts: the demonstration is for an empty one.")
        now = timezone.now()
        on = options["on"] or civil_day(now)
        call_command(
            "load_holidays", *(str(year) for year in range(on.year - 1, on.year + 2)), stdout=self.stdout
        )
        load_all(on=on, now=now)
