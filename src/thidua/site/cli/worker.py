"""Runs the waiting jobs, one after another."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from thidua.site.cli.leash import hold_to
from thidua.site.cli.other import run_django
from thidua.site.installation import complete_environment


def run(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser("thidua worker")
    parser.add_argument("--concurrency", type=int, default=1)
    parser.add_argument("--leashed", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args(words)
    complete_environment()
    hold_to(parent=arguments.leashed, seconds=15)
    _settle()
    return run_django(["procrastinate", "worker", "--concurrency", str(arguments.concurrency)])


def _settle() -> None:
    """A list of a hundred thousand lines makes the garbage collector look at everything again and again."""
    import django  # noqa: PLC0415 -- slow import

    django.setup()
    from thidua.site.settled import set_aside  # noqa: PLC0415 -- after setup

    set_aside()
