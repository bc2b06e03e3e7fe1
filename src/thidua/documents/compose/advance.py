"""Giấy đề nghị tạm ứng, giấy thanh toán tạm ứng."""

from thidua.documents.amounts import in_words
from thidua.documents.compose.parts import head, sheet, signings
from thidua.documents.letters import AdvanceRequest, AdvanceSettlement, Letterhead, Signature, Spent
from thidua.documents.sheet import Addressees, Centred, Column, Paragraph, Row, Sheet, Signings, Table
from thidua.kernel.money import grouped

COLUMNS = (
    Column("TT", 1, "center"),
    Column("Diễn giải", 8),
    Column("Chứng từ", 4),
    Column("Số tiền (đồng)", 3, "right"),
)


def advance_request(letter: AdvanceRequest) -> Sheet:
    lines = (
        Paragraph(f"{letter.asker}.", "Người đề nghị:"),
        Paragraph(f"{letter.receiver}.", "Người nhận tạm ứng:"),
        Paragraph(f"{grouped(letter.amount)} đồng.", "Đề nghị cho tạm ứng số tiền:"),
        Paragraph(f"{in_words(letter.amount)}.", "Bằng chữ:"),
        Paragraph(f"{letter.purpose.rstrip('.')}.", "Lý do tạm ứng:"),
        Paragraph(f"{letter.source}.", "Nguồn chi:"),
        Paragraph(f"{letter.due_on:%d/%m/%Y}.", "Thời hạn thanh toán:"),
    )
    blocks = (
        head(letter.head),
        Centred("GIẤY ĐỀ NGHỊ TẠM ỨNG"),
        _to(letter.head),
        *lines,
        _signed("Người đề nghị", letter.asker, letter.accountant, letter.signature),
    )
    return sheet(letter.head, "Giấy đề nghị tạm ứng", blocks)


def advance_settlement(letter: AdvanceSettlement) -> Sheet:
    blocks = (
        head(letter.head),
        Centred("GIẤY THANH TOÁN TẠM ỨNG"),
        _to(letter.head),
        Paragraph(f"{letter.asker}.", "Người đề nghị thanh toán:"),
        Paragraph(f"{letter.receiver}.", "Người nhận tạm ứng:"),
        Paragraph(f"{letter.purpose.rstrip('.')}.", "Nội dung tạm ứng:"),
        Table(COLUMNS, _rows(letter)),
        _difference(letter),
        _signed("Người đề nghị thanh toán", letter.asker, letter.accountant, letter.signature),
    )
    return sheet(letter.head, "Giấy thanh toán tạm ứng", blocks)


def _to(letterhead: Letterhead) -> Addressees:
    return Addressees((f"Lãnh đạo {letterhead.agency}.",))


def _rows(letter: AdvanceSettlement) -> tuple[Row, ...]:
    total = sum(one.amount for one in letter.spent)
    kept = (_row("", "Để lại cho danh sách chi chưa ký nhận", "", letter.back),) if letter.back else ()
    return (
        _row("I", "Số tiền tạm ứng", letter.voucher, letter.amount),
        _row("II", "Số tiền đã chi", "", total),
        *(_spent(n, one) for n, one in enumerate(letter.spent, 1)),
        Row(("III", "Chênh lệch", "", "")),
        *kept,
        _row("1", "Số tạm ứng chi không hết, nộp lại", "", letter.left),
        _row("2", "Chi quá số tạm ứng, chi bổ sung", "", letter.lacking),
    )


def _row(mark: str, what: str, paper: str, amount: int) -> Row:
    return Row((mark, what, paper, grouped(amount)))


def _spent(n: int, one: Spent) -> Row:
    return _row(str(n), one.what, one.paper, one.amount)


def _difference(letter: AdvanceSettlement) -> Paragraph:
    if letter.lacking:
        return Paragraph(f"{in_words(letter.lacking)}.", "Số tiền chi bổ sung, bằng chữ:")
    if letter.left:
        return Paragraph(f"{in_words(letter.left)}.", "Số tiền nộp lại, bằng chữ:")
    return Paragraph("Số tiền đã chi bằng số tiền tạm ứng.")


def _signed(role: str, asker: str, accountant: str, signature: Signature) -> Signings:
    return signings(
        (
            Signature(authority=(role,), name=asker),
            Signature(authority=("Kế toán",), name=accountant),
            signature,
        )
    )
