"""Kịch bản, danh sách ký nhận: headings with text and tables; giấy mời: a page for each."""

from thidua.documents.compose.oversight import part_blocks
from thidua.documents.compose.parts import dashes, head, sheet, signing
from thidua.documents.letters import CeremonyPaper, Invitation, Invitations
from thidua.documents.sheet import Block, Paragraph, Sheet, Title


def ceremony_paper(letter: CeremonyPaper) -> Sheet:
    body = [block for part in letter.parts for block in part_blocks(part)]
    opening: list[Block] = [head(letter.head), Title(letter.kind, letter.about)]
    return sheet(letter.head, letter.kind.capitalize(), [*opening, *body, signing(letter.signature, None)])


def invitations(letter: Invitations) -> Sheet:
    return sheet(letter.head, "Giấy mời", *(_page(letter, one) for one in letter.each))


def _page(letter: Invitations, one: Invitation) -> list[Block]:
    return [
        head(letter.head),
        Title("GIẤY MỜI", letter.occasion),
        Paragraph(one.to, "Trân trọng kính mời:"),
        Paragraph(one.as_what),
        Paragraph(letter.when, "Thời gian:"),
        Paragraph(letter.where, "Địa điểm:"),
        *dashes(list(letter.notes)),
        Paragraph(one.code, "Mã đón tiếp:"),
        *([Paragraph(one.answer_at, "Trả lời tại:")] if one.answer_at else []),
        signing(letter.signature, None),
    ]
