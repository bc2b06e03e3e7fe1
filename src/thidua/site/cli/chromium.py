"""Where this machine keeps a browser for the browser tests."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
USUAL = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def find() -> str | None:
    if given := os.environ.get("THIDUA_CHROMIUM"):
        return given
    on_path = (shutil.which(name) for name in NAMES)
    usual = (path for path in USUAL if Path(path).exists())
    return next((path for path in (*on_path, *usual) if path), None)
