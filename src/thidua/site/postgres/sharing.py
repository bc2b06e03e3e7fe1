"""Who still uses a cluster: locks on files, which the kernel lets go of when a process dies, however it dies."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua.site.postgres.cluster import CannotLaunch

try:
    import fcntl
except ImportError:  # Windows: each command counts itself as the last
    fcntl = None  # type: ignore[assignment]

PATIENCE = 180.0


@contextmanager
def alone(folder: Path, lock: str = "door") -> Iterator[None]:
    """One command at a time: through the door to start or stop, or whatever else the lock is for."""
    with _opened(folder / f"{lock}.lock") as descriptor:
        _wait(lambda: _take(descriptor, shared=False))
        yield


@contextmanager
def among_users(folder: Path) -> Iterator[Callable[[], bool]]:
    """Gives a question: is nobody else using it? (asked behind the door)."""
    with _opened(folder / "users.lock") as descriptor:
        _wait(lambda: _take(descriptor, shared=True))
        yield lambda: _take(descriptor, shared=False)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int, *, shared: bool) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(taken: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not taken():
        if time.monotonic() > end:
            raise CannotLaunch(
                "Một lệnh thidua khác khởi động hoặc dừng cơ sở dữ liệu quá lâu. Hãy dừng lệnh đó rồi chạy lại.",
                "Another thidua command takes too long to start or stop the database. Stop it and run again.",
            )
        time.sleep(0.1)
