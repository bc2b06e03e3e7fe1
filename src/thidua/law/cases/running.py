"""Asks, compares, and says what differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.kernel.errors import Cannot
from thidua.law.answer import Finding
from thidua.law.book import Book
from thidua.law.cases.asking import ASK
from thidua.law.cases.loading import Case, Unreadable
from thidua.law.cite import Cite


@dataclass(frozen=True, slots=True)
class Result:
    """`cited` says whether a listed provision was named; `refused` why there is no answer."""

    case: Case | Unreadable
    answered: Any
    unit: str | None
    cited: bool
    findings: tuple[Finding, ...]
    refused: str | None = None

    @property
    def id(self) -> str:
        return self.case.id

    @property
    def passed(self) -> bool:
        if self.refused or isinstance(self.case, Unreadable):
            return False
        return _comparable(self.answered) == _comparable(self.case.answer) and self.unit == self.case.unit

    def lines(self) -> list[str]:
        """What a reader of a failure needs."""
        expected = "" if isinstance(self.case, Unreadable) else f"expected {self.case.answer}, "
        head = f"{self.id}: {expected}answered {self.refused or self.answered}"
        return [head, *(_line(leaf) for item in self.findings for leaf in item.leaves())]


def _comparable(answer: Any) -> Any:
    """Lists as sets, days as they are written; true and 1 are not the same."""
    if isinstance(answer, (list, tuple)):
        return frozenset(map(str, answer))
    if isinstance(answer, date):
        return answer.isoformat()
    return (type(answer).__name__, answer) if isinstance(answer, (bool, int)) else answer


def _line(leaf: Finding) -> str:
    fact = f" [{leaf.fact_used_vi}]" if leaf.fact_used_vi else ""
    return f"  {leaf.verdict.value:8}{leaf.code}: {leaf.sentence_en} ({leaf.cite.label_en()}){fact}"


def run(book: Book, case: Case | Unreadable) -> Result:
    """Never raises: a case that cannot be answered fails with its reason, and the next one is asked."""
    if isinstance(case, Unreadable):
        return _refused(case, f"unreadable: {case.why}")
    try:
        answered, unit, cites, findings = ASK[case.kind](book.at(case.place), case)
    except Cannot as refusal:
        return _refused(case, f"refused: {refusal}")
    except KeyError as missing:
        return _refused(case, f"refused: khóa hoặc mã {missing} thiếu hoặc không có trong định dạng")
    except (AttributeError, IndexError, TypeError, ValueError) as fault:
        return _refused(case, f"refused: giá trị không đúng định dạng ({fault})")
    return Result(case, answered, unit, _hits(cites, case.cites), findings)


def _refused(case: Case | Unreadable, why: str) -> Result:
    return Result(case, None, None, cited=False, findings=(), refused=why)


def run_all(book: Book, cases: Iterable[Case | Unreadable]) -> tuple[Result, ...]:
    return tuple(run(book, case) for case in cases)


def _hits(named: Iterable[Cite], listed: Iterable[Mapping[str, Any]]) -> bool:
    """At least one listed instrument is named, with its article where one is listed."""
    wanted = {(str(row["instrument"]), _text(row.get("article"))) for row in listed}
    found = {(cite.instrument, cite.article) for cite in named}
    return any(pair in found or (pair[1] is None and _has(found, pair[0])) for pair in wanted)


def _has(found: set[tuple[str, str | None]], instrument: str) -> bool:
    return any(number == instrument for number, _ in found)


def _text(part: object) -> str | None:
    return None if part is None else str(part)
