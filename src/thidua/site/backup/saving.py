"""Database and files of one moment into one sealed file."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, ZipFile

import psycopg

from thidua.foundation.keys import KeyRing, recovery
from thidua.site.backup import programs
from thidua.site.backup.sealed import SealedWriter
from thidua.site.refusal import CannotRun

ENDING = ".thidua"
STEP = 1 << 20


class CannotBackUp(CannotRun):
    """The database or a file cannot be read, or the target not written."""


@dataclass(frozen=True, slots=True)
class Saved:
    path: Path
    size: int
    n_files: int
    missing: tuple[str, ...]


def save(*, url: str, files: Path, ring: KeyRing, target: Path, now: datetime) -> Saved:
    """Into `target`, or a file named by the time where that is a folder; never over another file, never half a file."""
    path = target / f"thidua-{now:%Y%m%d-%H%M%S}{ENDING}" if target.is_dir() else target
    if path.exists():
        raise CannotBackUp(
            f"Đã có tệp {path}. Hãy chọn tên khác; bản sao lưu không bao giờ ghi đè.",
            f"There is a file {path} already. Choose another name; a backup never over-writes.",
        )
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        n_files, missing = _write(draft, url, files, ring, now)
        draft.replace(path)
    except psycopg.OperationalError as error:
        raise CannotBackUp(
            f"Không kết nối được cơ sở dữ liệu: {error}", f"Cannot reach the database: {error}"
        ) from None
    except OSError as error:
        raise CannotBackUp(
            f"Không ghi được {path}: {error.strerror}.", f"Cannot write {path}: {error.strerror}."
        ) from None
    finally:
        draft.unlink(missing_ok=True)
    return Saved(path, path.stat().st_size, n_files, missing)


def _write(draft: Path, url: str, files: Path, ring: KeyRing, now: datetime) -> tuple[int, tuple[str, ...]]:
    with draft.open("xb") as out, psycopg.connect(url) as connection:
        draft.chmod(0o600)
        sealed = SealedWriter(out, ring, recovery.seal(ring))
        with ZipFile(sealed, "w", ZIP_STORED) as parcel, _moment(connection) as snapshot:
            digest = _database(parcel, url, snapshot)
            wanted = _files(connection)
            missing = tuple(one for one in wanted if not _file(parcel, files, one))
            told = {
                "made_at": now.isoformat(),
                "migrations": _migrations(connection),
                "database": digest,
                "n_files": len(wanted) - len(missing),
                "missing": missing,
            }
            parcel.writestr("manifest.json", json.dumps(told, indent=1))
        sealed.close()
        out.flush()
        os.fsync(out.fileno())
    return len(wanted) - len(missing), missing


@contextmanager
def _moment(connection: psycopg.Connection) -> Iterator[str]:
    """One state of the database, for the dump and for the list of its files."""
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    row = connection.execute("SELECT pg_export_snapshot()").fetchone()
    assert row is not None
    yield row[0]


def _database(parcel: ZipFile, url: str, snapshot: str) -> str:
    words = ["pg_dump", "--format=custom", "--no-owner", "--no-privileges"]
    digest = hashlib.sha256()
    with programs.begun(url, [*words, f"--snapshot={snapshot}"]) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        with parcel.open("database.dump", "w", force_zip64=True) as out:
            while part := running.stdout.read(STEP):
                digest.update(part)
                out.write(part)
        said = running.stderr.read().decode(errors="replace").strip()
    if running.returncode:
        raise CannotBackUp(f"Không đọc được cơ sở dữ liệu: {said}", f"Cannot read the database: {said}")
    return digest.hexdigest()


def _files(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute("SELECT DISTINCT sha256 FROM files_storedfile ORDER BY sha256")
    return [digest for (digest,) in rows.fetchall()]


def _migrations(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
    return [name for (name,) in rows.fetchall()]


def _file(parcel: ZipFile, files: Path, digest: str) -> bool:
    path = files / digest[:2] / digest
    if not path.exists():
        return False
    with path.open("rb") as source, parcel.open(f"files/{digest}", "w", force_zip64=True) as out:
        _copied(source, out)
    return True


def _copied(source: IO[bytes], out: IO[bytes]) -> None:
    shutil.copyfileobj(source, out, STEP)
