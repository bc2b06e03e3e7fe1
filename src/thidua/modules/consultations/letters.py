"""The công văn that asks a body for its opinion, as a plain letter."""

from datetime import date

from thidua.documents.letters import ConsultationLetter, Nominee, NomineeGroup, NomineeKind
from thidua.modules.consultations.models import Consultation
from thidua.modules.dossiers.models import Candidate, CandidateState
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import SigningAuthority
from thidua.modules.rulebook import api as rulebook

KINDS = {
    "person": NomineeKind.INDIVIDUAL,
    "collective": NomineeKind.COLLECTIVE,
    "household": NomineeKind.HOUSEHOLD,
}


def consultation_letter(
    consultation: Consultation, signer: SigningAuthority | None, on: date
) -> ConsultationLetter:
    dossier, asked_on = consultation.dossier, consultation.asked_on
    return ConsultationLetter(
        head=papers.letterhead(
            consultation.organisation, on, number=consultation.letter_number or None, day=asked_on
        ),
        to=(consultation.body_name,),
        subject=f"lấy ý kiến đối với trường hợp đề nghị khen thưởng của {dossier.organisation.name}",
        reason=_reason(consultation),
        matters=tuple(line.strip() for line in consultation.question.splitlines() if line.strip()),
        groups=_groups(consultation),
        signature=papers.signature(signer),
        reply_by=consultation.due_on,
        reply_to=consultation.organisation.name,
    )


def _reason(consultation: Consultation) -> str:
    dossier = consultation.dossier
    period = f" {dossier.period.label}" if dossier.period else ""
    return (
        f"{consultation.organisation.name} đang thẩm định hồ sơ số {dossier.code} của "
        f"{dossier.organisation.name} đề nghị khen thưởng{period}."
    )


def _groups(consultation: Consultation) -> tuple[NomineeGroup, ...]:
    rows = consultation.dossier.candidates.exclude(state=CandidateState.DROPPED).order_by("place", "id")
    if consultation.candidate_id:
        rows = rows.filter(pk=consultation.candidate_id)
    by_honour: dict[str, list[Candidate]] = {}
    for row in rows:
        by_honour.setdefault(row.honour, []).append(row)
    return tuple(
        NomineeGroup(honour=rulebook.honour(code).name_vi, nominees=tuple(nominee(row) for row in found))
        for code, found in by_honour.items()
    )


def nominee(candidate: Candidate) -> Nominee:
    kind = next(kind for name, kind in KINDS.items() if getattr(candidate, f"{name}_id"))
    return Nominee(
        name=candidate.name,
        kind=kind,
        honorific=candidate.honorific,
        post=candidate.post,
        unit=candidate.unit_name,
        merit=candidate.achievement,
    )
