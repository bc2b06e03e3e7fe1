"""Command line of the law alone: `python -m thidua.law cases FILE…`, `… show HONOUR --on DAY`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from thidua.kernel.errors import Cannot
from thidua.law.book import national_book
from thidua.law.cases import Result, load_cases, run_all
from thidua.law.honours import honour
from thidua.law.lookup import look_up


def run_cases(paths: Sequence[Path]) -> tuple[Result, ...]:
    cases = [case for path in paths for case in load_cases(path)]
    return run_all(national_book(), cases)


def report(results: Sequence[Result]) -> int:
    failed = [result for result in results if not result.passed]
    for result in failed:
        sys.stdout.write("\n".join(result.lines()) + "\n\n")
    cited = sum(1 for result in results if result.cited)
    sys.stdout.write(f"{cited} of {len(results)} name a listed provision\n")
    sys.stdout.write(f"{len(results) - len(failed)} passed, {len(failed)} failed\n")
    return 1 if failed else 0


def show(code: str, kind: str | None, on: date) -> int:
    """Print what the law asks for an honour on a day."""
    found = honour(code)
    looked = look_up(national_book(), code, kind or found.recipient[0], on)
    sys.stdout.write(f"{found.name_vi} ({on:%d/%m/%Y})\n")
    for standard in (*looked.standards, *looked.obstacles):
        for depth, line in standard.lines(1):
            said = f"{line.sentence_vi} [{line.cite.label_vi()}; {line.confidence.label_vi}]"
            sys.stdout.write("  " * depth + said + "\n")
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="thidua law", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    cases = commands.add_parser("cases", help="run files of cases and compare the answers")
    cases.add_argument("files", nargs="+", type=Path, metavar="FILE")
    shown = commands.add_parser("show", help="print what the law asks for an honour on a day")
    shown.add_argument("honour", metavar="HONOUR")
    shown.add_argument("--on", type=date.fromisoformat, required=True, metavar="DAY")
    shown.add_argument("--kind", choices=("individual", "collective", "household"))
    asked = parser.parse_args(argv)
    try:
        if asked.command == "show":
            return show(asked.honour, asked.kind, asked.on)
        return report(run_cases(asked.files))
    except Cannot as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
