"""The công văn that asks a body for its opinion, and the notice of those shown to the public, as plain letters."""

from datetime import date

from thidua.documents.letters import (
    ConsultationLetter,
    Nominee,
    NomineeGroup,
    NomineeKind,
    OversightPaper,
    PaperPart,
    PaperTable,
)
from thidua.modules.consultations.models import Consultation, Showing, Shown
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


def notice_letter(
    showing: Showing, signer: SigningAuthority | None, address: str, on: date
) -> OversightPaper:
    """For the notice board: whom, until when, how remarks are sent."""
    rows = showing.shown.select_related("candidate").order_by("candidate__place", "candidate__id")
    table = PaperTable(
        titles=("STT", "Họ tên, đơn vị", "Đề nghị tặng", "Tóm tắt thành tích"),
        widths=(6, 34, 24, 46),
        rows=tuple(
            (str(n), f"{row.candidate.name}, {row.candidate.unit_name}", _named(row), row.summary)
            for n, row in enumerate(rows, 1)
        ),
    )
    days = f"từ ngày {showing.opens_on:%d/%m/%Y} đến hết ngày {showing.ends_on:%d/%m/%Y}"
    ways = f"Ý kiến gửi trực tiếp về {showing.organisation.name} hoặc tại địa chỉ {address}. "
    kept = "Người góp ý được giữ kín thông tin; ý kiến không được công bố."
    return OversightPaper(
        head=papers.letterhead(showing.organisation, on),
        kind="THÔNG BÁO",
        about="Về việc công khai danh sách đề nghị khen thưởng để lấy ý kiến",
        parts=(
            PaperPart(heading="Căn cứ", text=showing.basis),
            PaperPart(heading="Thời gian công khai, tiếp nhận ý kiến", text=days[0].upper() + days[1:] + "."),
            PaperPart(heading="Danh sách công khai", table=table),
            PaperPart(heading="Cách góp ý", text=ways + kept),
        ),
        signature=papers.signature(signer),
    )


def _named(row: Shown) -> str:
    return rulebook.honour(row.candidate.honour).name_vi
