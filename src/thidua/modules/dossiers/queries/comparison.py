"""The live comparison of a dossier's list with the law: which answer, for whom, on what grounds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier
from thidua.modules.dossiers.queries.records import KINDS, Key, key_of, records_for
from thidua.modules.register.models import Ground

V = law.Verdict
OUT = frozenset(
    {CandidateState.DROPPED, CandidateState.NOT_AGREED, CandidateState.FAILED, CandidateState.NOT_GRANTED}
)
# The ground of the dossier narrows the comparison to its own limbs of the law.
BY_GROUND = {
    Ground.SUDDEN: "sudden",
    Ground.MOVEMENT: "movement",
    Ground.CAREER: "career",
    Ground.YEARS: "years",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One candidate's answer. `refusal` says why the law that is loaded gives none."""

    candidate: Candidate
    record: dict[str, Any]
    question: law.Question | None = None
    answer: law.Answer | None = None
    refusal: str = ""

    @property
    def verdict(self) -> law.Verdict:
        return self.answer.verdict if self.answer else V.UNKNOWN

    @property
    def findings(self) -> tuple[law.Finding, ...]:
        return self.answer.findings if self.answer else ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole list on one day, in its order; `rows` by candidate id."""

    on: date
    rows: dict[int, Compared] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Compared]:
        return iter(self.rows.values())

    def count(self, verdict: str) -> int:
        return sum(1 for row in self if row.verdict == verdict)


def compare(dossier: Dossier, *, on: date) -> Comparison:
    """Compare the list with the law of the day the dossier names, else of `on`."""
    candidates = list(
        dossier.candidates.exclude(state=CandidateState.DROPPED)
        .select_related("person", "collective", "household", "dossier__period")
        .prefetch_related("initiatives")
        .order_by("place", "id")
    )
    return judge(candidates, dossier.judged_on or on)


def judge(candidates: Sequence[Candidate], on: date) -> Comparison:
    """Candidates of one dossier: lower titles first, so that higher ones can build on them."""
    records = records_for(candidates, on, _year(candidates))
    found: dict[int, Compared] = {}
    for candidate in sorted(candidates, key=_lowest_first):
        found[candidate.pk] = _compare_one(candidate, records[key_of(candidate)], on, found.values())
    return Comparison(on, {candidate.pk: found[candidate.pk] for candidate in candidates})


def _year(candidates: Sequence[Candidate]) -> int | None:
    """The year that the dossier's period closes with."""
    period = candidates[0].dossier.period if candidates else None
    return period.year if period else None


def _lowest_first(candidate: Candidate) -> tuple[bool, int]:
    known = law.catalogue().get(candidate.honour)
    return candidate.collective_id is not None, -(known.rank if known else 0)


def _compare_one(
    candidate: Candidate, record: dict[str, Any], on: date, judged: Iterable[Compared]
) -> Compared:
    lower = lower_of(candidate, judged)
    try:
        question = question_for(candidate, record, on, lower)
        answer = law.decide(law.national_book(), question)
    except Cannot as refusal:
        return Compared(candidate, record, refusal=str(refusal))
    return Compared(candidate, record, question, _doubted(answer, question, lower))


def lower_of(candidate: Candidate, judged: Iterable[Compared]) -> dict[str, law.Verdict]:
    """Lower honours proposed for the same recipient in this file, that are not ruled out."""
    mine = key_of(candidate)
    return {
        row.candidate.honour: row.verdict
        for row in judged
        if key_of(row.candidate) == mine and row.candidate.state not in OUT and row.verdict is not V.NO
    }


def question_for(
    candidate: Candidate, record: dict[str, Any], on: date, lower: Iterable[str] = ()
) -> law.Question:
    kind, _ = key_of(candidate)
    dossier = candidate.dossier
    person = candidate.person
    return law.Question(
        honour=candidate.honour,
        kind=KINDS[kind],  # type: ignore[arg-type]
        record=law.Record.from_dict(record),
        on=on,
        year=dossier.period.year if dossier.period else None,
        by=candidate.by or BY_GROUND.get(Ground(dossier.ground)),  # type: ignore[arg-type]
        group=candidate.status_group or None,  # type: ignore[arg-type]
        position=candidate.position or None,  # type: ignore[arg-type]
        sex=(person.sex or None) if person else None,  # type: ignore[arg-type]
        contract=bool(person and person.on_contract),
        provisional=frozenset(lower),
    )


def _doubted(answer: law.Answer, question: law.Question, lower: dict[str, law.Verdict]) -> law.Answer:
    """A yes that rests on a lower title which is itself in doubt is in doubt."""
    in_doubt = {code for code, verdict in lower.items() if verdict is V.UNKNOWN}
    if answer.verdict is not V.YES or not in_doubt:
        return answer
    without = replace(question, provisional=question.provisional - in_doubt)
    if law.decide(law.national_book(), without).verdict is V.YES:
        return answer
    names = ", ".join(law.honour(code).short_vi for code in sorted(in_doubt))
    warning = f"Còn tùy {names} trong cùng hồ sơ: chưa đủ căn cứ."
    return replace(answer, verdict=V.UNKNOWN, warnings=(*answer.warnings, warning))


__all__ = ["Compared", "Comparison", "Key", "compare", "judge"]
