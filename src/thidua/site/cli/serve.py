"""On a server: web and worker on the PostgreSQL that DATABASE_URL names."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence

from thidua.site.cli.children import Children
from thidua.site.cli.port import require_free, wait_for_page
from thidua.site.installation import command, complete_environment, has_database
from thidua.site.refusal import CannotRun


class CannotServeYet(CannotRun):
    """Something must be given or done before a server can run."""


def run(words: Sequence[str]) -> int:
    arguments = _parse(words)
    if not has_database():
        raise CannotServeYet(
            "Hãy đặt DATABASE_URL (PostgreSQL 15 trở lên), ví dụ postgresql://thidua_app:…@host:5432/thidua. "
            "Chỉ muốn xem thử: ./thidua demo",
            "Set DATABASE_URL (PostgreSQL 15 or newer), for example postgresql://thidua_app:…@host:5432/thidua. "
            "Only to look around: ./thidua demo",
        )
    complete_environment()
    _require_settings_and_keys()
    require_free(arguments.host, arguments.port)
    _bring_up_to_date()
    return _serve(arguments)


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("thidua serve", description="Chạy trên máy chủ · Run on a server")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe · address to listen on")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="tiến trình web · web processes"
    )
    parser.add_argument(
        "--no-jobs", action="store_true", help="không chạy việc nền ở máy này · no worker here"
    )
    return parser.parse_args(words)


def _require_settings_and_keys() -> None:
    from thidua.foundation.keys import store  # noqa: PLC0415 -- slow import
    from thidua.site.settings import environment  # noqa: PLC0415 -- the environment is complete only now

    store.load(environment.load().keys_path)


def _bring_up_to_date() -> None:
    """As the owner where its address is given; else the tables must be up to date already."""
    words = [] if os.environ.get("DATABASE_OWNER_URL") else ["--check"]
    if not _does("migrate", "--verbosity", "0", *words):
        raise CannotServeYet(
            "Bảng chưa được cập nhật (xem các dòng phía trên). "
            "Hãy chạy ./thidua migrate với DATABASE_OWNER_URL của thidua_owner.",
            "The tables are not up to date (see the lines above). "
            "Run ./thidua migrate with thidua_owner's DATABASE_OWNER_URL.",
        )
    # The provinces and communes; adds only what is not there.
    if not _does("load_units", "--verbosity", "0"):
        raise CannotServeYet(
            "Không nạp được danh mục đơn vị hành chính (xem các dòng phía trên).",
            "The administrative units could not be loaded (see the lines above).",
        )


def _does(*words: str) -> bool:
    return subprocess.run(command(*words), check=False, stdout=subprocess.DEVNULL).returncode == 0


def _serve(arguments: argparse.Namespace) -> int:
    where = ["--host", arguments.host, "--port", str(arguments.port), "--workers", str(arguments.workers)]
    with Children(os.environ) as children:
        children.start("web", *where)
        if not arguments.no_jobs:
            children.start("worker")
        if arguments.host in {"127.0.0.1", "0.0.0.0", "localhost"}:  # noqa: S104 -- asked for, compared only
            wait_for_page(arguments.port, children.require_all)
        print(f"thidua: http://{arguments.host}:{arguments.port}", file=sys.stderr, flush=True)
        try:
            children.wait()
        except KeyboardInterrupt:
            return 0
    return 0
