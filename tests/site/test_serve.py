import contextlib
import http.client
import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from thidua.site import demonstration_accounts
from thidua.site.installation import Installation, command
from thidua.site.postgres import cluster as clusters
from thidua.site.postgres import processes
from thidua.site.postgres.launch import launched

pytestmark = pytest.mark.slow


def free_port() -> int:
    """Below those that a system lends to whoever connects: it stays free between two starts."""
    while True:
        port = secrets.choice(range(20_000, 32_000))
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@contextmanager
def running(environment: dict[str, str], *words: str) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        command(*words), env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield child
    finally:
        child.terminate()
        child.wait(60)
        child.stdout.close()


def read_until(child: subprocess.Popen[str], sign: str) -> str:
    said = ""
    for line in child.stdout:
        said += line
        if sign in line:
            return said
    raise AssertionError(said)


def status(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/", headers={"Host": "localhost"})
    answer = connection.getresponse().status
    connection.close()
    return answer


def is_taken(port: int) -> bool:
    """As the launcher asks: whoever still listens keeps it, even where nobody answers."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def until_free(port: int, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while is_taken(port) and time.monotonic() < end:
        time.sleep(0.1)
    return not is_taken(port)


def test_a_server_runs_until_it_is_told_to_stop(installation: Installation) -> None:
    port = free_port()
    with running(installation.environment(), "serve", "--port", str(port), "--workers", "1") as child:
        read_until(child, f"http://127.0.0.1:{port}")
        assert status(port) < 400
    assert child.returncode == 0
    assert until_free(port)


def test_its_children_end_with_it_however_it_ends(installation: Installation) -> None:
    port = free_port()
    with running(installation.environment(), "serve", "--port", str(port), "--workers", "1") as child:
        read_until(child, f"http://127.0.0.1:{port}")
        child.send_signal(signal.SIGKILL)
        assert until_free(port)


def test_a_server_without_keys_or_tables_does_not_start(installation: Installation, tmp_path: object) -> None:
    port = str(free_port())
    lacking = [
        ({"THIDUA_KEYS": f"{tmp_path}/none.json"}, "keys new"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY: "),
        (
            {
                "DATABASE_URL": installation.server.owner_url.replace("/thidua?", "/postgres?"),
                "DATABASE_OWNER_URL": "",
            },
            "./thidua migrate",
        ),
    ]
    for settings, sign in lacking:
        environment = {**installation.environment(), **settings}
        done = subprocess.run(
            command("serve", "--port", port), env=environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode, sign in done.stderr) == (1, True), done.stderr


READY = "Ctrl-C stops"


def people(home: Path) -> int:
    with launched(home / "demo") as server, psycopg.connect(server.application_url) as connection:
        return connection.execute("SELECT count(*) FROM people_person").fetchone()[0]


def environment_of(home: Path) -> dict[str, str]:
    ours = ("DATABASE_URL", "DATABASE_OWNER_URL", "THIDUA_KEYS", "SECRET_KEY")
    return {
        **{name: value for name, value in os.environ.items() if name not in ours},
        "THIDUA_HOME": str(home),
    }


def test_the_demonstration_starts_keeps_its_data_and_stops(home: Path) -> None:
    """As a newcomer meets it: a first start, a kill of the launcher, a second start, Ctrl-C."""
    port = free_port()
    words = ("demo", "--port", str(port))
    with running(environment_of(home), *words) as child:
        said = read_until(child, READY)
        assert [line for line in demonstration_accounts() if line not in said] == []
        assert status(port) < 400
        child.send_signal(signal.SIGKILL)
        assert until_free(port)
    before = people(home)

    with running(environment_of(home), *words) as child:
        assert "Making the tables" not in read_until(child, READY)
        assert status(port) < 400
        child.send_signal(signal.SIGINT)
        child.wait(60)
    assert child.returncode == 0
    assert processes.living(clusters.at(home / "demo" / "cluster")) == []
    assert before == people(home) > 0
