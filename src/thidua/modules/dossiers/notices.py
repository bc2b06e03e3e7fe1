"""What the receiving body writes to whoever filed a dossier: receipt, request for supplements, refusal."""

from collections.abc import Iterator
from datetime import date

from thidua.documents.letters import IntakeReceipt, RefusalNotice, ReturnNotice, ReturnPoint, Signature
from thidua.modules.dossiers.letters import meeting_of, proposed
from thidua.modules.dossiers.models import Dossier, DossierProcedure, Flag
from thidua.modules.papers.api import letterhead, signature, signers_of


def intake_receipt(dossier: Dossier, handling: DossierProcedure, on: date) -> IntakeReceipt:
    assert handling.taken_on is not None
    assert handling.due_on is not None  # the table asks for both of a public procedure
    named = f"{handling.name} (mã {handling.code})" if handling.code else handling.name
    return IntakeReceipt(
        head=letterhead(dossier.receiver, on),
        file_code=handling.file_code,
        procedure=named,
        applicant=dossier.organisation.name,
        filed_by=handling.filed_by,
        about=dossier.title,
        papers=tuple(_papers(dossier)),
        taken_on=handling.taken_on,
        due_on=handling.due_on,
        n_days=handling.n_days,
        signature=Signature(authority=("Người tiếp nhận hồ sơ",)),
    )


def _papers(dossier: Dossier) -> Iterator[str]:
    """What lies in the file."""
    rows = proposed(dossier)
    yield f"Tờ trình hoặc văn bản đề nghị kèm danh sách {len(rows):02} trường hợp"
    if n_reports := sum(1 for row in rows if hasattr(row, "report")):
        yield f"Báo cáo thành tích: {n_reports:02} bản"
    if meeting_of(dossier):
        yield "Biên bản bình xét"
    yield from dossier.evidence.order_by("id").values_list("label", flat=True)


def return_notice(dossier: Dossier, on: date) -> ReturnNotice:
    flags = dossier.flags.filter(cleared_at__isnull=True).select_related("candidate").order_by("id")
    return ReturnNotice(
        head=letterhead(dossier.receiver, on),
        to=(dossier.organisation.name,),
        dossier=_named(dossier),
        received_on=dossier.sent_on,
        points=tuple(_point(flag) for flag in flags),
        signature=signature(signers_of(dossier.receiver, on).first()),
    )


FIELDS = {
    "list": "Danh sách đề nghị",
    "report": "Báo cáo thành tích",
    "minutes": "Biên bản bình xét",
    "initiative": "Sáng kiến và giấy chứng nhận",
    "evidence": "Minh chứng",
    "identity": "Họ tên, chức vụ, đơn vị",
    "other": "Nội dung khác",
}


def _point(flag: Flag) -> ReturnPoint:
    place = FIELDS[flag.field]
    return ReturnPoint(place=f"{place}: {flag.candidate.name}" if flag.candidate else place, fault=flag.note)


def refusal_notice(dossier: Dossier, on: date) -> RefusalNotice:
    said = dossier.remarks.filter(step="refuse").order_by("-pk").first()
    return RefusalNotice(
        head=letterhead(dossier.receiver, on),
        to=(dossier.organisation.name,),
        dossier=_named(dossier),
        received_on=dossier.sent_on,
        reason=said.text if said else "",
        signature=signature(signers_of(dossier.receiver, on).first()),
    )


def _named(dossier: Dossier) -> str:
    return f"hồ sơ số {dossier.code} của {dossier.organisation.name}"
