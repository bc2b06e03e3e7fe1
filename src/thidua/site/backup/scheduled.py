"""Backups of this installation: on demand, and every night into the folder that the settings name."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from thidua.foundation.keys import load
from thidua.site.backup.restoring import CannotRestore, Restored, restore, sealed_keys
from thidua.site.backup.saving import ENDING, CannotBackUp, Saved, save
from thidua.site.keyfile import copy_of
from thidua.site.settings import environment

LATE = timedelta(days=2)
NIGHTLY = "thidua-hang-dem-"


def save_here(target: Path) -> Saved:
    here = environment.load()
    url = here.database_owner_url or here.database_url
    return save(url=url, files=here.files_path, ring=load(), target=target, now=timezone.now())


def restore_here(path: Path, *, overwrite: bool) -> Restored:
    here = environment.load()
    if not here.keys_path.exists():
        raise _without_keys(path, here.keys_path)
    nodes = MigrationLoader(connection).disk_migrations
    connection.close()
    return restore(
        path=path,
        url=here.database_owner_url or here.database_url,
        files=here.files_path,
        ring=load(),
        known=frozenset(f"{app}.{name}" for app, name in nodes),
        overwrite=overwrite,
    )


def _without_keys(path: Path, keys: Path) -> CannotRestore:
    """On a new machine the backup brings the keys, sealed; the recovery key opens them."""
    copy = copy_of(keys)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(sealed_keys(path))
    return CannotRestore(
        f"Máy này chưa có tệp khóa. Bản sao niêm phong đã được lấy ra: {copy}. Hãy chạy ./thidua keys restore {copy} "
        "với khóa khôi phục đã in, rồi chạy lại lệnh này.",
        f"There is no key file here. Its sealed copy was taken out: {copy}. Run ./thidua keys restore {copy} "
        "with the printed recovery key, then this command again.",
    )


def save_nightly(folder: Path, keep: int) -> Saved:
    """One more; of those of earlier nights the oldest go once the new one is whole. What somebody saved by hand stays."""
    folder.mkdir(parents=True, exist_ok=True)
    saved = save_here(folder / f"{NIGHTLY}{timezone.localtime():%Y%m%d-%H%M%S}{ENDING}")
    if saved.missing:
        raise CannotBackUp(
            f"{saved.path}: kho thiếu {len(saved.missing)} tệp; không bản cũ nào bị xóa. Xem: ./thidua doctor",
            f"{saved.path}: {len(saved.missing)} files are missing in the store; no older backup was taken away.",
        )
    for old in beyond(folder, keep):
        old.unlink()
    return saved


def beyond(folder: Path, keep: int) -> list[Path]:
    """By their names, which are their times: all but the newest."""
    return sorted(folder.glob(f"{NIGHTLY}*{ENDING}"))[:-keep]


def newest_in(folder: Path) -> datetime | None:
    """Of a night or by hand."""
    times = [path.stat().st_mtime for path in folder.glob(f"*{ENDING}")]
    return datetime.fromtimestamp(max(times), tz=timezone.get_current_timezone()) if times else None
