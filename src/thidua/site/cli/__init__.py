"""The command line: our own commands by name, everything else to Django."""

from __future__ import annotations

import importlib
import signal
import sys
from collections.abc import Sequence
from types import FrameType

from thidua.kernel.errors import Cannot

# Imported only when asked for: a start should not wait for what it does not use.
COMMANDS = (
    "demo",
    "test",
    "bench",
    "law",
    "serve",
    "doctor",
    "audit",
    "backup",
    "restore",
    "certificate",
    "keys",
    "migrate",
    "web",
    "worker",
)


def main(arguments: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if arguments is None else arguments) or ["help"]
    _end_like_an_interrupt()
    try:
        return _dispatch(words)
    except Cannot as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _dispatch(words: list[str]) -> int:
    name = words[0]
    known = name if name in COMMANDS else "other"
    module = importlib.import_module(f"thidua.site.cli.{known}")
    result: int = module.run(words[1:] if known == name else words)
    return result


def _end_like_an_interrupt() -> None:
    """A closed terminal or a polite kill must stop the children and the database as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
