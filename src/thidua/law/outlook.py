"""The earliest year in which a candidate can meet the standards."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from thidua.law.book import Book
from thidua.law.engine import decide
from thidua.law.facts import Initiative, Title, YearGrade
from thidua.law.question import Question
from thidua.law.record import Record
from thidua.law.verdict import Verdict

Fact = TypeVar("Fact")
AS_FAR_AS = 12
YEARLY_TITLES = {
    "individual": ("LDTT", "CSTDCS"),
    "collective": ("TTLDTT", "TTLDXS"),
    "household": ("GDVH",),
}


def earliest_year(book: Book, question: Question, limit: int = AS_FAR_AS) -> int | None:
    """If every year to come is excellent: the first year that would do; None within `limit` years.

    Titles and grades of years that close after the question's day are taken for granted, with an
    initiative a year; awards, wider recognition and what people judge are not.
    """
    first = question.year or question.on.year
    for year in range(first, first + limit + 1):
        if decide(book, _then(question, year)).verdict is Verdict.YES:
            return year
    return None


def _then(question: Question, year: int) -> Question:
    day = max(question.on, date(year, 12, 31)) if year > question.on.year else question.on
    record = with_good_years(question, range(question.on.year, year + 1))
    return replace(question, on=day, year=year if question.year else None, record=record)


def with_good_years(question: Question, years: Iterable[int]) -> Record:
    """The record with excellent results in the years to come that it says nothing of."""
    record, to_come = question.record, [year for year in years if year > question.on.year]
    graded = {item.year for item in record.grades or ()}
    grades = [YearGrade(year, "excellent") for year in to_come if year not in graded]
    titles = [Title(code, year) for year in to_come for code in YEARLY_TITLES[question.kind]]
    initiatives = [Initiative(year, "base") for year in to_come]
    return replace(
        record,
        grades=_more(record.grades, grades),
        titles=_more(record.titles, titles),
        initiatives=_more(record.initiatives, initiatives),
    )


def _more(known: tuple[Fact, ...] | None, added: Iterable[Fact]) -> tuple[Fact, ...] | None:
    """An unknown list stays unknown."""
    return None if known is None else (*known, *added)
