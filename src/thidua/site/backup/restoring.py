"""From one sealed file back to a database and its files: all of it, or nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import psycopg

from thidua.foundation.keys import KeyRing
from thidua.site.backup import programs
from thidua.site.backup.sealed import CannotOpen, front_of, opened
from thidua.site.refusal import CannotRun

STEP = 1 << 20
HEAD_LINES = 40
HEX = frozenset("0123456789abcdef")
DIGEST_LENGTH = 64


class CannotRestore(CannotRun):
    """The backup does not fit this installation, or something stands in its way."""


@dataclass(frozen=True, slots=True)
class Restored:
    made_at: str
    n_files: int
    missing: tuple[str, ...]


def sealed_keys(path: Path) -> bytes:
    """The key file in the backup, which only the recovery key opens."""
    with path.open("rb") as file:
        return front_of(file)["copy"]


def restore(
    *, path: Path, url: str, files: Path, ring: KeyRing, known: frozenset[str], overwrite: bool = False
) -> Restored:
    """`known` are the migrations of this version. The whole file is opened and compared before anything is touched."""
    if not overwrite and _has_tables(url):
        raise CannotRestore(
            "Cơ sở dữ liệu đang có dữ liệu. Hãy khôi phục vào cơ sở dữ liệu trống, hoặc thêm --overwrite để thay toàn bộ.",
            "The database holds data. Restore into an empty one, or add --overwrite to replace all of it.",
        )
    with tempfile.TemporaryDirectory(dir=files.parent if files.parent.exists() else None) as name:
        folder = Path(name)
        parcel = _unsealed(path, ring, folder / "parcel.zip")
        with parcel:
            told = _told(parcel, known)
            dump = _extracted(parcel, "database.dump", folder / "database.dump", told["database"])
            n_files = _put_files(parcel, files)
        _load(url, dump, folder / "database.sql", overwrite=overwrite)
    return Restored(told["made_at"], n_files, tuple(told["missing"]))


def _has_tables(url: str) -> bool:
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')"
        ).fetchone()
        return bool(row and row[0])


def _unsealed(path: Path, ring: KeyRing, target: Path) -> ZipFile:
    with path.open("rb") as file, target.open("wb") as out:
        target.chmod(0o600)
        for piece in opened(file, front_of(file), ring):
            out.write(piece)
    try:
        return ZipFile(target)
    except BadZipFile:
        raise _damaged() from None


def _told(parcel: ZipFile, known: frozenset[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(parcel.read("manifest.json"))
    if newer := sorted(set(told["migrations"]) - known):
        raise CannotRestore(
            f"Bản sao lưu do phiên bản mới hơn tạo ({newer[-1]}). Hãy cập nhật thidua rồi khôi phục lại.",
            f"The backup was made by a newer version ({newer[-1]}). Update thidua, then restore.",
        )
    return told


def _extracted(parcel: ZipFile, name: str, target: Path, wanted: str) -> Path:
    digest = hashlib.sha256()
    with parcel.open(name) as source, target.open("wb") as out:
        target.chmod(0o600)
        while part := source.read(STEP):
            digest.update(part)
            out.write(part)
    if digest.hexdigest() != wanted:
        raise _damaged()
    return target


def _put_files(parcel: ZipFile, files: Path) -> int:
    """Kept under the digest of their bytes: one that is there already is the same."""
    names = [name.removeprefix("files/") for name in parcel.namelist() if name.startswith("files/")]
    for digest in names:
        if len(digest) != DIGEST_LENGTH or not set(digest) <= HEX:
            raise _damaged()
        target = files / digest[:2] / digest
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{digest}")
        _extracted(parcel, f"files/{digest}", draft, digest)
        draft.replace(target)
    return len(names)


def _load(url: str, dump: Path, script: Path, *, overwrite: bool) -> None:
    """In one transaction: what fails leaves the database as it was."""
    words = ["pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(dump)]
    emptied = ["-c", "DROP SCHEMA public CASCADE", "-c", "CREATE SCHEMA public"] if overwrite else []
    apply = ["psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", *emptied, "-f", str(script)]
    said = programs.ran(url, words)
    if not said:
        _for_older_servers(script)
        said = programs.ran(url, apply)
    if said:
        raise CannotRestore(
            f"Không khôi phục được cơ sở dữ liệu, dữ liệu cũ còn nguyên: {said[-400:]}",
            f"The database could not be restored and is as it was: {said[-400:]}",
        )


def _for_older_servers(script: Path) -> None:
    """A setting of the dump's head that PostgreSQL 15 and 16 do not know, and that changes nothing."""
    kept = script.with_suffix(".kept")
    with script.open("rb") as source, kept.open("wb") as out:
        kept.chmod(0o600)
        for line in islice(source, HEAD_LINES):
            if not line.startswith(b"SET transaction_timeout"):
                out.write(line)
        shutil.copyfileobj(source, out, STEP)
    kept.replace(script)


def _damaged() -> CannotOpen:
    return CannotOpen(
        "Bản sao lưu bị hỏng; không có gì được khôi phục. Hãy dùng bản khác.",
        "The backup is damaged; nothing was restored. Use another one.",
    )
