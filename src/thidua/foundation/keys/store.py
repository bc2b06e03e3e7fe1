"""The key file: written whole, readable by its owner only, read again when it changes."""

from __future__ import annotations

import base64
import json
import os
import stat
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from thidua.foundation.keys.errors import CannotUseKeys
from thidua.foundation.keys.ring import Key, KeyRing


def load(path: Path | None = None) -> KeyRing:
    path = path or _path(settings.KEYS_PATH)
    try:
        found = path.stat()
    except OSError:
        raise CannotUseKeys(
            f"Không thấy tệp khóa {path}. Nếu là bản cài đặt mới, hãy chạy: ./thidua keys new",
            f"There is no key file {path}. For a new installation run: ./thidua keys new",
        ) from None
    if os.name != "nt" and stat.S_IMODE(found.st_mode) & 0o077:
        raise CannotUseKeys(
            f"Người khác đọc được tệp khóa {path}. Hãy chạy: chmod 600 {path}",
            f"Others can read the key file {path}. Run: chmod 600 {path}",
        )
    return _read(path, found.st_mtime_ns, found.st_ino)


@lru_cache(maxsize=4)
def _path(named: str | Path) -> Path:
    return Path(named)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int, _inode: int) -> KeyRing:
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CannotUseKeys(
            f"Không đọc được tệp khóa {path}: {error.strerror}. Hãy cho tài khoản chạy thidua quyền đọc.",
            f"Cannot read the key file {path}: {error.strerror}. Let the account that runs thidua read it.",
        ) from None


def write_new(path: Path, ring: KeyRing) -> None:
    """Never over an old one: what it sealed would be lost."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise CannotUseKeys(
            f"Đã có tệp khóa {path}; ghi đè sẽ làm mất dữ liệu đã mã hóa. Muốn thay khóa: ./thidua keys rotate",
            f"There is a key file {path} already; over-writing it would lose what it sealed. Use: ./thidua keys rotate",
        ) from None
    except OSError as error:
        raise CannotUseKeys(
            f"Không ghi được tệp khóa {path}: {error.strerror}. Hãy đặt THIDUA_KEYS hoặc cấp quyền ghi.",
            f"Cannot write the key file {path}: {error.strerror}. Set THIDUA_KEYS or allow writing.",
        ) from None
    _fill(descriptor, ring)


def replace(path: Path, ring: KeyRing) -> None:
    draft = path.with_name(f".{path.name}.draft")
    draft.unlink(missing_ok=True)
    _fill(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), ring)
    draft.replace(path)


def _fill(descriptor: int, ring: KeyRing) -> None:
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(to_json(ring))
        file.flush()
        os.fsync(file.fileno())


def to_json(ring: KeyRing) -> str:
    keys = [
        {
            "id": key.id,
            "purpose": key.purpose,
            "made_on": key.made_on.isoformat(),
            "secret": _text(key.secret),
        }
        for key in ring.keys
    ]
    return json.dumps({"recovery": _text(ring.recovery), "keys": keys}, indent=1)


def from_json(text: str) -> KeyRing:
    try:
        content = json.loads(text)
        return KeyRing(tuple(_key(row) for row in content["keys"]), base64.b64decode(content["recovery"]))
    except (ValueError, KeyError, TypeError):
        raise CannotUseKeys(
            "Tệp khóa bị hỏng. Hãy khôi phục: ./thidua keys restore",
            "The key file is damaged. Restore it: ./thidua keys restore",
        ) from None


def _key(row: dict[str, Any]) -> Key:
    secret = base64.b64decode(row["secret"], validate=True)
    return Key(row["id"], row["purpose"], date.fromisoformat(row["made_on"]), secret)


def _text(secret: bytes) -> str:
    return base64.b64encode(secret).decode()
