"""What another day changes: in the standards of an honour, and in the answer for one record."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from thidua.law.answer import Answer, Finding
from thidua.law.book import Book
from thidua.law.engine import decide
from thidua.law.lookup import Standard, look_up
from thidua.law.question import Question

Node = TypeVar("Node", Finding, Standard)
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change(Generic[Node]):
    """A condition that differs between two days; None on the day on which it doesn't stand."""

    path: Path
    before: Node | None
    after: Node | None

    @property
    def code(self) -> str:
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Changes:
    """The same record under the law of two days."""

    before: Answer
    after: Answer
    findings: tuple[Change[Finding], ...]

    @property
    def flips(self) -> bool:
        return self.before.verdict is not self.after.verdict

    def flipped(self) -> tuple[Change[Finding], ...]:
        """The conditions that stand on both days and are answered differently."""
        both = (item for item in self.findings if item.before and item.after)
        return tuple(item for item in both if _verdict(item.before) is not _verdict(item.after))


def _verdict(finding: Finding | None) -> object:
    return finding.verdict if finding else None


def what_changes(book: Book, question: Question, first: date, second: date) -> Changes:
    """Ask the same of the same record on two days, and say finding by finding what differs."""
    before, after = (decide(book, replace(question, on=day)) for day in (first, second))
    return Changes(before, after, tuple(_compare(before.findings, after.findings)))


def what_the_law_changes(
    book: Book, honour: str, kind: str, first: date, second: date
) -> tuple[Change[Standard], ...]:
    """The standards and obstacles of an honour that differ between two days, without a candidate."""
    before, after = (look_up(book, honour, kind, day) for day in (first, second))
    return tuple(
        _compare((*before.standards, *before.obstacles), (*after.standards, *after.obstacles)),
    )


def _compare(before: Iterable[Node], after: Iterable[Node]) -> Iterator[Change[Node]]:
    old: dict[Path, Node] = dict(_paths(before))
    new: dict[Path, Node] = dict(_paths(after))
    for path in dict.fromkeys([*old, *new]):
        was, now = old.get(path), new.get(path)
        if was is None or now is None or _read(was) != _read(now):
            yield Change(path, was, now)


def _paths(nodes: Iterable[Node], above: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Each condition under the codes that lead to it; a code met again among its siblings is numbered."""
    seen: Counter[str] = Counter()
    for node in nodes:
        seen[node.code] += 1
        name = node.code if seen[node.code] == 1 else f"{node.code}#{seen[node.code]}"
        path = (*above, name)
        yield path, node
        yield from _paths(node.parts, path)


def _read(node: Finding | Standard) -> tuple[object, ...]:
    verdict = node.verdict if isinstance(node, Finding) else None
    return node.sentence_vi, node.required, node.cite, verdict
