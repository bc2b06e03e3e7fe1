"""Measuring: `bench pages` times every screen on a full province, `bench check` the comparison of a dossier with
the law, `bench board` the monthly duty, `bench suggestions` a look through all records, `bench oversight` all
detectors, `bench copies` passages that reports share, `bench lists` a hundred thousand people out of Excel,
`bench sheets` lists as long into Excel, `bench portal` the pages for everybody beside Wagtail's; without a database
`bench law` the law over everybody's record and `bench papers` certificates beside three peers.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from thidua.site import keyfile, places
from thidua.site.installation import SETTINGS, has_database, opened
from thidua.site.refusal import CannotRun

# A province for the pages; for the law one commune's files are enough; for the board, more than 500 units.
SIZES = {
    "pages": (1_000_000, 300_000),
    "check": (50_000, 30_000),
    "board": (50_000, 60_000),
    "suggestions": (1_000_000, 300_000),
    "oversight": (1_000_000, 300_000),
    "copies": (50_000, 60_000),
    "lists": (1_000, 2_000),
    "sheets": (99_000, 100_000),
}


def run(words: Sequence[str]) -> int:
    if words[:1] == ["law"]:
        from thidua.site.bench.law.running import run as run_law  # noqa: PLC0415 -- slow import

        return run_law(words[1:], say=_progress)
    if words[:1] == ["papers"]:
        from thidua.site.bench.papers.running import run as run_papers  # noqa: PLC0415 -- slow import

        return run_papers(words[1:], say=_progress)
    if words[:1] == ["portal"]:
        return _portal(words[1:])
    arguments = _parse(words)
    with _environment():
        from thidua.site.bench.database import beside, own_database  # noqa: PLC0415 -- slow import

        label = f"entries={arguments.entries} people={arguments.people}"
        url = os.environ["DATABASE_URL"]
        with own_database(url, label, keep=arguments.keep) as fill_with:
            os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"] = beside(url)
            return _measure(arguments, fill_with)


def _portal(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser("thidua bench portal")
    parser.add_argument("--articles", type=int, default=10_000, help="số bài viết · articles on each side")
    parser.add_argument("--clients", type=int, default=4, help="số người đọc cùng lúc · readers at once")
    parser.add_argument("--seconds", type=float, default=10, help="mỗi lượt đo · of each round")
    given = parser.parse_args(words)
    with _environment():
        from thidua.site.bench.database import beside, own_database  # noqa: PLC0415 -- slow import

        server = os.environ["DATABASE_URL"]
        with own_database(server, f"articles={given.articles}", keep=False) as fill_with:
            os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"] = beside(server)
            return _measure_portal(given, server, fill_with)


def _measure_portal(
    given: argparse.Namespace, server: str, fill_with: Callable[[Callable[[], None]], None]
) -> int:
    import django  # noqa: PLC0415 -- slow import, after the environment is complete

    django.setup()
    from django.db import connections  # noqa: PLC0415 -- after setup

    from thidua.site.bench.portal import Bounds, ours, portal  # noqa: PLC0415 -- after setup

    root = places.checkout()
    if root is None:
        raise CannotRun(
            "Phép đo này cần kho mã. Hãy clone kho mã rồi chạy lại.",
            "This measurement needs a clone of the repository.",
        )
    try:
        _progress("a year's articles")
        fill_with(lambda: ours.fill(given.articles))
        bounds = Bounds(given.articles, given.clients, given.seconds)
        for line in portal(root, server, bounds, _progress):
            print(line, flush=True)
    finally:
        connections.close_all()
    return 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("thidua bench", description="Đo tốc độ · How fast it is")
    parser.add_argument(
        "what",
        choices=list(SIZES),
        help="các trang, đối chiếu, nhiệm vụ tháng, rà soát · pages, dossiers compared, the board, all records; "
        "luật: bench law --help; văn bản: bench papers --help",
    )
    parser.add_argument("--entries", type=int, help="số mục sổ khen thưởng · entries loaded")
    parser.add_argument("--people", type=int, help="số cá nhân · people loaded")
    parser.add_argument("--account", default="bench-province", help="bench-province, bench-commune")
    parser.add_argument(
        "--only", default="", help="chỉ các trang có tên bắt đầu như vậy · screens by first letters"
    )
    parser.add_argument(
        "--keep", action="store_true", help="giữ dữ liệu cho lần sau · keep the data for the next run"
    )
    arguments = parser.parse_args(words)
    entries, people = SIZES[arguments.what]
    arguments.entries, arguments.people = arguments.entries or entries, arguments.people or people
    if arguments.entries < 400 or arguments.people < 200:
        parser.error("cần ít nhất 400 mục và 200 cá nhân · at least 400 entries and 200 people")
    return arguments


@contextmanager
def _environment() -> Iterator[None]:
    """The server that is named, else the embedded one of the tests, which is quicker for not being durable."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    os.environ["DEMONSTRATION"] = "1"
    if has_database():
        home = places.make_folder(places.home() / "test", places.closed())
        os.environ |= {"DATABASE_URL": os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]}
        _keep_house(home)
        yield
        return
    with opened(places.home() / "test", durable=False) as installation:
        os.environ.update(installation.environment(as_owner=True))
        _keep_house(installation.folder)
        yield


def _keep_house(folder: Path) -> None:
    keyfile.make_if_missing(folder / "keys.json")
    os.environ["THIDUA_HOME"] = str(folder)
    os.environ.setdefault("SECRET_KEY", "only-for-measuring-" + "0" * 32)


def _measure(arguments: argparse.Namespace, fill_with: Callable[[Callable[[], None]], None]) -> int:
    import django  # noqa: PLC0415 -- slow import, after the environment is complete

    django.setup()
    from django.db import connections  # noqa: PLC0415 -- after setup

    from thidua.site.bench import running  # noqa: PLC0415 -- after setup

    try:
        fill_with(lambda: running.fill(arguments.entries, arguments.people, say=_progress))
        ways: dict[str, Callable[[], Iterator[str]]] = {
            "check": lambda: running.law(say=_progress),
            "board": lambda: running.months(arguments.account, say=_progress),
            "suggestions": lambda: running.looks(say=_progress),
            "oversight": lambda: running.signs(say=_progress),
            "copies": lambda: running.passages(say=_progress),
            "lists": lambda: running.lines(say=_progress),
            "sheets": lambda: running.files(arguments.account, say=_progress),
            "pages": lambda: running.pages(arguments.account, arguments.only, say=_progress),
        }
        for line in ways[arguments.what]():
            print(line, flush=True)
    finally:
        connections.close_all()
    return 0


def _progress(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)
