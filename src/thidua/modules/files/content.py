"""The bytes of files on disk, under their sha256: written whole before any row names them."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from thidua.kernel.hashing import sha256


def path_of(digest: str) -> Path:
    return Path(settings.FILES_PATH) / digest[:2] / digest


def write(content: bytes) -> str:
    """Keep the bytes and give their digest; bytes that are there already only become young again."""
    digest = sha256(content)
    path = path_of(digest)
    if path.exists():
        os.utime(path)
    else:
        _write_whole(path, content)
    return digest


def _write_whole(path: Path, content: bytes) -> None:
    """Beside the place first, then moved: no reader and no crash sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def older_than(instant: float) -> Iterator[Path]:
    """Every file on disk (also an unfinished one) last touched before this second."""
    for path in sorted(Path(settings.FILES_PATH).glob("??/*")):
        if path.is_file() and path.stat().st_mtime < instant:
            yield path
