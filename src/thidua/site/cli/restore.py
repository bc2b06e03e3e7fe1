"""`restore`: from one sealed file back to database and files."""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Sequence
from pathlib import Path

from thidua.site.installation import command, complete_environment, has_database, on_demonstration
from thidua.site.refusal import CannotRun


class CannotFind(CannotRun):
    """There is no such file, or no key to open it with."""


def run(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser("thidua restore", description="Khôi phục · Restore a backup")
    parser.add_argument("file", type=Path, help="tệp .thidua · a file made by ./thidua backup")
    parser.add_argument(
        "--overwrite", action="store_true", help="thay toàn bộ dữ liệu đang có · replace all that is there"
    )
    arguments = parser.parse_args(words)
    path = arguments.file.resolve()
    if not path.is_file():
        raise CannotFind(f"Không có tệp {path}.", f"There is no file {path}.")
    if not has_database():
        extra = ["--overwrite"] if arguments.overwrite else []
        return on_demonstration(["restore", str(path), *extra])
    complete_environment()
    return _restore(path, overwrite=arguments.overwrite)


def _restore(path: Path, *, overwrite: bool) -> int:
    from thidua.site.loading import load_everything  # noqa: PLC0415 -- slow import, and it reads the settings

    load_everything()
    from thidua.foundation.history import outside  # noqa: PLC0415 -- needs the settings
    from thidua.site.backup.scheduled import restore_here  # noqa: PLC0415 -- needs the settings

    done = restore_here(path, overwrite=overwrite)
    outside.forget()
    # In a process of its own, as the owner: takes the tables on, and gives the application its rights again.
    migrated = subprocess.run(command("migrate", "--verbosity", "0"), check=False)
    if migrated.returncode:
        return migrated.returncode
    print(f"✓ {done.made_at}: {done.n_files} tệp · files")
    print("Hãy chạy · Now run: ./thidua doctor, ./thidua audit verify")
    return 0
