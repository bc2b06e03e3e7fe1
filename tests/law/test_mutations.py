"""Every figure in the rules matters: one step more or less changes an answer to some case.

The cases are those of the case files; a figure that no case watches fails here by name.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from thidua.law import Question, national_book
from thidua.law.book import Book
from thidua.law.cases import Case, load_cases
from thidua.law.cases.asking import question_of
from thidua.law.conditions import Condition
from thidua.law.engine import barred, decide
from thidua.law.rules import Rule

HERE = Path(__file__).parent
BOOK = national_book()
FIGURES = ("at_least", "times", "percent", "months", "years", "days", "below", "fair_from_months", "at_most")
CASES = [
    case
    for name in ("cases.yaml", "cases_statute.yaml", "cases_boundaries.yaml", "cases_format.yaml")
    for case in load_cases(HERE / name)
    if case.kind in ("eligible", "barred")
]


def figures(items: tuple[Condition, ...]) -> Iterator[tuple[Condition, str, int]]:
    for item in items:
        for key in FIGURES:
            value = item.args.get(key)
            if isinstance(value, int) and not isinstance(value, bool) and value > 0:
                yield item, key, value
        yield from figures(item.parts)


def changed(item: Condition, target: Condition, key: str, value: int) -> Condition:
    """The condition with the figure changed wherever the target stands in it."""
    parts = tuple(changed(part, target, key, value) for part in item.parts)
    if item == target:
        return replace(item, args={**item.args, key: value})
    return item if parts == item.parts else replace(item, parts=parts)


def mutated(rule: Rule, target: Condition, key: str, value: int) -> Rule:
    standards, obstacles = (
        tuple(changed(item, target, key, value) for item in group)
        for group in (rule.standards, rule.obstacles)
    )
    return replace(rule, standards=standards, obstacles=obstacles)


def in_force(rule: Rule, item: Condition) -> bool:
    """A dated condition may stand in a rule without ever being in force with it."""
    since = max(rule.since, item.since or rule.since)
    until = min(rule.until or date.max, item.until or date.max)
    return since < until


def distinct() -> dict[str, tuple[Condition, str, int]]:
    """Each figure once, however many rules share its condition."""
    found = {}
    for rule in BOOK.rules:
        own = rule.standards
        for group in (rule.standards, rule.obstacles):
            for item, key, value in figures(group):
                if in_force(rule, item):
                    whose = f"{rule.honour} {rule.kind} {rule.since}" if group is own else "obstacle"
                    name = f"{whose}: {item.code} {item.cite.label_en()} {key} {value} {sorted(item.args.items())!r}"
                    found.setdefault(f"{name} {item.since}", (item, key, value))
    return found


DISTINCT = distinct()


def asked_of(rule: Rule) -> list[tuple[Case, Question]]:
    return [
        (case, question)
        for case, question in QUESTIONS
        if (question.honour, question.kind) == (rule.honour, rule.kind)
        and rule.holds_on(question.on)
        and case.place is None
    ]


def answers(book: Book, rule: Rule) -> list[str]:
    given = []
    for case, question in asked_of(rule):
        ask = decide if case.kind == "eligible" else barred
        given.append(ask(book, question).verdict.value)
    return given


QUESTIONS = [(case, question_of(case)) for case in CASES]
BEFORE = {id(rule): answers(BOOK, rule) for rule in BOOK.rules}


def is_caught(target: Condition, key: str, value: int) -> bool:
    for rule in BOOK.rules:
        mutant = mutated(rule, target, key, value)
        if mutant != rule and BEFORE[id(rule)]:
            others = tuple(mutant if each is rule else each for each in BOOK.rules)
            if answers(replace(BOOK, rules=others), rule) != BEFORE[id(rule)]:
                return True
    return False


# That the award is there at all is asked again by the years that follow it.
PRESENCE = ("base_award", "right_after")


@pytest.mark.parametrize("name", sorted(DISTINCT))
def test_a_changed_figure_changes_an_answer(name: str) -> None:
    target, key, value = DISTINCT[name]
    steps = (1,) if target.code in PRESENCE else (-1, 1)
    missed = [step for step in steps if not is_caught(target, key, value + step)]
    assert missed == []
