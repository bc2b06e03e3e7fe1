"""The article page and its comment form under load, beside a stock Wagtail article page in the same run."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from thidua.site.bench.peers import CannotCompare
from thidua.site.bench.portal import ours, peer
from thidua.site.bench.portal.load import Answered, Question, drive
from thidua.site.installation import command

Say = Callable[[str], None]
ROUNDS, WARM = 3, 2.0


@dataclass(frozen=True, slots=True)
class Bounds:
    articles: int
    clients: int
    seconds: float
    workers: int = 2


def portal(root: Path, url: str, bounds: Bounds, say: Say) -> Iterator[str]:
    say("a Wagtail site with as many pages")
    peer.fill(root, url, bounds.articles)
    try:
        with _serving(root, url, bounds) as (our_port, peer_port):
            questions = {
                "thidua, article": ours.page(our_port),
                "Wagtail, article": peer.page(peer_port, bounds.articles),
                "thidua, comment form": ours.comment(our_port),
            }
            yield from _report(_rounds(questions, bounds, say), bounds)
    finally:
        peer.drop(url)


@contextmanager
def _serving(root: Path, url: str, bounds: Bounds) -> Iterator[tuple[int, int]]:
    """Both at once, each idle while the other is asked."""
    our_port, peer_port = _free_port(), _free_port()
    web = command("web", "--port", str(our_port), "--workers", str(bounds.workers))
    theirs = peer.command(peer_port, bounds.workers)
    with _running(web, os.environ, our_port), _running(theirs, peer.environment(root, url), peer_port):
        yield our_port, peer_port


@contextmanager
def _running(words: Sequence[str], environment: Mapping[str, str], port: int) -> Iterator[None]:
    process = subprocess.Popen(words, env=environment, start_new_session=True)
    try:
        _wait(process, port)
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise CannotCompare(f"Máy chủ trang ở cổng {port} đã dừng.")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise CannotCompare(f"Máy chủ trang ở cổng {port} không trả lời.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _rounds(questions: Mapping[str, Question], bounds: Bounds, say: Say) -> dict[str, list[Answered]]:
    """One after the other, three times over, so that a slow minute of the machine falls on all."""
    for name, question in questions.items():
        warm = drive(question, clients=bounds.clients, seconds=WARM)
        if not warm.each:
            raise CannotCompare(f"{name}: {warm.first_wrong}")
    found: dict[str, list[Answered]] = {name: [] for name in questions}
    for turn in range(ROUNDS):
        for name, question in questions.items():
            say(f"{name}, {turn + 1} of {ROUNDS}")
            found[name].append(drive(question, clients=bounds.clients, seconds=bounds.seconds))
    return found


def _report(found: Mapping[str, list[Answered]], bounds: Bounds) -> Iterator[str]:
    yield (
        f"{bounds.articles:,} articles on each side; {bounds.clients} clients, {bounds.workers} processes, "
        f"{ROUNDS} rounds of {bounds.seconds:g} s; no cache of pages, the database read at each request"
    )
    yield ""
    yield "| | requests a second | median ms | p95 ms | kB | wrong answers |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, rounds in found.items():
        yield _line(name, rounds)
    first, second = (median(one.per_second for one in rounds) for rounds in list(found.values())[:2])
    yield ""
    yield f"the article page answers {first / second:.1f} times as many requests as the peer"


def _line(name: str, rounds: Sequence[Answered]) -> str:
    rate, half, most = (
        median(getattr(one, part) for one in rounds) for part in ("per_second", "median", "p95")
    )
    n_wrong = sum(one.n_wrong for one in rounds)
    return f"| {name} | {rate:.0f} | {half:.1f} | {most:.1f} | {rounds[-1].n_bytes / 1024:.1f} | {n_wrong} |"
