"""What the law asks for an honour on a day, without a candidate: for looking up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua.law.book import Book
from thidua.law.cite import Cite, Confidence
from thidua.law.conditions import Condition, kind_of
from thidua.law.explain import required


@dataclass(frozen=True, slots=True)
class Standard:
    """One condition as it is read; `by` is the ground it belongs to, where it belongs to one."""

    code: str
    kind: str
    sentence_vi: str
    sentence_en: str
    required: str | None
    cite: Cite
    confidence: Confidence
    by: str | None
    parts: tuple["Standard", ...]

    def lines(self, depth: int = 0) -> Iterator[tuple[int, "Standard"]]:
        """The standard and those below it, each with how deep it lies."""
        yield depth, self
        for part in self.parts:
            yield from part.lines(depth + 1)


@dataclass(frozen=True, slots=True)
class Looked:
    """`since` and `until`: the days for which the same rule stands."""

    since: date
    until: date | None
    standards: tuple[Standard, ...]
    obstacles: tuple[Standard, ...]


def look_up(book: Book, honour: str, kind: str, on: date) -> Looked:
    rule = book.rule(honour, kind, on)
    return Looked(
        since=rule.since,
        until=rule.until,
        standards=tuple(standard_of(item, on) for item in rule.standards_on(on)),
        obstacles=tuple(standard_of(item, on) for item in rule.obstacles_on(on)),
    )


def standard_of(condition: Condition, on: date) -> Standard:
    """A condition in words, with the parts that stand on the day."""
    vi, en = kind_of(condition).sentences(condition.args)
    return Standard(
        code=condition.code,
        kind=condition.kind,
        sentence_vi=vi,
        sentence_en=en,
        required=required(condition),
        cite=condition.cite,
        confidence=condition.confidence,
        by=condition.by,
        parts=tuple(standard_of(part, on) for part in condition.parts if part.holds_on(on)),
    )
