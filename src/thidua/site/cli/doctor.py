"""Asks an installation what is wrong with it; exit code 1 where something is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from thidua.site.demonstration import PREPARED
from thidua.site.installation import (
    complete_environment,
    demonstration_folder,
    has_database,
    on_demonstration,
)
from thidua.site.refusal import CannotRun


class CannotExamine(CannotRun):
    """There is no installation yet."""


def run(words: Sequence[str]) -> int:
    argparse.ArgumentParser(
        "thidua doctor", description="Khám bản cài đặt · Examine an installation"
    ).parse_args(words)
    if not has_database():
        _require_demonstration()
        return on_demonstration(["doctor"])
    complete_environment()
    return _examine()


def _require_demonstration() -> None:
    if not (demonstration_folder() / PREPARED).exists():
        raise CannotExamine(
            "Chưa có gì để khám: hãy chạy ./thidua demo trước, hoặc đặt DATABASE_URL của máy chủ.",
            "There is nothing to examine yet: run ./thidua demo first, or set the server's DATABASE_URL.",
        )


def _examine() -> int:
    from thidua.site.loading import load_everything  # noqa: PLC0415 -- slow import, and it reads the settings

    load_everything()
    from thidua.site.doctor import findings  # noqa: PLC0415 -- needs the settings

    n_problems = 0
    for name, problems in findings():
        n_problems += len(problems)
        print(f"{'✗' if problems else '✓'} {name}", flush=True)
        for problem in problems:
            print(f"    {problem.what}\n    → {problem.remedy}")
    return 1 if n_problems else 0
