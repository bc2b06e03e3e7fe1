"""Libraries of what we compare with: beside the environment, from locks of their own, the first time they are asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from thidua.kernel.errors import Cannot


class CannotCompare(Cannot):
    """What we compare with could not be installed or did not run."""


def installed(root: Path, name: str) -> Path:
    """`name` is a lock in bench/ without its ending."""
    libraries, lock = root / ".peers" / name, root / "bench" / f"{name}.lock"
    stamp = libraries / "lock"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--require-hashes", "--target"]
        if subprocess.run([*command, str(libraries), "-r", str(lock)], check=False).returncode:
            raise CannotCompare(f"Không cài được thư viện để so sánh (bench/{name}.lock).")
        stamp.write_bytes(lock.read_bytes())
    return libraries
