"""One installation: its folder, and the environment its processes run in."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from thidua.site import places
from thidua.site.postgres.launch import Server, launched, open_folder

SETTINGS = "thidua.site.settings"


@dataclass(frozen=True)
class Installation:
    """On the embedded database."""

    folder: Path
    server: Server

    def environment(self, *, as_owner: bool = False) -> dict[str, str]:
        return {
            **os.environ,
            "DATABASE_URL": self.server.owner_url if as_owner else self.server.application_url,
            "DATABASE_OWNER_URL": self.server.owner_url,
            "SECRET_KEY": secret_of(self.folder),
            "THIDUA_HOME": str(self.folder),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
        }


@contextmanager
def opened(folder: Path, *, durable: bool = True) -> Iterator[Installation]:
    with launched(folder, durable=durable) as server:
        yield Installation(folder, server)


def demonstration_folder() -> Path:
    return places.home() / "demo"


def on_demonstration(words: Sequence[str]) -> int:
    """Runs one command on the demonstration's database, starting it where it does not run."""
    with opened(demonstration_folder()) as installation:
        environment = {**installation.environment(), "DEMONSTRATION": "1"}
        return subprocess.run(command(*words), env=environment, check=False).returncode


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "thidua.site.cli", *words]


def has_database() -> bool:
    """An empty variable counts as none, as it does for the settings."""
    return bool(os.environ.get("DATABASE_URL"))


def complete_environment() -> None:
    """What a server may leave out: the folder for data, and the secret of its sessions kept in it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    os.environ["THIDUA_HOME"] = str(places.home())
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = secret_of(Path(os.environ["THIDUA_HOME"]))


def secret_of(folder: Path) -> str:
    path = folder / "secret"
    if not path.exists():
        open_folder(folder)
        places.write_private(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8")
