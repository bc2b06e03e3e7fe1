"""Which candidates wait for a decision, here or at a higher level."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.modules.decisions.competence import may_confer
from thidua.modules.decisions.models import DecisionItem, DecisionState
from thidua.modules.dossiers.models import Candidate, CandidateState, DossierState, Procedure
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook import api as rulebook

# Without a vote of the council only these: the simplified procedure, and the certificate of merit
# (whether a council considers it is a local rule).
WITHOUT_COUNCIL = Q(dossier__procedure=Procedure.SIMPLIFIED) | Q(honour="GK")
DECIDABLE = (DossierState.APPRAISED, DossierState.VOTED, DossierState.DECIDED, DossierState.FORWARDED)


@dataclass(frozen=True, slots=True)
class Group:
    """Candidates for one honour, in the order of a list."""

    code: str
    candidates: list[Candidate]

    @property
    def name(self) -> str:
        return rulebook.honour(self.code).name_vi


def undecided(organisation: Organisation) -> QuerySet[Candidate]:
    """Passed (or appraised, where no council is needed) by this body, and in no living decision yet."""
    taken = DecisionItem.objects.filter(candidate=OuterRef("pk")).exclude(
        decision__state=DecisionState.CANCELLED
    )
    return (
        Candidate.objects.filter(
            Q(state=CandidateState.PASSED) | (Q(state=CandidateState.AGREED) & WITHOUT_COUNCIL),
            ~Exists(taken),
            dossier__receiver=organisation,
            dossier__state__in=DECIDABLE,
        )
        .select_related("dossier__organisation", "dossier__period", "agenda_item__sitting__council")
        .order_by("dossier", "place", "id")
    )


def _in_order(rows: QuerySet[Candidate]) -> list[Group]:
    """By honour, the highest first."""
    groups: dict[str, list[Candidate]] = {}
    for row in rows:
        groups.setdefault(row.honour, []).append(row)
    return [Group(code, groups[code]) for code in sorted(groups, key=lambda code: rulebook.honour(code).rank)]


def eligible(organisation: Organisation, on: date) -> list[Group]:
    """Those on whom the head of this body may decide."""
    return _in_order(undecided(organisation).filter(honour__in=may_confer(organisation, on)))


def beyond_power(organisation: Organisation, on: date) -> list[Group]:
    """Those whose honour a higher level decides: to be submitted, or awaited."""
    waiting = (
        Candidate.objects.filter(
            state__in=(CandidateState.AGREED, CandidateState.PASSED),
            dossier__receiver=organisation,
            dossier__state__in=DECIDABLE,
        )
        .exclude(honour__in=may_confer(organisation, on))
        .select_related("dossier__organisation", "dossier__period")
        .order_by("dossier", "place", "id")
    )
    return _in_order(waiting)
