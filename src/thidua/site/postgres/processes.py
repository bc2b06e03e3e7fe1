"""Which processes of a cluster still live: after a kill its pid file tells of the dead."""

from __future__ import annotations

import os
from pathlib import Path

from thidua.site.postgres.cluster import Cluster

PROC = Path("/proc")


def can_tell() -> bool:
    return (PROC / "self" / "cmdline").exists()


def postmaster(cluster: Cluster) -> int | None:
    """The living postmaster, by its pid file and its command line; a zombie or a stranger with its number is none."""
    pid = _pid_in(cluster.data / "postmaster.pid")
    return pid if pid and _is_ours(cluster, pid) else None


def living(cluster: Cluster) -> list[int]:
    return [
        int(entry.name)
        for entry in PROC.iterdir()
        if entry.name.isdigit() and _is_ours(cluster, int(entry.name))
    ]


def _pid_in(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="utf-8").split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _is_ours(cluster: Cluster, pid: int) -> bool:
    if pid == os.getpid():
        return False
    try:
        words = (PROC / str(pid) / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    # A zombie has no command line; a child of the postmaster has its title as the first word.
    is_child = words[0].startswith(f"postgres: {cluster.name}: ".encode())
    is_server = words[0].endswith((b"/postgres", b"/postgres.exe"))
    return is_child or (is_server and os.fsencode(cluster.data) in words)
