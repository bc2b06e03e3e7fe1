"""The door of this package: a running PostgreSQL for as long as somebody here needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from thidua.site.places import closed, make_folder
from thidua.site.postgres import cluster as clusters
from thidua.site.postgres import making, passwords, roles, running
from thidua.site.postgres.cluster import CannotLaunch, Cluster
from thidua.site.postgres.passwords import APPLICATION, OWNER, Passwords
from thidua.site.postgres.sharing import alone, among_users

ROLES_MADE = "roles-made"


@dataclass(frozen=True)
class Server:
    cluster: Cluster
    passwords: Passwords

    @property
    def owner_url(self) -> str:
        return passwords.address(self.cluster, self.passwords, OWNER)

    @property
    def application_url(self) -> str:
        return passwords.address(self.cluster, self.passwords, APPLICATION)

    def empty(self) -> None:
        roles.drop_database(self.cluster, self.passwords)


@contextmanager
def launched(folder: Path, *, durable: bool = True) -> Iterator[Server]:
    """Several commands may use it at once; the last to go stops it."""
    open_folder(folder)
    with ExitStack() as stack:
        with alone(folder):
            server = _start(folder, durable=durable)
            is_last = stack.enter_context(among_users(folder))
        try:
            yield server
        finally:
            with alone(folder):
                if is_last():
                    running.stop(server.cluster)


def open_folder(folder: Path) -> None:
    for each in (folder.parent, folder):
        make_folder(each, closed())


def _start(folder: Path, *, durable: bool) -> Server:
    cluster = clusters.at(folder / "cluster", durable=durable)
    server = Server(cluster, passwords.kept(folder / "passwords.json"))
    clusters.own_folders(cluster)
    if not cluster.data.exists():
        (folder / ROLES_MADE).unlink(missing_ok=True)
        making.make(cluster, server.passwords)
    _require_same_version(cluster)
    running.start(cluster, server.passwords)
    if not (folder / ROLES_MADE).exists():
        roles.make(cluster, server.passwords)
        (folder / ROLES_MADE).touch()
    return server


def _require_same_version(cluster: Cluster) -> None:
    made = (cluster.data / "PG_VERSION").read_text(encoding="utf-8").strip()
    ours = cluster.run("postgres", "--version").stdout.split()[-1].split(".")[0]
    if made != ours:
        raise CannotLaunch(
            f"Dữ liệu trong {cluster.data} thuộc PostgreSQL {made}, bản kèm theo là {ours}. Hãy xuất dữ liệu bằng bản "
            "cũ rồi nhập lại, hoặc tạo lại dữ liệu trình diễn: ./thidua demo --reset",
            f"The data in {cluster.data} belong to PostgreSQL {made}, this is {ours}. Dump them with the old version "
            "and load them again, or make the demonstration anew: ./thidua demo --reset",
        )
