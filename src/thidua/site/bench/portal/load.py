"""A bounded load on loopback: so many clients, each asking again as soon as it was answered."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import perf_counter

from thidua.site.bench.peers import CannotCompare

END = b"\r\n\r\n"
LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


@dataclass(frozen=True)
class Question:
    """One request, and a word that a right answer holds."""

    port: int
    path: str
    word: str
    method: str = "GET"
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Answered:
    """Milliseconds of each right answer, and how many were wrong."""

    seconds: float = 0.0
    each: list[float] = field(default_factory=list)
    n_wrong: int = 0
    first_wrong: str = ""
    n_bytes: int = 0

    @property
    def per_second(self) -> float:
        return len(self.each) / self.seconds

    @property
    def median(self) -> float:
        return median(self.each)

    @property
    def p95(self) -> float:
        return quantiles(self.each, n=20)[-1]


def drive(question: Question, *, clients: int, seconds: float) -> Answered:
    found = Answered()
    begin = perf_counter()
    threads = [threading.Thread(target=_ask, args=(question, begin + seconds, found)) for _ in range(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    found.seconds = perf_counter() - begin
    return found


def _ask(question: Question, until: float, found: Answered) -> None:
    """Bytes that were made once, over one connection: what the readers cost is taken from both sides alike."""
    sent, word = _bytes(question), question.word.encode()
    with socket.create_connection(("127.0.0.1", question.port), timeout=30) as there:
        while (began := perf_counter()) < until:
            there.sendall(sent)
            head, content = _answer(there)
            if head.startswith(b"HTTP/1.1 200") and word in content:
                found.each.append((perf_counter() - began) * 1_000)
                found.n_bytes = len(content)
            else:
                found.n_wrong += 1
                found.first_wrong = found.first_wrong or f"{_status(head)} {content[:300]!r}"


def _status(head: bytes) -> str:
    return head.split(b"\r\n", 1)[0].partition(b" ")[2].decode("latin-1")


def _bytes(question: Question) -> bytes:
    body = question.body.encode()
    headers = {"Host": f"127.0.0.1:{question.port}", **question.headers, "Content-Length": str(len(body))}
    lines = [
        f"{question.method} {question.path} HTTP/1.1",
        *(f"{name}: {text}" for name, text in headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _answer(there: socket.socket) -> tuple[bytes, bytes]:
    """Both servers say how long an answer is, and keep the connection."""
    got = b""
    while END not in got:
        got += _more(there)
    head, _, content = got.partition(END)
    length = LENGTH.search(head)
    if length is None:
        raise CannotCompare(f"An answer without its length: {head[:300]!r}")
    while len(content) < int(length[1]):
        content += _more(there)
    return head, content


def _more(there: socket.socket) -> bytes:
    got = there.recv(65_536)
    if not got:
        raise CannotCompare("The server has closed the connection.")
    return got
