"""Which items of a record make up a named yearly fact."""

from collections.abc import Callable

from thidua.law.facts import Award, Initiative
from thidua.law.question import Question
from thidua.law.series import Occurrence, Row

GRADES = ("failed", "completed", "good", "excellent")
# A ministry stands beside a province: its scope serves where a province's is asked, and the reverse.
SCOPES = {"base": 0, "district": 1, "province": 2, "ministry": 2, "nation": 3}
LOWER_TITLES = {
    "CSTDCT": frozenset({"CSTDCS"}),
    "CSTDTQ": frozenset({"CSTDCS", "CSTDCT"}),
}

UNKNOWN = Row(is_open=True)


def occurrences(question: Question, name: str) -> Row:
    """The occurrences of a yearly fact in a record."""
    kind, _, rest = name.partition(":")
    return READERS[kind](question, rest)


def _titles(question: Question, code: str) -> Row:
    """Titles given, and the one proposed in the same file for the year asked."""
    given = question.record.titles
    held = (Occurrence(t.year, t.checked) for t in given or () if t.honour == code)
    return Row((*_provisional(question, code), *held), is_open=given is None)


def _provisional(question: Question, code: str) -> tuple[Occurrence, ...]:
    if code in question.provisional and question.year is not None:
        return (Occurrence(question.year),)
    return ()


def _awards(question: Question, rest: str, year: Callable[[Award], int | None]) -> Row:
    code, _, by = rest.partition(":")
    given = question.record.awards
    if given is None:
        return UNKNOWN
    wanted = (a for a in given if a.honour == code and by in ("", a.by))
    return Row([Occurrence(year(a), a.checked) for a in wanted])


def _given(question: Question, rest: str) -> Row:
    return _awards(question, rest, lambda award: award.given_in)


def _merit_end(question: Question, rest: str) -> Row:
    """The years with which the merit of each award ended."""
    return _awards(question, rest, lambda award: award.merit_until)


def _grades(question: Question, least: str) -> Row:
    given = question.record.grades
    if given is None:
        return UNKNOWN
    rank = GRADES.index(least)
    return Row([Occurrence(g.year, g.checked) for g in given if GRADES.index(g.grade) >= rank])


def _initiatives(question: Question, rest: str) -> Row:
    """Read "base:initiative": recognised at least there, of this kind or "any", not used up."""
    scope, _, kind = rest.partition(":")
    given = question.record.initiatives
    if given is None:
        return UNKNOWN
    usable = (i for i in given if _usable(i, question.honour) and kind in ("any", i.kind))
    wide = (i for i in usable if SCOPES[i.scope] >= SCOPES[scope])
    return Row([Occurrence(i.year, i.checked) for i in wide])


def _usable(initiative: Initiative, honour: str) -> bool:
    """An initiative serves once; a lower fighter title leaves it to the next one up."""
    used = initiative.used_for
    return used is None or used in LOWER_TITLES.get(honour, ())


READERS: dict[str, Callable[[Question, str], Row]] = {
    "title": _titles,
    "award": _given,
    "merit": _merit_end,
    "grade": _grades,
    "initiative": _initiatives,
}
