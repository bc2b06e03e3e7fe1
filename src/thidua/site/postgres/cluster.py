"""One PostgreSQL of our own: its folder, its programs and the account it runs under."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from thidua.site.places import SHARED_STATE, make_folder
from thidua.site.postgres import account as accounts
from thidua.site.postgres import binaries
from thidua.site.postgres.account import Account
from thidua.site.postgres.binaries import Binaries
from thidua.site.refusal import CannotRun

SOCKET_PATH_LIMIT = 100  # bytes; the kernel ends a socket's path at 104 to 108
PORT = 5432  # only a part of the socket's name
PROGRAM_SECONDS = 120


class CannotLaunch(CannotRun):
    """PostgreSQL could not be made, started or reached."""


@dataclass(frozen=True)
class Cluster:
    folder: Path
    programs: Binaries
    account: Account
    durable: bool = True

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def name(self) -> str:
        """Shown in the title of each of its processes: how they are told from other clusters'."""
        return f"thidua-{hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]}"

    @property
    def sockets(self) -> Path:
        beside = self.folder / "run"
        if len(os.fsencode(beside / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT:
            return beside
        return Path(tempfile.gettempdir()) / f"{self.name}-{self.account.uid}"

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Into a file, not a pipe: a server that goes on running would hold the pipe open."""
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            done = subprocess.run(
                [self.programs.path(program), *arguments],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/" if os.name != "nt" else None,
                env=_environment(),
                timeout=PROGRAM_SECONDS,
                **self.account.process,
            )
            output.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, output.read())


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return {**kept, "LC_ALL": "C"}


def at(folder: Path, *, durable: bool = True) -> Cluster:
    account = accounts.fitting()
    if account.is_other:
        make_folder(SHARED_STATE, 0o755)
        programs = binaries.copied_to(SHARED_STATE)
    else:
        programs = binaries.of_wheel()
    return Cluster(folder, programs, account, durable)


def own_folders(cluster: Cluster) -> None:
    for folder in (cluster.folder, cluster.sockets):
        make_folder(folder)
        _refuse_strangers(cluster, folder)
        cluster.account.own(folder)
    _refuse_unreachable(cluster)


def _refuse_strangers(cluster: Cluster, folder: Path) -> None:
    """A folder in a place all may write could have been put there by somebody else."""
    if os.name != "nt" and folder.stat().st_uid not in {cluster.account.uid, os.geteuid()}:
        raise CannotLaunch(
            f"Thư mục {folder} thuộc về người dùng khác. Hãy xóa nó hoặc đặt THIDUA_HOME sang nơi khác.",
            f"The folder {folder} belongs to another user. Remove it or set THIDUA_HOME elsewhere.",
        )


def _refuse_unreachable(cluster: Cluster) -> None:
    try:
        subprocess.run(
            [cluster.programs.path("pg_ctl"), "--version"],
            check=True,
            capture_output=True,
            cwd=cluster.folder,
            **cluster.account.process,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotLaunch(
            f"Tài khoản chạy PostgreSQL không vào được {cluster.folder}. Hãy đặt THIDUA_HOME ngoài thư mục riêng.",
            f"The account that runs PostgreSQL cannot enter {cluster.folder}. Set THIDUA_HOME outside closed folders.",
        ) from error
