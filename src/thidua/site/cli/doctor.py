"""Asks an installation what is wrong with it; exit code 1 where something is."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from thidua.site.installation import complete_environment, on_demonstration


def run(words: Sequence[str]) -> int:
    argparse.ArgumentParser(
        "thidua doctor", description="Khám bản cài đặt · Examine an installation"
    ).parse_args(words)
    if "DATABASE_URL" not in os.environ:
        return on_demonstration(["doctor"])
    complete_environment()
    return _examine()


def _examine() -> int:
    import django  # noqa: PLC0415 -- slow import, and it reads the settings

    django.setup()
    from thidua.site.doctor import findings  # noqa: PLC0415 -- needs the settings

    n_problems = 0
    for name, problems in findings():
        n_problems += len(problems)
        print(f"{'✗' if problems else '✓'} {name}", flush=True)
        for problem in problems:
            print(f"    {problem.what}\n    → {problem.remedy}")
    return 1 if n_problems else 0
