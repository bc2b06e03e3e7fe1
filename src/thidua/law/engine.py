"""Compares candidates with the law. One candidate is a table of one row: the same code for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import get_args

from thidua.law.answer import Answer, Finding
from thidua.law.book import Book, CannotAnswer, before_horizon
from thidua.law.cite import Cite
from thidua.law.conditions import Condition, Outcome, evaluate
from thidua.law.explain import finding
from thidua.law.honours import SINCE_ALWAYS, Honour
from thidua.law.instruments import WARNING_D, regime
from thidua.law.masks import OLDEST
from thidua.law.question import By, Question
from thidua.law.rules import Rule
from thidua.law.table import Table
from thidua.law.tri import Tri
from thidua.law.verdict import Verdict

Compared = tuple[Condition, Outcome]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole table against one rule."""

    table: Table
    obstacles: tuple[Compared, ...]
    standards: tuple[Compared, ...]

    def clear(self) -> Tri:
        return _together(self.obstacles, len(self.table))

    def met(self) -> Tri:
        return _together(self.standards, len(self.table))

    def eligible(self) -> Tri:
        return self.clear() & self.met()

    def barred(self) -> Tri:
        """Shut when a stated fact alone decides; doubtful when a possible obstacle is doubtful."""
        clear = self.clear()
        yes = self.eligible().no
        return Tri(yes, clear.yes & ~yes)


def _together(compared: tuple[Compared, ...], n: int) -> Tri:
    start = Tri.always(Verdict.YES, n)
    return reduce(and_, (outcome.tri for _, outcome in compared), start)


def compare(rule: Rule, table: Table) -> Comparison:
    on = table.on
    return Comparison(
        table,
        tuple((item, evaluate(item, table)) for item in rule.obstacles_on(on)),
        tuple((item, evaluate(item, table)) for item in rule.standards_on(on)),
    )


def sweep(book: Book, questions: Sequence[Question]) -> Tri:
    """The same question about many candidates: honour, kind, day, year and ground are shared."""
    first = questions[0]
    book = book.at(first.place)
    _refuse_mixed(questions)
    _refuse_context(book, first)
    return compare(book.rule(first.honour, first.kind, first.on), Table.of(questions)).eligible()


def _refuse_mixed(questions: Sequence[Question]) -> None:
    if len({(q.honour, q.kind, q.on, q.year, q.by, q.place) for q in questions}) > 1:
        sentence = "Một lượt rà soát chỉ hỏi một danh hiệu, một loại đối tượng, một ngày, một nơi."
        raise CannotAnswer(sentence)


def decide(book: Book, question: Question) -> Answer:
    """Does the candidate meet the standards? With one finding for each condition."""
    return decide_each(book, [question])[0]


def decide_each(book: Book, questions: Sequence[Question]) -> tuple[Answer, ...]:
    """The answers to the same question about several candidates, compared with the rule together."""
    first = questions[0]
    _refuse_mixed(questions)
    _refuse_early(first)
    book = book.at(first.place)
    wrong = wrong_recipient(book.honour(first.honour), first)
    if wrong:
        return tuple(_answer(book, question, Verdict.NO, (wrong,)) for question in questions)
    _refuse_context(book, first)
    comparison = compare(book.rule(first.honour, first.kind, first.on), Table.of(questions))
    eligible = comparison.eligible()
    return tuple(
        _answer(book, question, eligible.at(row), findings(comparison, row), comparison)
        for row, question in enumerate(questions)
    )


def barred(book: Book, question: Question) -> Answer:
    """Does a stated fact shut the honour? Yes means barred."""
    _refuse_early(question)
    book = book.at(question.place)
    wrong = wrong_recipient(book.honour(question.honour), question)
    if wrong:
        return _answer(book, question, Verdict.YES, (wrong,))
    _refuse_context(book, question)
    comparison = compare(book.rule(question.honour, question.kind, question.on), Table.of([question]))
    return _answer(book, question, comparison.barred().at(0), findings(comparison))


def _refuse_early(question: Question) -> None:
    """Before the first law that is loaded nothing can be said, not even that an honour doesn't exist."""
    if question.on < SINCE_ALWAYS:
        raise CannotAnswer(before_horizon(question.on, SINCE_ALWAYS), field="on")


# Flags are also given at the review of a movement, which is of no single year.
ALSO_BY_MOVEMENT = ("CO_TINH", "CO_CP")
BY = frozenset(get_args(By))


def _refuse_context(book: Book, question: Question) -> None:
    if question.by is not None and question.by not in BY:
        sentence = f"Không có loại căn cứ «{question.by}»; chọn một trong {', '.join(sorted(BY))}."
        raise CannotAnswer(sentence, field="by")
    year, on = question.year, question.on
    is_yearly = book.honour(question.honour).is_yearly
    if year is None and is_yearly and question.honour not in ALSO_BY_MOVEMENT:
        raise CannotAnswer("Chọn năm đề nghị: danh hiệu này xét theo năm.", field="year")
    if year is not None and year > on.year:
        raise CannotAnswer(f"Năm {year} chưa đến vào ngày {on:%d/%m/%Y}.", field="year")
    if year is not None and on.year - year >= OLDEST:
        raise CannotAnswer(f"Năm {year} quá xa ngày {on:%d/%m/%Y} để đối chiếu.", field="year")


def findings(comparison: Comparison, row: int = 0) -> tuple[Finding, ...]:
    compared = (*comparison.standards, *comparison.obstacles)
    return tuple(finding(item, outcome, comparison.table, row) for item, outcome in compared)


RECIPIENTS = {
    "individual": ("cá nhân", "individuals"),
    "collective": ("tập thể", "collectives"),
    "household": ("hộ gia đình", "households"),
}


def wrong_recipient(asked: Honour, question: Question) -> Finding | None:
    """The honour isn't for this kind of recipient, or doesn't exist on the day."""
    if question.kind in asked.recipient and asked.exists_on(question.on):
        return None
    vi = ", ".join(RECIPIENTS[kind][0] for kind in asked.recipient)
    en = ", ".join(RECIPIENTS[kind][1] for kind in asked.recipient)
    if not asked.exists_on(question.on):
        vi, en = f"{vi}, trong thời gian danh hiệu có hiệu lực", f"{en}, while it exists"
    return Finding(
        code="recipient",
        kind="never",
        verdict=Verdict.NO,
        cite=asked.cite(question.on),
        sentence_vi=f"Chỉ dành cho {vi}",
        sentence_en=f"For {en} only",
        fact_used_vi=RECIPIENTS[question.kind][0],
    )


def _answer(
    book: Book,
    question: Question,
    verdict: Verdict,
    found: tuple[Finding, ...],
    comparison: Comparison | None = None,
) -> Answer:
    presumed = presumptions(comparison, question) if comparison else ()
    return Answer(
        honour=question.honour,
        verdict=verdict,
        findings=found,
        warnings=(*warnings(book, question, found), *presumed),
        regime=regime(question.on),
        book_digest=book.digest,
    )


EXAMPLE = "Quy định «{}» là ví dụ để dùng thử, không phải văn bản thật."


def warnings(book: Book, question: Question, found: tuple[Finding, ...]) -> tuple[str, ...]:
    said = [WARNING_D] if regime(question.on) == "D" else []
    numbers = sorted(_numbers(found))
    said += [_ended(number) for number in numbers if _has_ended(book, number, question)]
    said += [
        EXAMPLE.format(rules.number) for rules in book.local if rules.is_example and rules.number in numbers
    ]
    if question.provisional:
        said.append("Danh hiệu đề nghị cùng hồ sơ được tính tạm, tùy kết quả bình xét.")
    return tuple(said)


def presumptions(comparison: Comparison, question: Question) -> tuple[str, ...]:
    """An unknown list of earlier awards is presumed not to use up the merit: the officer is told."""
    fresh = any(looks_for_fresh(item) for item, _ in comparison.standards)
    if question.record.awards is not None or not fresh:
        return ()
    return ("Hồ sơ không nêu các lần khen trước: giả định thành tích chưa được khen.",)


def looks_for_fresh(condition: Condition) -> bool:
    return "award" in condition.args.get("fresh", "") or any(map(looks_for_fresh, condition.parts))


def _numbers(found: tuple[Finding, ...]) -> set[str]:
    return {leaf.cite.instrument for item in found for leaf in item.leaves()}


def _has_ended(book: Book, number: str, question: Question) -> bool:
    until = book.instruments[number].until
    return until is not None and until <= question.on


def _ended(number: str) -> str:
    return f"{Cite(number).label_vi()}: văn bản đã hết hiệu lực theo nguồn thứ cấp."
