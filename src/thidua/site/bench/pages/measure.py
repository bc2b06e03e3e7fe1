"""Times each page of each screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from thidua.site.bench.pages import screens
from thidua.site.bench.pages.lists import MUCH, NAME, NOTHING, SHORT, pages_of
from thidua.site.bench.pages.visitor import Visitor
from thidua.site.bench.timing import REPEATS, Times


@dataclass(frozen=True, slots=True)
class Row:
    screen: str
    what: str
    path: str
    status: int
    times: Times
    n_queries: int
    n_bytes: int


def measure_all(
    username: str,
    *,
    n: int = REPEATS,
    only: str = "",
    try_filters: bool = True,
    say: Callable[[str], None] = lambda _: None,
) -> Iterator[Row]:
    """`only` narrows to screens whose names begin so; without `try_filters` the worst are not looked for."""
    visitor = Visitor(username)
    for name, path in sorted(screens.walked(visitor).items()):
        if name.startswith(only):
            say(f"timing {name}")
            for what, address in _addresses(visitor, name, path, try_filters=try_filters):
                yield _row(visitor, name, what, address, n)


def _addresses(visitor: Visitor, name: str, path: str, *, try_filters: bool) -> Iterator[tuple[str, str]]:
    if screens.is_list(name):
        yield from pages_of(visitor, path, try_filters=try_filters)
    elif name == "search":
        for words in (NOTHING, MUCH, SHORT, NAME):
            yield f"search: {words}", f"{path}?{urlencode({_word_field(visitor, path): words})}"
    else:
        yield "page", path


def _word_field(visitor: Visitor, path: str) -> str:
    fields = visitor.look(path).page.words
    return fields[0] if fields else "q"


def _row(visitor: Visitor, name: str, what: str, path: str, n: int) -> Row:
    times = visitor.times(path, n)
    look = visitor.look(path)
    return Row(name, what, path, look.status, times, look.n_queries, look.n_bytes)
