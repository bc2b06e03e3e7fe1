"""The command line of the law alone: no Django, no database.

Each module here is one command: `NAME`, `describe(parser)`, `run(asked)`. To add one, name it below.
"""

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType

from thidua.kernel.errors import Cannot
from thidua.law.commands import cases, check, show, sweep

COMMANDS: tuple[ModuleType, ...] = (cases, check, show, sweep)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="thidua law", description="Tra cứu, đối chiếu, kiểm tra luật · the law"
    )
    words = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.describe(words.add_parser(command.NAME, help=command.HELP))
    asked = parser.parse_args(argv)
    try:
        return run(asked)
    except Cannot as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2


def run(asked: argparse.Namespace) -> int:
    command = next(each for each in COMMANDS if asked.command == each.NAME)
    done: int = command.run(asked)
    return done
