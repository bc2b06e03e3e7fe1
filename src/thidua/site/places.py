"""Where an installation keeps what must outlive it: one folder, THIDUA_HOME."""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
from pathlib import Path

from thidua.site.refusal import CannotRun

SHARED_STATE = Path("/var/lib/thidua")


class CannotKeepData(CannotRun):
    """The folder for data cannot be made or written."""


def checkout() -> Path | None:
    """The clone this code runs from, or None where it was installed from a wheel."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").is_file() else None


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def home() -> Path:
    """As root beside other services' data, else in the clone: a second clone never meets the first one's data."""
    if given := os.environ.get("THIDUA_HOME"):
        return Path(given).expanduser().absolute()
    root = checkout()
    if is_root():
        return SHARED_STATE / (_label(root) if root else "home")
    return root / ".thidua" if root else _user_data() / "thidua"


def _label(root: Path) -> str:
    digest = hashlib.sha256(str(root).encode()).hexdigest()[:8]
    return f"{root.name[:16]}-{digest}"


def _user_data() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home()))
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def closed() -> int:
    """As root, PostgreSQL's own account must pass through; each file in it is closed by itself."""
    return 0o711 if is_root() else 0o700


def make_folder(path: Path, mode: int = 0o700) -> Path:
    """A folder that is there already keeps the rights its owner gave it."""
    try:
        if not path.is_dir():
            path.mkdir(parents=True)
            path.chmod(mode)
    except OSError as error:
        raise CannotKeepData(
            f"Không tạo được thư mục dữ liệu {path}: {error.strerror}. Hãy cấp quyền ghi hoặc đặt THIDUA_HOME.",
            f"Cannot make the data folder {path}: {error.strerror}. Allow writing or set THIDUA_HOME.",
        ) from error
    return path


def write_private(path: Path, text: str) -> None:
    """Whole or not at all, readable by its owner only."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
