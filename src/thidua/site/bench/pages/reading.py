"""What a page offers: its links, the fields of its filter bar, the tokens of its pager."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

Attributes = dict[str, str]


@dataclass
class Page:
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    next: str = ""
    previous: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._in_filters = False
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._link(tag, given)
        if tag == "form":
            self._in_filters = "data-filters" in given or "filters" in given.get("class", "").split()
        elif self._in_filters:
            self._field(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_filters = False
        if tag == "select":
            self._select = ""

    def _link(self, tag: str, given: Attributes) -> None:
        address = given.get("href", "") if tag == "a" else given.get("hx-get", "")
        # A whole list as a file takes as long as the list is long: it is no screen.
        if address and "download" not in given:
            self.page.links.append(address)
        if tag == "a" and given.get("rel") in {"next", "prev"}:
            token = parse_qs(urlsplit(address).query).get("trang", [""])[0]
            setattr(self.page, "next" if given["rel"] == "next" else "previous", token)

    def _field(self, tag: str, given: Attributes) -> None:
        name = given.get("name", "")
        kind = given.get("type", "text")
        is_day = "day" in given.get("class", "").split()
        if tag == "input" and kind in {"text", "search"} and not is_day:
            self.page.words.append(name)
        elif tag == "input" and kind in {"checkbox", "radio"}:
            self.page.choices.setdefault(name, []).append(given.get("value", "on"))
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and given.get("value"):
            self.page.choices.setdefault(self._select, []).append(given["value"])


def read(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    return reader.page
