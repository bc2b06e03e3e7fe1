"""Báo cáo thành tích: the candidate's structured report as a letter."""

from dataclasses import replace
from datetime import date

from thidua.documents.letters import AchievementReportLetter, ReportPart, Signature
from thidua.modules.dossiers.letters import KINDS, honour_in_words, nominee, period_of
from thidua.modules.dossiers.models import Candidate
from thidua.modules.papers.api import letterhead, signature, signers_of
from thidua.modules.register.models import Ground

MERIT = "II. THÀNH TÍCH ĐẠT ĐƯỢC"
AWARDS = "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"
CONDUCT = "3. Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước"
# Headings of the sample forms for merit; a sudden feat has a short form of its own.
HEADINGS = {
    "person": {
        "background": "I. SƠ LƯỢC LÝ LỊCH",
        "tasks": f"{MERIT}\n1. Quyền hạn, nhiệm vụ được giao hoặc đảm nhận",
        "results": "2. Thành tích đạt được",
        "conduct": CONDUCT,
        "honours": AWARDS,
    },
    "collective": {
        "background": "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH",
        "tasks": f"{MERIT}\n1. Chức năng, nhiệm vụ được giao",
        "results": "2. Thành tích đạt được",
        "conduct": f"{CONDUCT}; hoạt động của tổ chức đảng, đoàn thể",
        "honours": AWARDS,
    },
    "household": {"background": "I. SƠ LƯỢC VỀ HỘ GIA ĐÌNH", "results": MERIT, "honours": AWARDS},
    "feat": {"background": "I. SƠ LƯỢC LÝ LỊCH", "results": "II. THÀNH TÍCH ĐỘT XUẤT"},
}
CONFIRMS = Signature(authority=("Thủ trưởng đơn vị xác nhận",))
CONFIRMS_ABOVE = Signature(authority=("Cấp trình khen thưởng xác nhận",))
REPORTS = Signature(authority=("Người báo cáo thành tích",))


def report_letter(candidate: Candidate, on: date) -> AchievementReportLetter:
    dossier = candidate.dossier
    one = nominee(candidate)
    written = candidate.report.sections if hasattr(candidate, "report") else {}
    return AchievementReportLetter(
        head=letterhead(dossier.organisation, on),
        asked_for=honour_in_words(candidate.honour),
        nominee=one if candidate.household_id else replace(one, honorific=""),
        period=period_of(dossier),
        parts=tuple(
            ReportPart(heading=heading, text=str(written.get(code, "")))
            for code, heading in HEADINGS[_form(candidate)].items()
        ),
        signatures=_signatures(candidate, on),
    )


def _form(candidate: Candidate) -> str:
    if candidate.dossier.ground == Ground.SUDDEN:
        return "feat"
    return next(kind for kind in KINDS if getattr(candidate, f"{kind}_id"))


def _signatures(candidate: Candidate, on: date) -> tuple[Signature, ...]:
    """A person reports and the head confirms; a unit reports through its head, and who proposes it confirms."""
    if candidate.collective_id:
        head = signers_of(candidate.dossier.organisation, on).first()
        return CONFIRMS_ABOVE, signature(head) if head else Signature(authority=("Thủ trưởng đơn vị",))
    return CONFIRMS, replace(REPORTS, name=candidate.name)
