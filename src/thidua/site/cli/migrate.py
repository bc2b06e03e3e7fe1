"""Brings the tables up to date, as the role that owns them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from thidua.site.cli.other import run_django
from thidua.site.installation import complete_environment, has_database, on_demonstration


def run(words: Sequence[str]) -> int:
    if not has_database():
        return on_demonstration(["migrate", *words])
    complete_environment()
    if owner := os.environ.get("DATABASE_OWNER_URL"):
        os.environ["DATABASE_URL"] = owner
    return run_django(["migrate", *words])
