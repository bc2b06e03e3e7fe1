"""A list's pages worth timing: the first, the last, and the worst of its filters and searches."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlencode, urlsplit

from thidua.site.bench.pages.reading import Page
from thidua.site.bench.pages.visitor import Visitor
from thidua.site.bench.timing import milliseconds

DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Nobody is called so; a third of all are; two letters that no index of three can help with; a whole name.
NOTHING, MUCH, SHORT, NAME = "zzqx khong co ai", "nguyen", "an", "tran van hung"
MOST_CHOICES = 14
Address = tuple[str, str]


def pages_of(visitor: Visitor, path: str, *, try_filters: bool) -> Iterator[Address]:
    """(what it is, address) of each page to be timed."""
    page = visitor.look(path).page
    yield "first page", path
    if page.next:
        yield "second page", _with(path, trang=page.next)
        yield from _last(visitor, path, page.next)
    if page.words:
        word = page.words[0]
        yield "search: nothing found", _with(path, **{word: NOTHING})
        yield "search: much found", _with(path, **{word: MUCH})
    if try_filters:
        yield from _worst(visitor, path, page)


def _with(path: str, **query: str) -> str:
    return f"{urlsplit(path).path}?{urlencode(query)}"


def _last(visitor: Visitor, path: str, token: str) -> Iterator[Address]:
    """The page before the end: of two tokens beyond both ends, one gives it."""
    for beyond in (_extreme(token, high=True), _extreme(token, high=False)):
        address = _with(path, trang=beyond)
        page = visitor.look(address).page
        if page.previous:
            yield "last page", address
            return


def _extreme(token: str, *, high: bool) -> str:
    """A token that asks for the page before a key which no row reaches."""
    _, *values = _values(token)
    return _token([1, *(_beyond(value, high=high) for value in values)])


def _values(token: str) -> list[Any]:
    values: list[Any] = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    return values


def _token(values: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _beyond(value: Any, *, high: bool) -> Any:
    if not isinstance(value, str):
        return 32_000 if high else -1
    if DAY.match(value):
        extreme = "9999-12-31" if high else "0001-01-01"
        return extreme + value[10:]
    return "\U0010ffff" if high else ""


def _worst(visitor: Visitor, path: str, page: Page) -> Iterator[Address]:
    """Each filter is tried once; the slowest is timed, alone and together with the slowest search."""
    searches = [{page.words[0]: words} for words in (SHORT, MUCH, NOTHING, NAME)] if page.words else []
    filters = [{name: value} for name, values in page.choices.items() for value in _some(values)]
    links = [
        dict(q.split("=", 1) for q in urlsplit(link).query.split("&") if "=" in q)
        for link in _own(page, path)
    ]
    slowest_search = _slowest(visitor, path, searches)
    slowest = _slowest(visitor, path, [*filters, *links])
    for chosen in (
        slowest_search,
        slowest,
        {**slowest, **slowest_search} if slowest and slowest_search else {},
    ):
        if chosen:
            yield "filter: " + ", ".join(f"{k}={v}" for k, v in chosen.items()), _with(path, **chosen)


def _some(values: list[str]) -> list[str]:
    return (
        values
        if len(values) <= MOST_CHOICES
        else [*values[: MOST_CHOICES // 2], *values[-MOST_CHOICES // 2 :]]
    )


def _own(page: Page, path: str) -> list[str]:
    """The counter chips and tabs of the list itself."""
    here = urlsplit(path).path
    parts = [link for link in page.links if urlsplit(link).path in {"", here} and urlsplit(link).query]
    return sorted({link for link in parts if "trang=" not in link})


def _slowest(visitor: Visitor, path: str, queries: list[dict[str, str]]) -> dict[str, str]:
    timed = [
        (milliseconds(partial(visitor.look, _with(path, **query))), n) for n, query in enumerate(queries)
    ]
    return queries[max(timed)[1]] if timed else {}
