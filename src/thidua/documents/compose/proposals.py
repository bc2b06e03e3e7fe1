"""Tờ trình and danh sách đề nghị."""

from thidua.documents.compose.parts import (
    ACROSS,
    annex_head,
    closed,
    dashes,
    grounds,
    head,
    marked,
    paragraphs,
    sheet,
    signing,
)
from thidua.documents.compose.tables import nominee_table
from thidua.documents.letters import Nominee, NomineeGroup, ProposalList, Submittal
from thidua.documents.sheet import Addressees, Block, Paragraph, Section, Sheet, Title
from thidua.documents.wording import capitalised, counted, kinds


def everybody(groups: tuple[NomineeGroup, ...]) -> list[Nominee]:
    return [nominee for group in groups for nominee in group.nominees]


def asked(groups: tuple[NomineeGroup, ...]) -> list[Paragraph]:
    lines = [
        f"{n}. {capitalised(group.honour)}: {counted(group.nominees)}" for n, group in enumerate(groups, 1)
    ]
    return paragraphs(marked(lines))


def submittal(letter: Submittal) -> Sheet:
    body: list[Block] = [
        *grounds(letter.grounds),
        *paragraphs(letter.paragraphs),
        Paragraph(
            f"{letter.head.agency} kính trình {', '.join(letter.to)} xem xét, khen thưởng"
            f" {letter.period} đối với các {kinds(everybody(letter.groups))} sau đây"
            " (có danh sách kèm theo):"
        ),
        *asked(letter.groups),
        Paragraph("Đơn vị chịu trách nhiệm về tính chính xác của thành tích và hồ sơ đề nghị khen thưởng."),
    ]
    if letter.enclosures:
        body += [Paragraph("Hồ sơ kèm theo Tờ trình gồm:"), *dashes(letter.enclosures)]
    opening: list[Block] = [
        head(letter.head),
        Title("TỜ TRÌNH", letter.subject),
        Addressees(tuple(marked(letter.to))),
    ]
    ending = [signing(letter.signature, letter.recipients)]
    annex: list[Block] = [
        annex_head(letter.head, "Tờ trình", f"Danh sách đề nghị khen thưởng {letter.period}"),
        nominee_table(letter.groups),
    ]
    return sheet(letter.head, "Tờ trình", [*opening, *closed(body), *ending], annex)


def proposal_list(letter: ProposalList) -> Sheet:
    subject = f"{letter.subject} {letter.period}".strip()
    blocks = (
        head(letter.head, room=ACROSS),
        Title("DANH SÁCH", subject),
        nominee_table(letter.groups),
        Paragraph(f"Tổng số: {counted(everybody(letter.groups))}./."),
        signing(letter.signature, letter.recipients),
    )
    section = Section(blocks, landscape=True)
    title = "Danh sách đề nghị khen thưởng"
    return Sheet(title, letter.head.agency, letter.head.day, (section,))
