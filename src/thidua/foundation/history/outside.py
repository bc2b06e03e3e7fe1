"""The chain's head, noted in a file outside the database: links taken off its end are missed there."""

import json
import os
from pathlib import Path

from django.conf import settings

from thidua.foundation.models import HistoryLink


def path() -> Path:
    return Path(settings.KEYS_PATH).with_name("history-head.json")


def write(last: HistoryLink) -> None:
    """Only forwards: an older database put in its place must not wipe out what was seen."""
    if (seen := read()) and seen[0] >= last.place:
        return
    draft = path().with_name(f".{path().name}.{os.getpid()}")
    draft.write_text(json.dumps({"place": last.place, "hash": last.hash}), encoding="utf-8")
    draft.chmod(0o600)
    draft.replace(path())


def read() -> tuple[int, str] | None:
    try:
        content = json.loads(path().read_text(encoding="utf-8"))
        return int(content["place"]), str(content["hash"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget() -> None:
    """After an older state was restored on purpose."""
    path().unlink(missing_ok=True)
