"""What the command line runs, once Django is set up on the measuring database."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from thidua.kernel.days import civil_day
from thidua.site.bench.board import board
from thidua.site.bench.check import check
from thidua.site.bench.copies import copies
from thidua.site.bench.intake import intake_of_people
from thidua.site.bench.load import Size, load
from thidua.site.bench.oversight import oversight, pictures
from thidua.site.bench.pages import measure_all, report
from thidua.site.bench.sheets import sheets
from thidua.site.bench.suggestions import suggestions
from thidua.site.places import checkout
from thidua.site.settled import set_aside, settle

Say = Callable[[str], None]
MOST_REPORTS = 100_000
MOST_LINES = 100_000
ACCOUNTS = ("bench-province", "bench-commune")
COUNTED = (
    "organisations.Organisation",
    "people.Person",
    "people.Household",
    "people.Grade",
    "people.Initiative",
    "register.Entry",
    "dossiers.Dossier",
    "dossiers.Candidate",
    "decisions.Decision",
    "exemplars.Tip",
    "duty.EmptyMonth",
)


def fill(entries: int, people: int, say: Say) -> None:
    say("making the tables")
    call_command("migrate", verbosity=0)
    load(Size(entries, people), timezone.now(), say)


def pages(account: str, only: str, say: Say) -> Iterator[str]:
    settle()
    rows = measure_all(account, only=only, say=say)
    yield f"{civil_day(timezone.now())}, {machine()}; account {account}; {counts()}"
    yield ""
    yield from report(rows)


def machine() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        [version] = cursor.fetchone()
    return f"Python {platform.python_version()}, PostgreSQL {version.split()[0]}"


def counts() -> str:
    numbers = ((apps.get_model(name), name) for name in COUNTED)
    return ", ".join(f"{model.objects.count():,} {model._meta.model_name}" for model, _ in numbers)


def law(say: Say) -> Iterator[str]:
    """With the published cases where the clone brings them."""
    say("comparing")
    today = civil_day(timezone.now())
    root = checkout()
    yield f"{today}, {machine()}"
    yield ""
    yield from check(root / "tests" / "law" / "cases.yaml" if root else None, today)


def months(account: str, say: Say) -> Iterator[str]:
    say("timing the board")
    settle()  # as the server does when it starts
    yield f"{civil_day(timezone.now())}, {machine()}; account {account}; {counts()}"
    yield ""
    yield from board(account)


def looks(say: Say) -> Iterator[str]:
    say("looking through the records")
    yield f"{civil_day(timezone.now())}, {machine()}; {counts()}"
    yield ""
    yield from suggestions()


def signs(say: Say) -> Iterator[str]:
    say("asking all detectors")
    yield f"{civil_day(timezone.now())}, {machine()}; {counts()}"
    yield ""
    yield from oversight()
    say("looking at the pictures")
    settle()  # as the server does when it starts
    yield ""
    yield from pictures(ACCOUNTS)


def passages(say: Say) -> Iterator[str]:
    say("making the prints of an archive")
    yield f"{civil_day(timezone.now())}, {machine()}"
    yield ""
    yield from copies(MOST_REPORTS)


def files(account: str, say: Say) -> Iterator[str]:
    say("taking lists out")
    settle()  # as the server does when it starts
    yield f"{civil_day(timezone.now())}, {machine()}; account {account}; {counts()}"
    yield ""
    yield from sheets(account)


def lines(say: Say) -> Iterator[str]:
    say("bringing a list")
    set_aside()  # as the worker does when it starts
    yield f"{civil_day(timezone.now())}, {machine()}"
    yield ""
    yield from intake_of_people(MOST_LINES)
