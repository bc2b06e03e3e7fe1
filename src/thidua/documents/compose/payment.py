"""Danh sách chi tiền thưởng."""

from thidua.documents.amounts import in_words
from thidua.documents.compose.parts import ACROSS, head, signings
from thidua.documents.letters import Payment, PaymentList, Signature
from thidua.documents.sheet import Column, Paragraph, Row, Section, Sheet, Table, Title
from thidua.kernel.money import grouped

COLUMNS = (
    Column("TT", 1, "center"),
    Column("Họ và tên, tên tập thể", 5),
    Column("Đơn vị", 5),
    Column("Danh hiệu, hình thức khen thưởng", 5),
    Column("Số tiền (đồng)", 3, "right"),
    Column("Hình thức chi", 4),
    Column("Người nhận", 4),
    Column("Ký nhận", 3),
)


def payment_list(letter: PaymentList) -> Sheet:
    total = sum(one.amount for one in letter.payments)
    rows = [_row(n, one) for n, one in enumerate(letter.payments, 1)]
    sum_row = Row(("", "Cộng", "", "", grouped(total), "", "", ""))
    accountant = Signature(authority=("Kế toán",), name=letter.preparer)
    blocks = (
        head(letter.head, room=ACROSS),
        Title("DANH SÁCH", f"Chi tiền thưởng theo {letter.decision}"),
        Paragraph(f"Nguồn chi: {letter.source}."),
        Table(COLUMNS, (*rows, sum_row)),
        Paragraph(f"{in_words(total)}.", "Bằng chữ:"),
        signings((accountant, letter.signature)),
    )
    page = Section(blocks, landscape=True)
    return Sheet("Danh sách chi tiền thưởng", letter.head.agency, letter.head.day, (page,))


def _row(n: int, one: Payment) -> Row:
    return Row((str(n), one.name, one.unit, one.award, grouped(one.amount), one.way, one.receiver, ""))
