"""A bounded load on loopback: so many clients, each asking again as soon as it was answered."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import perf_counter


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
    connection = http.client.HTTPConnection("127.0.0.1", question.port, timeout=30)
    word = question.word.encode()
    while (began := perf_counter()) < until:
        body = question.body.encode() if question.body else None
        connection.request(question.method, question.path, body, dict(question.headers))
        answer = connection.getresponse()
        content = answer.read()
        if answer.status == 200 and word in content:
            found.each.append((perf_counter() - began) * 1_000)
            found.n_bytes = len(content)
        else:
            found.n_wrong += 1
            found.first_wrong = found.first_wrong or f"{answer.status} {content[:300]!r}"
    connection.close()
