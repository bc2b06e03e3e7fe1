"""What a sweep asks: every honour with a rule on the day, on the ground of yearly results where it has one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.law.book import Book
from thidua.law.conditions import Condition
from thidua.law.honours import Honour, catalogue, honour
from thidua.law.question import By
from thidua.law.rules import Rule

KINDS = ("individual", "collective", "household")


@dataclass(frozen=True, slots=True)
class Asked:
    """One honour for one kind of recipient; all asked together share day and year."""

    honour: Honour
    kind: str
    by: By | None
    rule: Rule


@dataclass(frozen=True, slots=True)
class Sweep:
    """A day, the year in question, and all that is asked."""

    on: date
    year: int
    asked: tuple[Asked, ...]

    def of_kind(self, kind: str) -> tuple[Asked, ...]:
        return tuple(item for item in self.asked if item.kind == kind)


def plan(
    book: Book,
    on: date,
    year: int | None = None,
    codes: Sequence[str] = (),
    by: By | None = None,
) -> Sweep:
    """Without codes every honour; without `by` yearly results, which is what a record shows."""
    wanted = [honour(code) for code in codes] or list(catalogue().values())
    found = tuple(_found(book, wanted, on, by))
    return Sweep(on, on.year - 1 if year is None else year, found)


def _found(book: Book, wanted: Sequence[Honour], on: date, by: By | None) -> Iterator[Asked]:
    for each in wanted:
        for kind in KINDS:
            if kind not in each.recipient or not each.exists_on(on):
                continue
            rules = [rule for rule in book.dated(each.code, kind) if rule.holds_on(on)]
            if rules:
                yield Asked(each, kind, by or _ground(rules[0]), rules[0])


def _ground(rule: Rule) -> By | None:
    return "results" if any(map(_is_by_results, rule.standards)) else None


def _is_by_results(condition: Condition) -> bool:
    return condition.by == "results" or any(map(_is_by_results, condition.parts))
