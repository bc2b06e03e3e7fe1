"""A full disk is told before it hurts, and by its name when it did."""

from __future__ import annotations

import shutil
from pathlib import Path

from thidua.site.postgres.cluster import CannotLaunch

NEEDED = 600 * 1024 * 1024
FULL = "No space left on device"


def require_room(folder: Path, needed: int = NEEDED) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise _full(folder, free, needed)


def told_of_full_disk(output: str, folder: Path) -> None:
    if FULL in output:
        raise _full(folder, shutil.disk_usage(folder).free, NEEDED)


def _full(folder: Path, free: int, needed: int) -> CannotLaunch:
    has, wants = free // 2**20, needed // 2**20
    return CannotLaunch(
        f"Ổ đĩa chứa {folder} gần đầy: còn {has} MB, cần {wants} MB. Hãy dọn bớt hoặc đặt THIDUA_HOME sang ổ khác.",
        f"The disk of {folder} is nearly full: {has} MB free, {wants} MB needed. Make room or set THIDUA_HOME elsewhere.",
    )
