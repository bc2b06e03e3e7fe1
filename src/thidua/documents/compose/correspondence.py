"""Công văn: asking for opinions, asking for supplements."""

from thidua.documents.compose.parts import annex_head, closed, dashes, head, marked, sheet, signing
from thidua.documents.compose.proposals import asked
from thidua.documents.compose.tables import nominee_table
from thidua.documents.letters import ConsultationLetter, ReturnNotice
from thidua.documents.sheet import Addressees, Block, Column, Paragraph, Row, Sheet, Table
from thidua.documents.wording import legal_day


def consultation_letter(letter: ConsultationLetter) -> Sheet:
    until = f" trước {legal_day(letter.reply_by)}" if letter.reply_by else ""
    where = f", gửi về {letter.reply_to}" if letter.reply_to else ""
    body: list[Block] = [
        Paragraph(letter.reason),
        *asked(letter.groups),
        Paragraph("Đề nghị Quý cơ quan cho ý kiến bằng văn bản về các nội dung sau:"),
        *dashes(letter.matters),
        Paragraph(
            f"Văn bản trả lời đề nghị ghi rõ từng trường hợp{until}{where}."
            " Trân trọng cảm ơn sự phối hợp của Quý cơ quan."
        ),
    ]
    opening: list[Block] = [head(letter.head, letter.subject), Addressees(tuple(marked(letter.to)))]
    ending = [signing(letter.signature, letter.recipients)]
    annex: list[Block] = [
        annex_head(letter.head, "Công văn", "Danh sách đề nghị cho ý kiến"),
        nominee_table(letter.groups),
    ]
    return sheet(letter.head, "Công văn lấy ý kiến", [*opening, *closed(body), *ending], annex)


def fault_table(letter: ReturnNotice) -> Table:
    columns = (
        Column("TT", 1, "center"),
        Column("Nội dung", 4),
        Column("Lý do", 5),
        Column("Yêu cầu bổ sung, hoàn thiện", 5),
    )
    rows = (Row((str(n), p.place, p.fault, p.remedy)) for n, p in enumerate(letter.points, 1))
    return Table(columns, tuple(rows))


def return_notice(letter: ReturnNotice) -> Sheet:
    received = f" nhận {legal_day(letter.received_on)}" if letter.received_on else ""
    until = f" trước {legal_day(letter.due_on)}" if letter.due_on else ""
    contact = f" Đầu mối liên hệ: {letter.contact}." if letter.contact else ""
    body: list[Block] = [
        Paragraph(
            f"{letter.head.agency} đã xem xét {letter.dossier}{received}."
            " Hồ sơ cần được bổ sung, hoàn thiện các nội dung sau:"
        ),
        fault_table(letter),
        Paragraph(
            f"Đề nghị đơn vị hoàn thiện và gửi lại hồ sơ{until}. Thời gian chờ bổ sung không"
            f" tính vào thời hạn giải quyết.{contact}"
        ),
    ]
    opening: list[Block] = [
        head(letter.head, "bổ sung, hoàn thiện hồ sơ khen thưởng"),
        Addressees(tuple(marked(letter.to))),
    ]
    ending = [signing(letter.signature, letter.recipients)]
    return sheet(letter.head, "Yêu cầu bổ sung hồ sơ", [*opening, *closed(body), *ending])
