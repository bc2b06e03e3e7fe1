"""`cases FILE…`: ask every case of the files and compare the answers."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from thidua.law.book import national_book
from thidua.law.cases import Result, read_cases, run_all

NAME = "cases"
HELP = "chạy các tệp tình huống và so kết quả · run files of cases and compare the answers"


def describe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")


def run(asked: argparse.Namespace) -> int:
    cases = [case for path in asked.files for case in read_cases(path)]
    return report(run_all(national_book(), cases))


def report(results: Sequence[Result]) -> int:
    """Each failure in full, then the counts; the last line is for machines too."""
    for result in results:
        if not result.passed:
            sys.stdout.write("\n".join(result.lines()) + "\n\n")
    _report_cites(results)
    passed = sum(1 for result in results if result.passed)
    sys.stdout.write(f"{passed} passed, {len(results) - passed} failed\n")
    return 1 if passed < len(results) else 0


def _report_cites(results: Sequence[Result]) -> None:
    silent = [result.id for result in results if not result.cited]
    if silent:
        sys.stdout.write(f"no listed provision named: {', '.join(silent)}\n")
    sys.stdout.write(f"cites: {len(results) - len(silent)} of {len(results)} name a listed provision\n")
