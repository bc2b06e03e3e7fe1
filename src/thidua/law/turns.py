"""The days on which something in the law begins or ends: where looking up can find a change."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from thidua.law.book import SOURCES, Book
from thidua.law.conditions import Condition
from thidua.law.files import load
from thidua.law.parameters import parameter, parameter_names

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def turns(book: Book) -> tuple[date, ...]:
    """Every such day, earliest first; a single honour changes on few of them."""
    found: set[date | None] = {*_of_the_files(), *_of_the_values()}
    for rule in book.rules:
        found |= {rule.since, rule.until, *_of_conditions((*rule.standards, *rule.obstacles))}
    for rules in book.local:
        found |= {rules.since, rules.until}
    return tuple(sorted(day for day in found if day is not None))


def _of_conditions(conditions: Iterable[Condition]) -> Iterator[date | None]:
    for condition in conditions:
        yield from (condition.since, condition.until)
        yield from _of_conditions(condition.parts)


@cache
def _of_the_values() -> frozenset[date]:
    return frozenset(value.since for name in parameter_names() for value in parameter(name).values)


@cache
def _of_the_files() -> frozenset[date]:
    return frozenset(day for name in SOURCES for day in _days_in(load(name)))


def _days_in(content: object) -> Iterator[date]:
    """Whatever is written as a day, key or value, however deep."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _days_in(key)
            yield from _days_in(value)
    elif isinstance(content, list):
        for value in content:
            yield from _days_in(value)
    elif isinstance(content, str) and DAY.fullmatch(content):
        yield date.fromisoformat(content)
