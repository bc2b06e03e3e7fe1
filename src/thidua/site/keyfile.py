"""Makes the key file of an installation, and the sealed copy beside it that goes into the backups."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from thidua.foundation.keys import KeyRing, recovery, ring, store
from thidua.site import places


def make(path: Path) -> str:
    """Gives the recovery key, which is kept nowhere."""
    words, public = recovery.made()
    made = ring.begun(public, today())
    places.make_folder(path.parent, places.closed())
    store.write_new(path, made)
    write_copy(path, made)
    return words


def make_if_missing(path: Path) -> None:
    if not path.exists():
        make(path)
    else:
        _complete(path)


def _complete(path: Path) -> None:
    """A key file of an earlier version gets the kinds of key that have come since."""
    kept = store.load(path)
    known = {key.purpose for key in kept.keys}
    if lacking := tuple(purpose for purpose in ring.PURPOSES if purpose not in known):
        completed = kept.with_new(lacking, today())
        store.replace(path, completed)
        write_copy(path, completed)


def copy_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.recovery")


def write_copy(path: Path, kept: KeyRing) -> Path:
    copy = copy_of(path)
    copy.write_bytes(recovery.seal(kept))
    return copy


def today() -> date:
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
