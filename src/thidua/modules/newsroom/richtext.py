"""The text of an article: a few kinds of HTML, cleaned before it is kept; see docs/decisions/rich-text.md."""

import html
import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3

TAGS = frozenset({"p", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a", "br"})
# What browsers write when one presses Ctrl+B.
SAME = {"b": "strong", "i": "em", "div": "p", "h1": "h2", "h4": "h3"}
PAIR = re.compile(r"<(/?)(b|i|div|h1|h4)(?=[\s>/])", re.IGNORECASE)
MARKED = re.compile(r"<(p|h2|h3|ul|ol|blockquote|div)[\s>]", re.IGNORECASE)
EMPTY = re.compile(r"<(p|h2|h3|li|blockquote)>(\s|&nbsp;|<br>)*</\1>")
BLANK_LINE = re.compile(r"\n\s*\n")


def cleaned(text: str) -> str:
    """NFC, only the tags that an article needs; plain text becomes paragraphs."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()
    if not MARKED.search(text):
        text = "".join(f"<p>{part.strip()}</p>" for part in BLANK_LINE.split(text) if part.strip())
    text = PAIR.sub(lambda found: f"<{found[1]}{SAME[found[2].lower()]}", text)
    kept = nh3.clean(
        text,
        tags=set(TAGS),
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )
    return EMPTY.sub("", kept).strip()


def paragraphs_of(text: str) -> str:
    """What somebody typed elsewhere without any marks, as paragraphs."""
    return cleaned(html.escape(text, quote=False))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or quotation as plain words."""

    kind: str
    words: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.kind, self.words = "p", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in {"p", "h2", "h3", "li", "blockquote"}:
            self._end()
            self.kind = tag if not (tag == "p" and self.kind == "blockquote") else "blockquote"
        elif tag == "br":
            self.words += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "h2", "h3", "li", "blockquote"}:
            self._end()
            self.kind = "p"

    def handle_data(self, data: str) -> None:
        self.words += data

    def _end(self) -> None:
        if words := " ".join(self.words.split()):
            self.blocks.append(Block(self.kind, words))
        self.words = ""


def blocks_of(body: str) -> list[Block]:
    """Of a cleaned text: for Word, for the search, for the card that is shared."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    reader._end()  # noqa: SLF001
    return reader.blocks


def plain(body: str) -> str:
    return " ".join(block.words for block in blocks_of(body))
