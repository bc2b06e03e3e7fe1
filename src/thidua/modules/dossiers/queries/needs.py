"""The papers that the law asks for a candidate, and which of them are there."""

from datetime import date

from thidua.kernel.errors import Cannot
from thidua.law.papers import PaperNeed, required_papers
from thidua.modules.dossiers.models import Candidate, Dossier, Procedure
from thidua.modules.dossiers.queries.records import KINDS, key_of
from thidua.modules.rulebook.api import book


def papers_needed(row: Candidate, on: date) -> tuple[list[tuple[PaperNeed, bool]], str]:
    """Each paper with whether it is there; or why that cannot be said."""
    dossier = row.dossier
    kind, _pk = key_of(row)
    simplified = dossier.procedure == Procedure.SIMPLIFIED
    day = dossier.judged_on or on
    try:
        by = book(dossier.organisation_id, day)
        needs = required_papers(by, row.honour, KINDS[kind], day, simplified=simplified)
    except Cannot as refusal:
        return [], str(refusal)
    present = _codes_of_file(dossier, row) | _made_here(row)
    return [(need, need.code in present) for need in needs], ""


def _codes_of_file(dossier: Dossier, row: Candidate) -> set[str]:
    own = dossier.evidence.filter(candidate=row) | dossier.evidence.filter(candidate__isnull=True)
    return set(own.values_list("code", flat=True))


def _made_here(row: Candidate) -> set[str]:
    """The report and the minutes are written on these screens; the submittal is the sending itself."""
    dossier = row.dossier
    written = {
        "bao_cao": hasattr(row, "report") and any(row.report.sections.values()),
        "bien_ban": hasattr(dossier, "meeting"),
        "to_trinh": dossier.sent_on is not None or dossier.signed_file_id is not None,
    }
    return {code for code, is_there in written.items() if is_there}
