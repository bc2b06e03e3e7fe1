"""The tags of a template, each with the place where an officer finds it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from thidua.documents.sentences import Sentence
from thidua.documents.templating.opening import W

# Bounded, so that a text full of beginnings is not searched to its end from each of them.
TAG = re.compile(r"\{\{.{0,400}?\}\}|\{%.{0,400}?%\}|\{#.{0,400}?#\}", re.DOTALL)
BROKEN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}|\{_|_\}")
PARTS = {
    "word/header": Sentence("đầu trang", "header"),
    "word/footer": Sentence("chân trang", "footer"),
    "word/footnotes": Sentence("chú thích", "footnotes"),
}

NOWHERE = Sentence("", "")


@dataclass(frozen=True, slots=True)
class Tag:
    """`text` as it stands in the document, with its braces; `is_whole` when both ends are there."""

    text: str
    place: Sentence
    in_table: bool
    is_whole: bool = True


def tags_of(parts: Mapping[str, etree._Element]) -> Iterator[list[Tag]]:
    """Part by part: a loop never reaches from one into another."""
    for name, tree in parts.items():
        yield list(_of_part(name, tree))


def _of_part(name: str, tree: etree._Element) -> Iterator[Tag]:
    tables = {table: n for n, table in enumerate(tree.iter(f"{W}tbl"), 1)}
    n_loose = 0
    for paragraph in tree.iter(f"{W}p"):
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        n_loose += cell is None
        marks = list(_marks(_text(paragraph)))
        # Counting rows takes time: only where there is something to tell.
        place = _place(name, tables, cell, n_loose) if marks else NOWHERE
        for text, is_whole in marks:
            yield Tag(text, place, cell is not None, is_whole)


def _text(paragraph: etree._Element) -> str:
    """Its own words, however many runs Word has cut them into; not those of a box within it."""
    own = (t for t in paragraph.iter(f"{W}t") if next(t.iterancestors(f"{W}p")) is paragraph)
    return "".join(t.text or "" for t in own)


def _marks(text: str) -> Iterator[tuple[str, bool]]:
    found = TAG.findall(text)
    yield from ((tag, True) for tag in found)
    rest = TAG.sub("", text)
    if lost := BROKEN.search(rest):
        yield rest[max(lost.start() - 5, 0) : lost.start() + 40], False


def _place(
    name: str, tables: Mapping[etree._Element, int], cell: etree._Element | None, n_loose: int
) -> Sentence:
    where = next((said for start, said in PARTS.items() if name.startswith(start)), None)
    before = Sentence(f"{where.vi}, ", f"{where.en}, ") if where else Sentence("", "")
    if cell is None:
        return Sentence(f"{before.vi}đoạn {n_loose}", f"{before.en}paragraph {n_loose}")
    row = cell.getparent()
    table = next(cell.iterancestors(f"{W}tbl"))
    n_row = 1 + sum(1 for _ in row.itersiblings(f"{W}tr", preceding=True)) if row is not None else 1
    n_cell = 1 + sum(1 for _ in cell.itersiblings(f"{W}tc", preceding=True))
    return Sentence(
        f"{before.vi}bảng {tables[table]}, hàng {n_row}, ô {n_cell}",
        f"{before.en}table {tables[table]}, row {n_row}, cell {n_cell}",
    )
