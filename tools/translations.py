"""Are all words of the screens in Vietnamese, and is what is shipped what is written?

Collects the source strings anew into a copy, so that a string added without its translation is found, and so is a
translation that nothing asks for any more: it would go on to speak for another module's word.
Needs gettext's programs (xgettext, msgmerge); exits 1 with the strings that are missing.
"""

from __future__ import annotations

import gettext
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "thidua"
QUOTED = re.compile(r'"(.*)"')


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "thidua"
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "vendor", "fonts"))
        collect(copy)
        fresh = sorted(copy.rglob("*.po"))
        complaints = [
            complaint for path in fresh for complaint in (*lacking(copy, path), *unasked(copy, path))
        ]
    complaints += [f"{path}: compile it again" for path in stale()]
    if not any(PACKAGE.rglob("*.po")):
        complaints.append("no translation at all")
    print("\n".join(complaints) or "every string is translated")
    return 1 if complaints else 0


def collect(copy: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "vi", "--no-obsolete", "--no-wrap"],
        cwd=copy,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "thidua.site.settings"},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def lacking(copy: Path, path: Path) -> Iterator[str]:
    for kind in ("--untranslated", "--only-fuzzy"):
        command = ["msgattrib", kind, "--no-obsolete", "--no-wrap", str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        for entry in done.stdout.split("\n\n"):
            if source := "".join(QUOTED.findall(entry.partition("msgid ")[2].partition("msgstr")[0])):
                yield f"{path.relative_to(copy)}: {source}"


def unasked(copy: Path, path: Path) -> Iterator[str]:
    written = sources(PACKAGE / path.relative_to(copy))
    for source in sorted(written - sources(path)):
        yield f"{path.relative_to(copy)}: nothing says this any more: {source}"


def sources(path: Path) -> set[str]:
    entries = path.read_text(encoding="utf-8").split("\n\n")
    heads = [
        re.split(r"^(?:msgid_plural|msgstr)", entry, maxsplit=1, flags=re.MULTILINE)[0] for entry in entries
    ]
    return {"".join(QUOTED.findall(head)) for head in heads}


def stale() -> Iterator[Path]:
    """The machine that runs thidua has no gettext: the compiled files are part of the repository."""
    for path in sorted(PACKAGE.rglob("*.po")):
        compiled = path.with_suffix(".mo")
        with tempfile.NamedTemporaryFile(suffix=".mo") as fresh:
            subprocess.run(["msgfmt", "--output-file", fresh.name, path], check=True)  # noqa: S603, S607
            if not compiled.exists() or catalog(Path(fresh.name)) != catalog(compiled):
                yield compiled.relative_to(PACKAGE)


def catalog(path: Path) -> dict[object, str]:
    with path.open("rb") as file:
        return {key: text for key, text in gettext.GNUTranslations(file)._catalog.items() if key}  # noqa: SLF001


if __name__ == "__main__":
    sys.exit(main())
