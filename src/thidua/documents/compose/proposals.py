"""Tờ trình and danh sách đề nghị."""

from thidua.documents.compose.parts import (
    annex_head,
    closed,
    dashes,
    grounds,
    head,
    paragraphs,
    sheet,
    signing,
)
from thidua.documents.compose.tables import nominee_table
from thidua.documents.letters import NomineeGroup, ProposalList, Submittal
from thidua.documents.sheet import Addressees, Block, Paragraph, Section, Sheet, Title
from thidua.documents.wording import counted


def asked(groups: tuple[NomineeGroup, ...]) -> list[Paragraph]:
    lines = [
        f"{n}. {group.honour[:1].upper()}{group.honour[1:]}: {counted(group.nominees)}"
        for n, group in enumerate(groups, 1)
    ]
    marks = [";"] * (len(lines) - 1) + ["."]
    return [Paragraph(line + mark) for line, mark in zip(lines, marks, strict=True)]


def submittal(letter: Submittal) -> Sheet:
    body: list[Block] = [
        *grounds(letter.grounds),
        *paragraphs(letter.paragraphs),
        Paragraph(
            f"{letter.head.agency} kính trình {', '.join(letter.to)} xem xét, khen thưởng"
            f" {letter.period} đối với các tập thể, cá nhân, hộ gia đình sau đây"
            " (có danh sách kèm theo):"
        ),
        *asked(letter.groups),
        Paragraph("Đơn vị chịu trách nhiệm về tính chính xác của thành tích và hồ sơ đề nghị khen thưởng."),
    ]
    if letter.enclosures:
        body += [Paragraph("Hồ sơ kèm theo Tờ trình gồm:"), *dashes(letter.enclosures)]
    opening: list[Block] = [head(letter.head), Title("TỜ TRÌNH", letter.subject), Addressees(letter.to)]
    ending = [signing(letter.signature, letter.recipients)]
    annex: list[Block] = [
        annex_head(letter.head, "Tờ trình", f"Danh sách đề nghị khen thưởng {letter.period}"),
        nominee_table(letter.groups),
    ]
    return sheet(letter.head, "Tờ trình", [*opening, *closed(body), *ending], annex)


def proposal_list(letter: ProposalList) -> Sheet:
    subject = f"{letter.subject} {letter.period}".strip()
    blocks = (
        head(letter.head),
        Title("DANH SÁCH", subject),
        nominee_table(letter.groups),
        Paragraph(f"Tổng số: {counted(n for g in letter.groups for n in g.nominees)}./."),
        signing(letter.signature, letter.recipients),
    )
    section = Section(blocks, landscape=True)
    title = "Danh sách đề nghị khen thưởng"
    return Sheet(title, letter.head.agency, letter.head.day, (section,))
