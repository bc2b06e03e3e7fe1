"""Makes a cluster: whole, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from thidua.site.places import write_private
from thidua.site.postgres.cluster import PORT, CannotLaunch, Cluster
from thidua.site.postgres.passwords import SUPERUSER, Passwords
from thidua.site.postgres.room import require_room, told_of_full_disk

CONFIGURATION = "thidua.conf"


def make(cluster: Cluster, passwords: Passwords) -> None:
    """In a draft that is renamed at the end: a start killed half-way leaves nothing that looks made."""
    require_room(cluster.folder)
    draft = cluster.data.with_name("data.new")
    shutil.rmtree(draft, ignore_errors=True)
    _initialise(cluster, draft, passwords)
    draft.rename(cluster.data)


def _initialise(cluster: Cluster, draft: Path, passwords: Passwords) -> None:
    secret = cluster.folder / "password"
    write_private(secret, passwords.postgres)
    cluster.account.own(secret)
    try:
        done = cluster.run(
            "initdb",
            "--pgdata",
            str(draft),
            "--username",
            SUPERUSER,
            "--pwfile",
            str(secret),
            "--auth",
            "scram-sha-256",
            "--encoding",
            "UTF8",
            "--locale",
            "C",
            "--locale-provider",
            "builtin",
            "--builtin-locale",
            "C.UTF-8",
        )
    finally:
        secret.unlink()
    if done.returncode:
        told_of_full_disk(done.stdout, cluster.folder)
        raise CannotLaunch(
            f"Không tạo được cơ sở dữ liệu trong {cluster.folder}:\n{done.stdout}",
            f"Cannot make the database in {cluster.folder}; the output is above.",
        )
    with (draft / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(f"include = '{CONFIGURATION}'\n")


def configure(cluster: Cluster) -> None:
    """At each start: the folder of the sockets depends on where the clone lies now."""
    settings: dict[str, str | int] = {
        "cluster_name": cluster.name,
        "listen_addresses": "",
        "unix_socket_directories": str(cluster.sockets),
        "unix_socket_permissions": "0700",
        "port": PORT,
        "log_min_messages": "warning",
        # A small machine of today: some memory, a disk without arms.
        "shared_buffers": "256MB",
        "work_mem": "16MB",
        "max_wal_size": "2GB",
        "random_page_cost": "1.1",
    }
    if not cluster.durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    path = cluster.data / CONFIGURATION
    write_private(path, "".join(f"{name} = {_quoted(value)}\n" for name, value in settings.items()))
    cluster.account.own(path)


def _quoted(value: str | int) -> str:
    return "'" + str(value).replace("\\", "\\\\").replace("'", "''") + "'"
