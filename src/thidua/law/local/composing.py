"""National rules with a place's own put into them, day by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from thidua.law.conditions import Condition
from thidua.law.local.rules import Criterion, LocalRules
from thidua.law.rules.build import Rule
from thidua.law.rules.obstacles import FORMS

Span = tuple[date, date | None]


def compose(national: Sequence[Rule], local: Sequence[LocalRules]) -> tuple[Rule, ...]:
    """The rules of a place: each national rule cut at the days on which a local one begins or ends."""
    touched = {(entry.honour, entry.kind) for rules in local for entry in rules.criteria}
    kept = [rule for rule in national if (rule.honour, rule.kind) not in touched]
    cut = [part for rule in national if (rule.honour, rule.kind) in touched for part in _cut(rule, local)]
    return (*kept, *cut, *_own(local))


def _cut(rule: Rule, local: Sequence[LocalRules]) -> Iterator[Rule]:
    concerned = [rules for rules in local if any(_touches(entry, rule) for entry in rules.criteria)]
    for since, until in _spans(rule, concerned):
        entries = [
            entry
            for rules in concerned
            if rules.holds_on(since)
            for entry in rules.criteria
            if _touches(entry, rule)
        ]
        yield _with(replace(rule, since=since, until=until), entries)


def _touches(entry: Criterion, rule: Rule) -> bool:
    is_own = entry.replaces is None and entry.adds is None
    return (entry.honour, entry.kind) == (rule.honour, rule.kind) and not is_own


def _spans(rule: Rule, local: Iterable[LocalRules]) -> list[Span]:
    """The span of a rule cut at every day on which one of the local rules changes."""
    days = {day for rules in local for day in (rules.since, rules.until) if day is not None}
    inside = sorted(day for day in days if rule.since < day and (rule.until is None or day < rule.until))
    starts = [rule.since, *inside]
    return list(zip(starts, [*inside, rule.until], strict=True))


def _with(rule: Rule, entries: Sequence[Criterion]) -> Rule:
    standards, obstacles = rule.standards, rule.obstacles
    for entry in entries:
        if entry.replaces:
            standards = tuple(_put(item, entry) for item in standards)
            obstacles = tuple(_put(item, entry) for item in obstacles)
        elif entry.adds == "obstacles":
            obstacles = (*obstacles, *entry.conditions)
        else:
            standards = (*standards, *entry.conditions)
    return replace(rule, standards=standards, obstacles=obstacles)


def _put(condition: Condition, entry: Criterion) -> Condition:
    """The delegated condition gives way to what the place asks instead, wherever it stands."""
    if condition.code == entry.replaces:
        return _instead(condition, entry)
    if not condition.parts:
        return condition
    return replace(condition, parts=tuple(_put(part, entry) for part in condition.parts))


def _instead(condition: Condition, entry: Criterion) -> Condition:
    """One finding under the code of the condition it replaces, the place's conditions below it."""
    if len(entry.conditions) == 1:
        return replace(entry.conditions[0], code=condition.code, by=entry.conditions[0].by or condition.by)
    return Condition(
        code=condition.code,
        kind="all_of",
        cite=entry.cite,
        args={"vi": "Đạt các tiêu chuẩn do địa phương quy định", "en": "Meets the local standards"},
        parts=entry.conditions,
        confidence=entry.confidence,
        by=condition.by,
    )


def _own(local: Sequence[LocalRules]) -> Iterator[Rule]:
    """The rules of a place's own honours; what bars a form of commendation bars them too."""
    for rules in local:
        for entry in rules.criteria:
            if entry.replaces is None and entry.adds is None:
                added = _added_obstacles(rules, entry)
                yield Rule(
                    entry.honour,
                    entry.kind,
                    rules.since,
                    rules.until,
                    entry.conditions,
                    (*FORMS, *added),
                )


def _added_obstacles(rules: LocalRules, own: Criterion) -> tuple[Condition, ...]:
    return tuple(
        condition
        for entry in rules.criteria
        if entry.adds == "obstacles" and (entry.honour, entry.kind) == (own.honour, own.kind)
        for condition in entry.conditions
    )
