"""Serves the pages."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from thidua.site.cli.leash import hold_to
from thidua.site.installation import complete_environment

APPLICATION = "thidua.site.wsgi:application"


def run(words: Sequence[str]) -> int:
    from granian import Granian  # noqa: PLC0415 -- slow import
    from granian.constants import Interfaces  # noqa: PLC0415 -- slow import
    from granian.log import LogLevels  # noqa: PLC0415 -- slow import

    arguments = _parse(words)
    complete_environment()
    hold_to(parent=arguments.leashed)
    Granian(
        APPLICATION,
        address=arguments.host,
        port=arguments.port,
        interface=Interfaces.WSGI,
        workers=arguments.workers,
        blocking_threads=1,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    ).serve()
    return 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("thidua web")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument("--leashed", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(words)
