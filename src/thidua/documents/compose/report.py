"""Báo cáo thành tích; báo cáo sơ kết, tổng kết phong trào."""

from collections.abc import Iterator
from dataclasses import replace

from thidua.documents.compose.parts import closed, head, sheet, signing, signings
from thidua.documents.compose.tables import addressed, post_and_unit
from thidua.documents.letters import AchievementReportLetter, CampaignReport, NomineeKind, ReportPart
from thidua.documents.sheet import Block, Paragraph, Sheet, Subhead, Title
from thidua.documents.wording import capitalised

NAMED = {
    NomineeKind.INDIVIDUAL: "Họ và tên:",
    NomineeKind.COLLECTIVE: "Tên tập thể:",
    NomineeKind.HOUSEHOLD: "Hộ gia đình:",
}
OPEN = "…" * 60


def achievement_report(letter: AchievementReportLetter) -> Sheet:
    about = f"Đề nghị tặng {letter.asked_for}" + (f", {letter.period}" if letter.period else "")
    drawn = replace(head(letter.head), number="")
    blocks: list[Block] = [
        drawn,
        Title("BÁO CÁO THÀNH TÍCH", about),
        Paragraph(capitalised(addressed(letter.nominee)), lead=NAMED[letter.nominee.kind]),
    ]
    if where := post_and_unit(letter.nominee):
        blocks.append(Paragraph(where, lead="Chức vụ, đơn vị:"))
    for part in letter.parts:
        blocks += [*map(Subhead, part.heading.split("\n")), *_lines(part)]
    return sheet(letter.head, "Báo cáo thành tích", [*blocks, signings(letter.signatures)])


def _lines(part: ReportPart) -> Iterator[Paragraph]:
    lines = [line.strip() for line in part.text.splitlines() if line.strip()]
    yield from (Paragraph(line) for line in lines or [OPEN])


def campaign_report(letter: CampaignReport) -> Sheet:
    body: list[Block] = []
    for part in letter.parts:
        if part.text.strip():
            body += [Subhead(part.heading), *_lines(part)]
    opening: list[Block] = [head(letter.head), Title("BÁO CÁO", letter.about)]
    ending = signing(letter.signature, letter.recipients)
    return sheet(letter.head, "Báo cáo", [*opening, *(closed(body) if body else body), ending])
