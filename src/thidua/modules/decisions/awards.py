"""What a decision hands to the register about one recipient."""

from datetime import date

from thidua.documents.wording import document_number
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.papers.models import SigningAuthority
from thidua.modules.register.api import Award, Basis
from thidua.modules.rulebook import api as rulebook


def signed_by(signer: SigningAuthority | None) -> str:
    """Name and post of the real signer: "Trần Văn Ký (KT. CHỦ TỊCH)"."""
    if signer is None:
        return ""
    capacity = f"{signer.capacity} " if signer.capacity != "head" else ""
    return f"{signer.name} ({capacity}{signer.head_post})"[:160]


def basis_of(decision: Decision) -> Basis:
    return Basis(
        decided_by=decision.authority,
        decision_number=document_number(decision.number, decision.symbol),
        decided_on=decision.signed_on,
        signer=signed_by(decision.signer),
        decision_id=decision.pk,
    )


def counted_years(candidate: Candidate, code: str) -> tuple[int | None, int | None]:
    """First and last year whose merit a yearly honour rewards."""
    period, found = candidate.dossier.period, rulebook.honour(code)
    if period is None or not found.is_yearly:
        return None, None
    return period.year - found.years + 1, period.year


def _year(dossier: Dossier, decided_on: date | None) -> int:
    """The year of the period; without one, that of the decision, of the deed, or of the sending."""
    if dossier.period:
        return dossier.period.year
    day = decided_on or dossier.deed_on or dossier.sent_on
    assert day is not None  # what is decided on was sent
    return day.year


def award(candidate: Candidate, *, code: str = "", decided_on: date | None = None, note: str = "") -> Award:
    """The award as frozen on the candidate; `code` where a higher level conferred another honour."""
    dossier, given = candidate.dossier, code or candidate.honour
    first, last = counted_years(candidate, given)
    return Award(
        honour=given,
        name=candidate.name,
        organisation_id=dossier.organisation_id,
        unit_name=candidate.unit_name,
        year=_year(dossier, decided_on),
        ground=dossier.ground,
        person_id=candidate.person_id,
        collective_id=candidate.collective_id,
        household_id=candidate.household_id,
        honorific=candidate.honorific,
        post=candidate.post,
        position=candidate.position,
        line=dossier.line,
        achievement=candidate.achievement,
        period_label=dossier.period.label if dossier.period else "",
        first_year=first,
        last_year=last,
        note=note or ("Truy tặng" if candidate.is_posthumous else ""),
    )
