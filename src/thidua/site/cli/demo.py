"""The demonstration: database, tables, fictitious ward, web and worker by one command."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Sequence

from thidua.site import demonstration
from thidua.site.cli.children import Children
from thidua.site.cli.port import require_free, wait_for_page
from thidua.site.installation import demonstration_folder, opened

HOST = "127.0.0.1"


def run(words: Sequence[str]) -> int:
    arguments = _parse(words)
    # A shell that starts it in the background has it ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    require_free(HOST, arguments.port)
    folder = demonstration_folder()
    if arguments.reset:
        demonstration.remove(folder)
    _say("Đang khởi động cơ sở dữ liệu… · Starting the database…")
    with opened(folder) as installation:
        environment = demonstration.environment(installation, arguments.port)
        demonstration.prepare(installation, environment, say=_say)
        with Children(environment) as children:
            children.start("web", "--host", HOST, "--port", str(arguments.port))
            children.start("worker")
            wait_for_page(arguments.port, children.require_all)
            _greet_until_interrupted(children, arguments.port)
    _say("Đã dừng. · Stopped.")
    return 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("thidua demo", description="Bản trình diễn · The demonstration")
    parser.add_argument("--port", type=int, default=8000, help="cổng của trang web · the port of the pages")
    parser.add_argument("--reset", action="store_true", help="xóa và tạo lại dữ liệu · make its data anew")
    return parser.parse_args(words)


def _greet_until_interrupted(children: Children, port: int) -> None:
    """Who reads that Ctrl-C stops it may press it at once: that is a stop as asked, not a failure."""
    try:
        _say(demonstration.greeting(port))
        children.wait()
    except KeyboardInterrupt:
        _say("\nĐang dừng… · Stopping…")


def _say(text: str) -> None:
    print(text, flush=True)
