"""What each honour still lacks, and the first year in which it can be reached."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from thidua.law.answer import Answer, Finding
from thidua.law.book import Book
from thidua.law.engine import decide
from thidua.law.outlook import earliest_year
from thidua.law.question import Question
from thidua.law.verdict import Verdict

# Unknown things that no record mends weigh more than a fact to be supplied or a year to come.
WEIGHT = {"fact": 2, None: 3, "local_rule": 40, "judgement": 50}
NEVER = 1_000


@dataclass(frozen=True, slots=True)
class Prospect:
    """`gaps`: the conditions between the record and a yes, along its nearest way; empty for a yes."""

    honour: str
    answer: Answer
    gaps: tuple[Finding, ...]
    first_year: int | None


def prospect(book: Book, question: Question) -> Prospect:
    answer = decide(book, question)
    return Prospect(question.honour, answer, gaps(answer), earliest_year(book, question))


def prospects(book: Book, question: Question, honours: Iterable[str] | None = None) -> tuple[Prospect, ...]:
    """The same record asked for every honour its kind may get on the day, the highest first."""
    asked = tuple(honours) if honours is not None else open_to(book, question)
    return tuple(prospect(book, replace(question, honour=code)) for code in asked)


def open_to(book: Book, question: Question) -> tuple[str, ...]:
    """The honours that exist on the day, have rules, and are for this kind of recipient."""
    return tuple(
        code
        for code, honour in book.honours.items()
        if question.kind in honour.recipient
        and honour.exists_on(question.on)
        and any(rule.holds_on(question.on) for rule in book.dated(code, question.kind))
    )


def gaps(answer: Answer) -> tuple[Finding, ...]:
    """What still lacks for a yes: of alternatives, the way with the least to do."""
    return tuple(gap for finding in answer.findings for gap in _gaps(finding))


def _gaps(finding: Finding) -> Iterator[Finding]:
    if finding.verdict is Verdict.YES:
        return
    if not finding.parts:
        yield finding
    elif finding.kind == "one_of":
        yield from _gaps(min(finding.parts, key=_effort))
    elif finding.kind == "none_of":
        yield finding
    else:
        for part in finding.parts:
            yield from _gaps(part)


def _effort(finding: Finding) -> int:
    return sum(_weight(gap) for gap in _gaps(finding))


def _weight(gap: Finding) -> int:
    if gap.verdict is Verdict.NO and gap.kind in ("group", "never", "older"):
        return NEVER
    return WEIGHT[gap.unknown_reason]
