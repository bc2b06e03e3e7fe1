"""What the law answers for every honour of the day, the nearest first; and what another day would change."""

from dataclasses import dataclass, replace
from datetime import date

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.modules.rulebook.catalogue import amount_of, standard_url
from thidua.modules.rulebook.trial.form import TrialForm
from thidua.modules.rulebook.trial.record import record_of
from thidua.modules.rulebook.words import name_of

YES, NO = law.Verdict.YES, law.Verdict.NO
# The lowest honours first within each: they are the nearest.
GROUPS = ("meets", "lacks", "for_people", "fails", "for_others")


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
    amount: int | None = None
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
    def is_for_others(self) -> bool:
        """The candidate's group alone shuts it."""
        return any(gap.kind == "group" and gap.verdict is NO for gap in self.gaps)

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
    for_others: tuple[Result, ...]


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
    groups: dict[str, list[Result]] = {name: [] for name in GROUPS}
    for prospect in reversed(law.prospects(book, question)):
        found = _result(book, question, prospect, other)
        groups[_group(found)].append(found)
    return Results(question.on, other, **{name: tuple(rows) for name, rows in groups.items()})


def _group(found: Result) -> str:
    if found.verdict is YES:
        return "meets"
    if found.is_for_others:
        return "for_others"
    if found.verdict is NO:
        return "fails"
    return "for_people" if found.is_for_people else "lacks"


def _result(book: law.Book, question: law.Question, prospect: law.Prospect, other: date | None) -> Result:
    honour = book.honour(prospect.honour)
    plain = Result(
        honour=honour,
        name=name_of(honour),
        url=f"{standard_url(honour.code, question.kind)}?ngay={question.on.isoformat()}",
        answer=prospect.answer,
        gaps=prospect.gaps,
        first_year=prospect.first_year,
        year=question.year or question.on.year,
        amount=amount_of(book, honour.code, question.kind, question.on),
    )
    return _on_both(book, replace(question, honour=honour.code), plain, other) if other else plain


def _on_both(book: law.Book, question: law.Question, plain: Result, other: date) -> Result:
    try:
        changes = law.what_changes(book, question, other, question.on)
    except Cannot as refusal:
        return replace(plain, refusal=str(refusal))
    return replace(plain, other=changes.before, differing=changes.findings)
