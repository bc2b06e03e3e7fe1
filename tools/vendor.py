"""Refresh or check the vendored front-end files.

    python tools/vendor.py          fetch the pinned packages with npm and rewrite files and CHECKSUMS
    python tools/vendor.py --check  compare the files with CHECKSUMS; no network, no npm

Only a developer who changes a version needs npm: what runs is in the repository.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "src/thidua/foundation/static/vendor"
CHECKSUMS = VENDOR / "CHECKSUMS"

# package → {path in the package: path under VENDOR}. htmx stays on 2.x: 4 changes the meaning of attributes.
# Popper is compiled into the bundle of Bootstrap; only its licence is taken.
PACKAGES = {
    "bootstrap@5.3.9": {
        "dist/css/bootstrap.min.css": "bootstrap/bootstrap.min.css",
        "dist/js/bootstrap.bundle.min.js": "bootstrap/bootstrap.bundle.min.js",
        "LICENSE": "bootstrap/LICENSE",
    },
    "@popperjs/core@2.11.8": {"LICENSE.md": "bootstrap/LICENSE-popper"},
    "chart.js@4.6.1": {
        "dist/chart.umd.min.js": "chart/chart.umd.min.js",
        "LICENSE.md": "chart/LICENSE.md",
    },
    "htmx.org@2.0.11": {
        "dist/htmx.min.js": "htmx/htmx.min.js",
        "LICENSE": "htmx/LICENSE",
    },
}

# Source maps are not shipped, and a hashing static storage refuses to follow a link to a missing file.
SOURCE_MAP = re.compile(rb"\n?(/\*|//)# sourceMappingURL=\S+( \*/)?\s*$")


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    if not arguments:
        refresh()
    wrong = differences()
    print("\n".join(wrong) if wrong else "vendored files agree with CHECKSUMS")
    return 1 if wrong else 0


def refresh() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for package, files in PACKAGES.items():
            unpack(fetch(package, Path(folder)), files)
    CHECKSUMS.write_text(
        "".join(f"{digest}  {name}\n" for name, digest in digests().items()),
        encoding="utf-8",
    )


def fetch(package: str, folder: Path) -> Path:
    """The archive, which npm has checked against the digest it was published with."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - names pinned above
    return folder / done.stdout.split()[-1]


def unpack(archive: Path, files: dict[str, str]) -> None:
    with tarfile.open(archive) as tar:
        for source, target in files.items():
            member = tar.extractfile(f"package/{source}")
            if member is None:
                message = f"{archive.name} has no file {source}"
                raise FileNotFoundError(message)
            path = VENDOR / target
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(SOURCE_MAP.sub(b"", member.read()).rstrip() + b"\n")


def digests() -> dict[str, str]:
    paths = sorted(path for path in VENDOR.rglob("*") if path.is_file() and path.parent != VENDOR)
    return {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths
    }


def differences() -> list[str]:
    lines = CHECKSUMS.read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}
    found = digests()
    return [
        f"differs from CHECKSUMS: {name}"
        for name in sorted(listed | found)
        if listed.get(name) != found.get(name)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
