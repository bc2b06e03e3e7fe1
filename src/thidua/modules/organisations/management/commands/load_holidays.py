from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from thidua.modules.organisations.holidays import load_holidays


class Command(BaseCommand):
    help = "Enters the public holidays of the given years into the working calendar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("years", nargs="+", type=int, metavar="YEAR")

    def handle(self, *_args: Any, years: list[int], **_options: Any) -> None:
        for year in years:
            if not 1990 <= year <= 2100:
                raise CommandError(_("Give years between 1990 and 2100, not %s.") % year)
        self.stdout.write(_("%s new days off.") % load_holidays(years))
