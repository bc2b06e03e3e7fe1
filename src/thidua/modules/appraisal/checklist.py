"""What there is to examine: the law's findings and the required papers, for each candidate and for the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua import law
from thidua.modules.appraisal.models import Appraisal, ChecklistItem, CheckResult
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, Dossier, Evidence, Procedure
from thidua.modules.rulebook.api import book

# Papers that each candidate has; the others stand once for the whole file.
PER_CANDIDATE = frozenset({"bao_cao", "chung_nhan"})
FIRST_RESULT = {"yes": CheckResult.MET}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to examine. `law_says` yes, no or unknown; empty for a paper. `fact` is what the law looked at."""

    candidate: int | None
    code: str
    label: str
    cite: str
    law_says: str = ""
    fact: str = ""

    @property
    def key(self) -> tuple[int | None, str]:
        return self.candidate, self.code


def lines_for(dossier: Dossier, on: date) -> list[Line]:
    comparison = dossiers.compare(dossier, on=on)
    found = [line for row in comparison for line in _findings(row)]
    by = book(dossier.organisation_id, comparison.on)
    papers = [line for row in comparison for line in _papers(by, row.candidate, dossier, comparison.on)]
    return list({line.key: line for line in [*found, *papers]}.values())


def _findings(row: dossiers.Compared) -> Iterator[Line]:
    if row.answer is None:
        yield Line(row.candidate.pk, "law", row.refusal, "", "unknown")
        return
    seen: dict[str, int] = {}
    for finding in row.findings:
        seen[finding.code] = n = seen.get(finding.code, 0) + 1
        code = f"law:{finding.code}" + (f":{n}" if n > 1 else "")
        sentence, cite = finding.sentence_vi, finding.cite.label_vi()
        yield Line(row.candidate.pk, code, sentence, cite, finding.verdict.value, fact_of(finding))


def fact_of(finding: law.Finding) -> str:
    """What speaks for the answer: the facts used; where it is unknown, what is missing."""
    leaves = list(finding.leaves())
    if finding.verdict is law.Verdict.UNKNOWN:
        missing = [leaf.missing for leaf in leaves if leaf.missing]
        return f"Còn thiếu: {'; '.join(dict.fromkeys(missing))}" if missing else ""
    used = [leaf.fact_used_vi for leaf in leaves if leaf.verdict is finding.verdict and leaf.fact_used_vi]
    return "; ".join(dict.fromkeys(used))


def _papers(by: law.Book, candidate: Candidate, dossier: Dossier, on: date) -> Iterator[Line]:
    simplified = dossier.procedure == Procedure.SIMPLIFIED
    kind = "individual" if candidate.person_id else "collective" if candidate.collective_id else "household"
    try:
        needed = law.required_papers(by, candidate.honour, kind, on, simplified=simplified)
    except law.CannotAnswer:
        return
    for need in needed:
        label = f"{need.label_vi} ({need.condition})" if need.condition else need.label_vi
        whose = candidate.pk if need.code in PER_CANDIDATE else None
        yield Line(whose, f"paper:{need.code}", label, need.cite.label_vi())


def refresh(appraisal: Appraisal, on: date) -> None:
    """Bring the list up to the file as it is: new lines come, changed answers are examined again, notes stay."""
    lines = {line.key: line for line in lines_for(appraisal.dossier, on)}
    kept = {(item.candidate_id, item.code): item for item in appraisal.items.all()}
    appraisal.items.filter(pk__in=[item.pk for key, item in kept.items() if key not in lines]).delete()
    for key, line in lines.items():
        if key not in kept:
            _add(appraisal, line)
        elif (kept[key].law_says, kept[key].fact) != (line.law_says, line.fact[:300]):
            _change(kept[key], line)


def _add(appraisal: Appraisal, line: Line) -> None:
    ChecklistItem.objects.create(
        appraisal=appraisal,
        candidate_id=line.candidate,
        code=line.code[:60],
        label=line.label[:400],
        cite=line.cite[:200],
        law_says=line.law_says,
        result=FIRST_RESULT.get(line.law_says, CheckResult.OPEN),
        fact=line.fact[:300],
    )


def _change(item: ChecklistItem, line: Line) -> None:
    item.law_says, item.label, item.cite = line.law_says, line.label[:400], line.cite[:200]
    item.fact, item.result = line.fact[:300], FIRST_RESULT.get(line.law_says, CheckResult.OPEN)
    item.save(update_fields=["law_says", "label", "cite", "fact", "result"])


def attached(dossier: Dossier) -> set[tuple[int | None, str]]:
    """Which papers lie in the file, by candidate and kind."""
    rows = Evidence.objects.filter(dossier=dossier).values_list("candidate", "code")
    return {(candidate, f"paper:{code}") for candidate, code in rows}
