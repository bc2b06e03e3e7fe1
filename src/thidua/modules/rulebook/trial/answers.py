"""What the law answers for every honour of the day, the nearest first; and what another day would change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.modules.rulebook.catalogue import standard_url
from thidua.modules.rulebook.trial.form import TrialForm
from thidua.modules.rulebook.trial.record import record_of
from thidua.modules.rulebook.words import name_of

YES, NO = law.Verdict.YES, law.Verdict.NO


@dataclass(frozen=True, slots=True)
class Result:
    """One honour. `other` is the answer on the day compared with; `differing` what it turns on."""

    honour: law.Honour
    name: str
    url: str
    answer: law.Answer
    gaps: tuple[law.Finding, ...]
    first_year: int | None
    year: int
    other: law.Answer | None = None
    refusal: str = ""
    differing: tuple[law.Change[law.Finding], ...] = ()

    @property
    def verdict(self) -> law.Verdict:
        return self.answer.verdict

    @property
    def is_for_people(self) -> bool:
        """Nothing that the record could still show: the council or a local rule decides."""
        return self.verdict is law.Verdict.UNKNOWN and not any(
            gap.verdict is NO or gap.unknown_reason == "fact" for gap in self.gaps
        )

    @property
    def is_later(self) -> bool:
        return self.first_year is not None and self.first_year > self.year


@dataclass(frozen=True, slots=True)
class Results:
    on: date
    other: date | None
    meets: tuple[Result, ...]
    lacks: tuple[Result, ...]
    for_people: tuple[Result, ...]
    fails: tuple[Result, ...]

    def __iter__(self) -> Iterator[Result]:
        return iter((*self.meets, *self.lacks, *self.for_people, *self.fails))


def question_of(form: TrialForm) -> law.Question:
    given = form.cleaned_data
    return law.Question(
        honour="GK",
        kind=form.kind,  # type: ignore[arg-type]
        record=record_of(form),
        on=given["ngay"],
        year=given["nam"],
        by=given["can_cu"] or None,
        group=given["nhom"] or None,
        position=given.get("vi_tri") or None,
        sex=given.get("gioi") or None,
        contract=bool(given.get("hop_dong")),
    )


def results(book: law.Book, form: TrialForm) -> Results:
    question, other = question_of(form), form.cleaned_data.get("so-voi")
    found = [_result(book, question, prospect, other) for prospect in law.prospects(book, question)]
    return Results(
        on=question.on,
        other=other,
        meets=tuple(each for each in found if each.verdict is YES),
        lacks=tuple(each for each in found if each.verdict is law.Verdict.UNKNOWN and not each.is_for_people),
        for_people=tuple(each for each in found if each.is_for_people),
        fails=tuple(each for each in found if each.verdict is NO),
    )


def _result(book: law.Book, question: law.Question, prospect: law.Prospect, other: date | None) -> Result:
    honour = law.honour(prospect.honour)
    plain = Result(
        honour=honour,
        name=name_of(honour),
        url=f"{standard_url(honour.code, question.kind)}?ngay={question.on.isoformat()}",
        answer=prospect.answer,
        gaps=prospect.gaps,
        first_year=prospect.first_year,
        year=question.year or question.on.year,
    )
    return _on_both(book, replace(question, honour=honour.code), plain, other) if other else plain


def _on_both(book: law.Book, question: law.Question, plain: Result, other: date) -> Result:
    try:
        changes = law.what_changes(book, question, other, question.on)
    except Cannot as refusal:
        return replace(plain, refusal=str(refusal))
    return replace(plain, other=changes.before, differing=changes.findings)
