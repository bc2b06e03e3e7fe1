"""The account PostgreSQL runs under: it refuses to run as root."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thidua.site.places import is_root
from thidua.site.refusal import CannotRun

NAME = "thidua"
CREATE = (
    "useradd",
    "--system",
    "--no-create-home",
    "--home-dir",
    "/var/lib/thidua",
    "--shell",
    "/usr/sbin/nologin",
)


class CannotChangeAccount(CannotRun):
    """There is no account PostgreSQL may run under."""


@dataclass(frozen=True)
class Account:
    """Who owns the cluster: root hands over to a system user, anybody else is it himself."""

    uid: int
    gid: int
    is_other: bool

    @property
    def process(self) -> dict[str, Any]:
        if not self.is_other:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        if self.is_other:
            os.chown(path, self.uid, self.gid)


def fitting() -> Account:
    if os.name == "nt":
        return Account(0, 0, is_other=False)
    if is_root():
        return _system_user()
    _require_name(os.geteuid())
    return Account(os.geteuid(), os.getegid(), is_other=False)


def _system_user() -> Account:
    return _lookup() or _create()


def _lookup() -> Account | None:
    import pwd  # noqa: PLC0415 -- absent on Windows

    try:
        found = pwd.getpwnam(NAME)
    except KeyError:
        return None
    return Account(found.pw_uid, found.pw_gid, is_other=True)


def _create() -> Account:
    if shutil.which(CREATE[0]):
        subprocess.run([*CREATE, NAME], check=False, capture_output=True)
    if account := _lookup():
        return account
    command = " ".join((*CREATE, NAME))
    raise CannotChangeAccount(
        f"PostgreSQL không chạy dưới quyền root và chưa tạo được tài khoản hệ thống. Hãy tạo rồi chạy lại: {command}",
        f"PostgreSQL refuses to run as root and no system user could be made. Make one and run again: {command}",
    )


def _require_name(uid: int) -> None:
    import pwd  # noqa: PLC0415 -- absent on Windows

    try:
        pwd.getpwuid(uid)
    except KeyError:
        raise CannotChangeAccount(
            f"Người dùng số {uid} không có tên trong /etc/passwd nên PostgreSQL từ chối chạy. "
            "Hãy dùng một tài khoản có tên hoặc đặt DATABASE_URL.",
            f"User number {uid} has no name in /etc/passwd, so PostgreSQL refuses to run. "
            "Use a named account or set DATABASE_URL.",
        ) from None
