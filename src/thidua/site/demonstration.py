"""Prepares the demonstration once, and knows cheaply when there is nothing to prepare."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

import thidua
from thidua.site import demonstration_accounts, places
from thidua.site.installation import Installation, command
from thidua.site.postgres import cluster as clusters
from thidua.site.postgres import running
from thidua.site.postgres.sharing import alone, among_users
from thidua.site.refusal import CannotRun

# Packages that bring tables of their own.
WITH_TABLES = ("Django", "django-allauth", "django-pghistory", "procrastinate")
PREPARED = "prepared"


class CannotPrepare(CannotRun):
    """The demonstration could not be made."""


class CannotReset(CannotRun):
    """The demonstration is in use."""


def environment(installation: Installation, port: int) -> dict[str, str]:
    return {
        **installation.environment(),
        "DEMONSTRATION": "1",
        "BASE_URL": f"http://localhost:{port}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
    }


def prepare(installation: Installation, variables: Mapping[str, str], *, say: Callable[[str], None]) -> None:
    mark = installation.folder / PREPARED
    with alone(installation.folder, "prepare"):
        state = tables_state()
        made = mark.read_text(encoding="utf-8") if mark.exists() else ""
        if made == state:
            return
        if not made:
            _begin(installation)
        say("Đang tạo bảng… · Making the tables…")
        _run(variables, "migrate", "--verbosity", "0")
        if not made:
            say("Đang nạp dữ liệu trình diễn… · Loading the demonstration…")
            _run(variables, "load_units")
            _run(variables, "load_demonstration")
        places.write_private(mark, state)


def _begin(installation: Installation) -> None:
    """What was begun and not finished (a killed first start) is thrown away and made whole."""
    from thidua.site.keyfile import make_if_missing  # noqa: PLC0415 -- slow import, for a first start only

    installation.server.empty()
    make_if_missing(installation.folder / "keys.json")


def tables_state() -> str:
    """Changes when the tables, triggers or grants may have to; read from the code's bytes, without starting Django."""
    digest = hashlib.sha256()
    for package in WITH_TABLES:
        digest.update(f"{package} {version(package)}\n".encode())
    root = Path(thidua.__file__).parent
    for path in sorted(root.glob("**/*.py")):
        if path.relative_to(root).parts[0] in {"foundation", "modules"}:
            digest.update(f"{path.relative_to(root).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _run(variables: Mapping[str, str], *words: str) -> None:
    done = subprocess.run(command(*words), env=dict(variables), check=False, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise CannotPrepare(
            f"Lệnh “{words[0]}” không thành công; lý do ở các dòng phía trên. Lần chạy sau sẽ làm lại từ đầu.",
            f"The command “{words[0]}” failed; the lines above say why. The next start begins anew.",
        )


def remove(folder: Path) -> None:
    if not folder.exists():
        return
    with alone(folder), among_users(folder) as is_last:
        if not is_last():
            raise CannotReset(
                "Bản trình diễn đang chạy ở một cửa sổ khác. Hãy dừng nó (Ctrl-C) rồi chạy lại.",
                "The demonstration runs in another window. Stop it there (Ctrl-C) and run again.",
            )
        cluster = clusters.at(folder / "cluster")
        if cluster.data.exists():
            running.stop(cluster)
        shutil.rmtree(folder)


def greeting(port: int) -> str:
    accounts = "\n".join(f"  {line}" for line in demonstration_accounts())
    note = "Mọi người trong dữ liệu này là hư cấu. Ctrl-C để dừng. · All people in it are fictitious. Ctrl-C stops."
    return f"\n  http://localhost:{port}\n\n{accounts}\n\n  {note}"
