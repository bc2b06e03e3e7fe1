"""Kế hoạch, báo cáo, kết luận: headings with text and tables."""

from collections.abc import Iterator

from thidua.documents.compose.parts import closed, head, sheet, signing
from thidua.documents.letters import OversightPaper, PaperPart, PaperTable
from thidua.documents.sheet import Block, Column, Paragraph, Row, Sheet, Subhead, Table, Title


def oversight_paper(letter: OversightPaper) -> Sheet:
    body = [block for part in letter.parts for block in part_blocks(part)]
    opening: list[Block] = [head(letter.head), Title(letter.kind, letter.about)]
    ending = signing(letter.signature, letter.recipients)
    return sheet(letter.head, letter.kind.capitalize(), [*opening, *(closed(body) if body else body), ending])


def part_blocks(part: PaperPart) -> Iterator[Block]:
    lines = [line.strip() for line in part.text.splitlines() if line.strip()]
    has_rows = part.table is not None and bool(part.table.rows)
    if not lines and not has_rows:
        return
    yield Subhead(part.heading)
    yield from (Paragraph(line) for line in lines)
    if part.table is not None and has_rows:
        yield _table(part.table)


def _table(told: PaperTable) -> Table:
    columns = (Column("TT", 1, "center"), *map(Column, told.titles, told.widths))
    rows = (Row((str(n), *cells)) for n, cells in enumerate(told.rows, 1))
    return Table(columns, tuple(rows))
