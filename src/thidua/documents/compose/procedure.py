"""Giấy tiếp nhận và hẹn trả, thông báo từ chối."""

from thidua.documents.compose.parts import closed, dashes, head, marked, sheet, signing
from thidua.documents.letters import IntakeReceipt, RefusalNotice
from thidua.documents.sheet import Addressees, Block, Paragraph, Sheet, Title
from thidua.documents.wording import legal_day


def intake_receipt(letter: IntakeReceipt) -> Sheet:
    within = f" ({letter.n_days} ngày làm việc)" if letter.n_days else ""
    body: list[Block] = [
        Paragraph(letter.file_code, lead="Mã hồ sơ:"),
        Paragraph(letter.procedure, lead="Thủ tục:"),
        Paragraph(letter.applicant, lead="Tổ chức, cá nhân đề nghị:"),
        Paragraph(letter.filed_by or "…", lead="Người nộp hồ sơ:"),
        Paragraph(letter.about, lead="Nội dung yêu cầu giải quyết:"),
        Paragraph("Thành phần hồ sơ đã nhận gồm:"),
        *dashes(letter.papers),
        Paragraph(f"{legal_day(letter.taken_on)}.", lead="Tiếp nhận:"),
        Paragraph(f"{legal_day(letter.due_on)}{within}.", lead="Hẹn trả kết quả:"),
        Paragraph(
            f"Khi đến nhận kết quả, đề nghị mang theo giấy này. Kết quả được trả tại {letter.head.agency}."
        ),
    ]
    opening: list[Block] = [head(letter.head), Title("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "")]
    return sheet(
        letter.head,
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        [*opening, *closed(body), signing(letter.signature, None)],
    )


def refusal_notice(letter: RefusalNotice) -> Sheet:
    received = f" nhận {legal_day(letter.received_on)}" if letter.received_on else ""
    contact = f" Đầu mối liên hệ: {letter.contact}." if letter.contact else ""
    body: list[Block] = [
        Paragraph(f"{letter.head.agency} đã xem xét {letter.dossier}{received}."),
        Paragraph(letter.reason, lead="Lý do không giải quyết:"),
        Paragraph(f"{letter.head.agency} thông báo để đơn vị biết.{contact}"),
    ]
    opening: list[Block] = [
        head(letter.head, "từ chối giải quyết hồ sơ khen thưởng"),
        Addressees(tuple(marked(letter.to))),
    ]
    ending = [signing(letter.signature, letter.recipients)]
    return sheet(letter.head, "Từ chối giải quyết hồ sơ", [*opening, *closed(body), *ending])
