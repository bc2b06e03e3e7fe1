"""How many working days the law allows for a dossier, as a suggestion with its rule; else it is typed."""

from dataclasses import dataclass
from datetime import date

from thidua import law
from thidua.modules.dossiers.models import CandidateState, Dossier, DossierProcedure
from thidua.modules.organisations.models import Kind
from thidua.modules.rulebook.api import book

LEVELS = {Kind.PROVINCE: "tinh", Kind.DISTRICT: "huyen", Kind.COMMUNE: "xa"}


@dataclass(frozen=True, slots=True)
class Term:
    n_days: int
    basis: str


def suggested(dossier: Dossier, on: date) -> Term | None:
    """As the dossier's procedure says; else the shortest term that the law sets for one of the honours."""
    handling = DossierProcedure.objects.filter(dossier=dossier, n_days__isnull=False).first()
    if handling is not None and handling.n_days:
        return Term(handling.n_days, f"Thủ tục {handling.code or handling.name}"[:200])
    level = LEVELS.get(Kind(dossier.receiver.kind))
    if level is None:
        return None
    codes = dossier.candidates.exclude(state=CandidateState.DROPPED).values_list("honour", flat=True)
    by = book(dossier.receiver, on)
    found = [law.appraisal_days(by, code, level, on) for code in sorted(set(codes))]
    terms = [Term(term.days, term.cite.label_vi()) for term in found if term and term.days]
    return min(terms, key=lambda term: term.n_days, default=None)
