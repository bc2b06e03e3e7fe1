"""A stock Wagtail site with as many pages, on the same server of databases and behind the same web server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import conninfo, sql

from thidua.site.bench.peers import CannotCompare, installed
from thidua.site.bench.portal.load import Question
from thidua.site.bench.portal.texts import BODY, LEAD

NAME = "thidua_bench_peer"


def environment(root: Path, url: str) -> dict[str, str]:
    known = conninfo.conninfo_to_dict(url)
    libraries = [str(root / "bench" / "wagtail_site"), str(installed(root, "portal"))]
    plain = {key: value for key, value in os.environ.items() if not key.startswith("DJANGO")}
    return plain | {
        "PYTHONPATH": os.pathsep.join(libraries),
        "DJANGO_SETTINGS_MODULE": "settings",
        "PEER_NAME": NAME,
        "PEER_HOST": str(known.get("host", "")),
        "PEER_PORT": str(known.get("port", "")),
        "PEER_USER": str(known.get("user", "")),
        "PEER_PASSWORD": str(known.get("password", "")),
    }


def fill(root: Path, url: str, n: int) -> None:
    drop(url)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
    script = root / "bench" / "wagtail_site" / "fill.py"
    command = [sys.executable, str(script), str(n), LEAD, BODY]
    done = subprocess.run(command, env=environment(root, url), capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotCompare(f"Wagtail không chạy được:\n{done.stderr[-2000:]}")


def drop(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NAME)))


def command(port: int, workers: int) -> list[str]:
    """As `thidua web` serves: one blocking thread for each process."""
    words = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)]
    return [
        sys.executable,
        "-m",
        "granian",
        *words,
        "--blocking-threads",
        "1",
        "--log-level",
        "warning",
        "wsgi:application",
    ]


def page(port: int, n: int) -> Question:
    return Question(port, f"/bai-{n // 2}/", f"Bài {n // 2}")
