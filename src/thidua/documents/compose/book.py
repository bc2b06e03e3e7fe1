"""Sổ khen thưởng: lying pages with their numbers, the head of the table on each."""

from thidua.documents.compose.parts import ACROSS, head, signings
from thidua.documents.letters import BookLine, Signature, YearBook
from thidua.documents.sheet import Column, Paragraph, Row, Section, Sheet, Table, Title
from thidua.kernel.money import grouped

COLUMNS = (
    Column("Số", 1.4, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 5),
    Column("Đơn vị", 5),
    Column("Danh hiệu, hình thức khen thưởng", 5),
    Column("Năm, kỳ", 2.4),
    Column("Quyết định", 4),
    Column("Ghi chú", 3.4),
)


def year_book(letter: YearBook) -> Sheet:
    keeper = Signature(authority=("Người giữ sổ",), name=letter.keeper)
    blocks = (
        head(letter.head, room=ACROSS),
        Title("SỔ KHEN THƯỞNG", f"Năm {letter.year}"),
        Table(COLUMNS, tuple(map(_row, letter.lines))),
        Paragraph(_closing(letter)),
        signings((keeper, letter.signature)),
    )
    page = Section(blocks, landscape=True)
    return Sheet(f"Sổ khen thưởng năm {letter.year}", letter.head.agency, letter.head.day, (page,))


def _closing(letter: YearBook) -> str:
    """So that no line can be added below the last."""
    if not letter.lines:
        return "Trong năm không có mục nào."
    first, last = letter.lines[0].place, letter.lines[-1].place
    return f"Sổ gồm {grouped(len(letter.lines))} mục, từ số {grouped(first)} đến số {grouped(last)}."


def _row(line: BookLine) -> Row:
    return Row((str(line.place), line.name, line.unit, line.award, line.period, line.decision, line.note))
