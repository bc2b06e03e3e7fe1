"""The live comparison of a dossier's list with the law: which answer, for whom, on what grounds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier
from thidua.modules.dossiers.queries.chosen import chosen_by, with_initiatives
from thidua.modules.dossiers.queries.records import KINDS, Key, key_of, records_for
from thidua.modules.dossiers.queries.shares import counts_here, decide_by_shares
from thidua.modules.dossiers.queries.together import SetFinding, read_together
from thidua.modules.register.models import Ground
from thidua.modules.rulebook import api as rulebook
from thidua.modules.rulebook.api import book

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
    together: tuple[SetFinding, ...] = ()

    def __iter__(self) -> Iterator[Compared]:
        return iter(self.rows.values())

    def count(self, verdict: str) -> int:
        return sum(1 for row in self if row.verdict == verdict)


@dataclass(frozen=True, slots=True)
class Law:
    """The law that a list is compared with: of a day, with the rules of the place."""

    on: date
    book: law.Book


def compare(dossier: Dossier, *, on: date, candidates: QuerySet[Candidate] | None = None) -> Comparison:
    """Compare the list (or some of it) with the law of the day the dossier names, else of `on`."""
    rows = dossier.candidates.all() if candidates is None else candidates
    return judge(list(proposed(rows).order_by("place", "id")), law_for(dossier, on))


def proposed(rows: QuerySet[Candidate]) -> QuerySet[Candidate]:
    """Those still on their lists, with what the comparison reads of them."""
    return (
        rows.exclude(state=CandidateState.DROPPED)
        .select_related("person", "collective", "household", "dossier__period")
        .prefetch_related("initiatives", "person__initiatives__initiative")
    )


def law_for(dossier: Dossier, on: date) -> Law:
    """That of the day the dossier names, else of `on`; with the rules of the place that proposes."""
    day = dossier.judged_on or on
    return Law(day, book(dossier.organisation_id, day))


def judge(
    candidates: Sequence[Candidate], by: Law, known: Mapping[Key, dict[str, Any]] | None = None
) -> Comparison:
    """Candidates of one dossier: lower titles first, so that higher ones can build on them."""
    known = known or records_for(candidates, by.on, _year(candidates))
    chosen, beside = chosen_by(candidates), _by_recipient(candidates)
    found: dict[int, Compared] = {}
    for _same, group in groupby(sorted(candidates, key=_lowest_first), key=_lowest_first):
        asked = []
        for candidate in group:
            key = key_of(candidate)
            record = with_initiatives(candidate, known[key], chosen, beside[key])
            lower = lower_of(candidate, (found[row.pk] for row in beside[key] if row.pk in found))
            asked.append(Asked(candidate, record, by, lower))
        found |= _compare_together(asked, [row for row in found.values() if row.candidate.state not in OUT])
    rows = {candidate.pk: found[candidate.pk] for candidate in candidates}
    return Comparison(by.on, rows, read_together(candidates, {pk: row.record for pk, row in rows.items()}))


def _by_recipient(candidates: Iterable[Candidate]) -> dict[Key, list[Candidate]]:
    groups: dict[Key, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[key_of(candidate)].append(candidate)
    return groups


def _year(candidates: Sequence[Candidate]) -> int | None:
    """The year that the dossier's period closes with."""
    period = candidates[0].dossier.period if candidates else None
    return period.year if period else None


def _lowest_first(candidate: Candidate) -> tuple[bool, int, str, str, str]:
    """The order of the questions; the same question about several candidates has the same place in it."""
    known = rulebook.find_honour(candidate.honour)
    kind, _pk = key_of(candidate)
    is_collective, rank = candidate.collective_id is not None, -(known.rank if known else 0)
    return is_collective, rank, candidate.honour, kind, candidate.by


def lower_of(candidate: Candidate, judged: Iterable[Compared]) -> dict[str, law.Verdict]:
    """Lower honours proposed for the same recipient in this file, that are not ruled out."""
    return {
        row.candidate.honour: row.verdict
        for row in judged
        if row.candidate.pk != candidate.pk and row.candidate.state not in OUT and row.verdict is not V.NO
    }


@dataclass(frozen=True, slots=True)
class Asked:
    """One candidate, what is known of him, and the lower honours that he may yet receive with this file."""

    candidate: Candidate
    record: dict[str, Any]
    by: Law
    lower: dict[str, law.Verdict]

    def question(self, given: dict[str, Any]) -> law.Question:
        return question_for(self.candidate, given, self.by.on, self.lower)

    def answer(self, given: dict[str, Any]) -> law.Answer:
        return law.decide(self.by.book, self.question(given))

    def refused(self, refusal: Cannot) -> Compared:
        return Compared(self.candidate, self.record, refusal=str(refusal))


def _compare_together(asked: Sequence[Asked], standing: list[Compared]) -> dict[int, Compared]:
    """The same question about each of these, put to the law once for all whose records can be read."""
    found: dict[int, Compared] = {}
    told: list[tuple[Asked, law.Question]] = []
    for one in asked:
        try:
            told.append((one, one.question(one.record)))
        except Cannot as refusal:
            found[one.candidate.pk] = one.refused(refusal)
    if not told:
        return found
    try:
        answers = law.decide_each(told[0][0].by.book, [question for _one, question in told])
    except Cannot as refusal:
        return found | {one.candidate.pk: one.refused(refusal) for one, _question in told}
    for (one, question), answer in zip(told, answers, strict=True):
        found[one.candidate.pk] = _compared(one, question, answer, standing)
    return found


def _compared(one: Asked, question: law.Question, answer: law.Answer, standing: list[Compared]) -> Compared:
    if counts_here(one.candidate, one.record):
        answer = decide_by_shares(one.record, standing, one.answer)
    return Compared(one.candidate, one.record, question, _doubted(one.by.book, answer, question, one.lower))


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


def _doubted(
    by: law.Book, answer: law.Answer, question: law.Question, lower: dict[str, law.Verdict]
) -> law.Answer:
    """A yes that rests on a lower title which is itself in doubt is in doubt."""
    in_doubt = {code for code, verdict in lower.items() if verdict is V.UNKNOWN}
    if answer.verdict is not V.YES or not in_doubt:
        return answer
    without = replace(question, provisional=question.provisional - in_doubt)
    if law.decide(by, without).verdict is V.YES:
        return answer
    names = ", ".join(by.honour(code).short_vi for code in sorted(in_doubt))
    warning = f"Còn tùy {names} trong cùng hồ sơ: chưa đủ căn cứ."
    return replace(answer, verdict=V.UNKNOWN, warnings=(*answer.warnings, warning))
