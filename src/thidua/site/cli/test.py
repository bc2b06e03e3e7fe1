"""Every test, on a database of their own; browser tests where there is a browser."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from thidua.site import keyfile, places
from thidua.site.cli import chromium
from thidua.site.installation import Installation, opened
from thidua.site.refusal import CannotRun


class CannotTest(CannotRun):
    """The tests are not here, or the browser they must have is not."""


def run(words: Sequence[str]) -> int:
    root = places.checkout()
    if root is None:
        raise CannotTest(
            "Bản cài đặt này không kèm kiểm thử. Hãy clone kho mã rồi chạy ./thidua test",
            "This installation comes without tests. Clone the repository and run ./thidua test",
        )
    browser = chromium.find()
    _require_browser_if_told(browser)
    if url := os.environ.get("DATABASE_URL"):
        return _pytest(root, {**os.environ, **_server(url)}, browser, words)
    with opened(places.home() / "test", durable=False) as installation:
        return _pytest(root, _embedded(installation), browser, words)


def _require_browser_if_told(browser: str | None) -> None:
    if browser or os.environ.get("THIDUA_REQUIRE_BROWSER") != "1":
        return
    raise CannotTest(
        "Không tìm thấy Chromium nhưng THIDUA_REQUIRE_BROWSER=1. Hãy cài Chromium hoặc đặt THIDUA_CHROMIUM.",
        "No Chromium was found, but THIDUA_REQUIRE_BROWSER=1. Install Chromium or set THIDUA_CHROMIUM.",
    )


def _embedded(installation: Installation) -> dict[str, str]:
    keyfile.make_if_missing(installation.folder / "keys.json")
    return installation.environment(as_owner=True)


def _server(url: str) -> Mapping[str, str]:
    """On a server the tests' user must be allowed to create databases."""
    home = places.make_folder(places.home() / "test", places.closed())
    keyfile.make_if_missing(home / "keys.json")
    secret = os.environ.get("SECRET_KEY") or "only-for-tests-" + "0" * 32
    return {"DATABASE_URL": url, "THIDUA_HOME": str(home), "SECRET_KEY": secret}


def _beside_each_other() -> list[str]:
    """All tests on all processors; a part of them, asked for by name, is quicker alone."""
    return ["--numprocesses", str(min(os.cpu_count() or 1, 8)), "--dist", "worksteal"]


def _pytest(root: Path, environment: Mapping[str, str], browser: str | None, words: Sequence[str]) -> int:
    chosen = ["-q", *(words or _beside_each_other())]
    if browser:
        environment = {**environment, "THIDUA_CHROMIUM": browser}
    else:
        print(
            "Không tìm thấy Chromium: bỏ qua các kiểm thử trên trình duyệt.\n"
            "No Chromium found: the browser tests are left out.",
            flush=True,
        )
        chosen = ["-m", "not browser", *chosen]
    command = [sys.executable, "-m", "pytest", *chosen]
    return subprocess.run(command, cwd=root, env=dict(environment), check=False).returncode
