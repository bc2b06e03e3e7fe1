"""What the database has acknowledged is there after it was killed, twenty times."""

import itertools
import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from thidua.site.postgres import processes
from thidua.site.postgres.cluster import Cluster
from thidua.site.postgres.launch import launched

KILLS = 20


class Writer:
    """Writes one row after another; notes an id only when its commit has been acknowledged."""

    def __init__(self, url: str) -> None:
        self.acknowledged: list[int] = []
        self._url = url
        self._ids = itertools.count()
        self._stop = threading.Event()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        thread = threading.Thread(target=self._work)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join()

    def _work(self) -> None:
        while not self._stop.is_set():
            with (
                suppress(psycopg.OperationalError),
                psycopg.connect(self._url, autocommit=True) as connection,
            ):
                self._write(connection)
            time.sleep(0.02)

    def _write(self, connection: psycopg.Connection) -> None:
        while not self._stop.is_set():
            number = next(self._ids)
            connection.execute("INSERT INTO written VALUES (%s)", [number])
            self.acknowledged.append(number)


def kill_all(cluster: Cluster) -> None:
    for pid in processes.living(cluster):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def kill_postmaster(cluster: Cluster) -> None:
    """Its children notice and go by themselves; a start must wait for the last of them."""
    os.kill(processes.postmaster(cluster) or 0, signal.SIGKILL)


def kill_writer(cluster: Cluster) -> None:
    """One back end: the postmaster ends all others and recovers by itself; then the rest is killed."""
    others = [pid for pid in processes.living(cluster) if pid != processes.postmaster(cluster)]
    os.kill(max(others), signal.SIGKILL)
    time.sleep(0.1)
    kill_all(cluster)


WAYS: tuple[Callable[[Cluster], None], ...] = (kill_all, kill_postmaster, kill_writer)


def kept(url: str) -> set[int]:
    with psycopg.connect(url) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM written")}


@pytest.mark.slow
def test_nothing_acknowledged_is_lost(folder: Path) -> None:
    chance = random.Random(20)
    with launched(folder) as server, psycopg.connect(server.owner_url) as connection:
        connection.execute("CREATE TABLE written (id bigint PRIMARY KEY)")
    writer = Writer(server.owner_url)
    with writer.at_work():
        for way, _number in zip(itertools.cycle(WAYS), range(KILLS), strict=False):
            with launched(folder) as server:
                before = len(writer.acknowledged)
                time.sleep(chance.uniform(0.1, 0.4))
                assert len(writer.acknowledged) > before
                way(server.cluster)
    with launched(folder) as server:
        assert set(writer.acknowledged) - kept(server.owner_url) == set()
