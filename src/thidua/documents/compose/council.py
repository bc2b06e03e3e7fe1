"""Quyết định thành lập hội đồng, giấy mời họp, phiếu bầu."""

from collections.abc import Sequence
from dataclasses import replace

from thidua.documents.compose.parts import (
    closed,
    grounds,
    head,
    marked,
    minutes_head,
    paragraphs,
    sheet,
    signing,
)
from thidua.documents.compose.tables import post_and_unit
from thidua.documents.letters import (
    Ballots,
    CouncilDecision,
    CouncilSeat,
    MeetingInvitation,
    Nominee,
    NomineeGroup,
)
from thidua.documents.sheet import Addressees, Block, Centred, Column, Paragraph, Row, Sheet, Table, Title
from thidua.documents.wording import capitalised, clock_time, legal_day

BALLOT = (
    Column("TT", 1, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 5),
    Column("Chức vụ, đơn vị", 5),
    Column("Đồng ý", 2, "center"),
    Column("Không đồng ý", 2, "center"),
)
HOW_TO_VOTE = (
    "Đánh dấu “x” vào một trong hai ô “Đồng ý” hoặc “Không đồng ý” đối với từng trường hợp. Trường hợp bỏ trống "
    "hoặc đánh dấu cả hai ô thì không hợp lệ đối với trường hợp đó. Không ghi tên, không ký vào phiếu."
)


def _seat(seat: CouncilSeat) -> str:
    post = f", {seat.post}" if seat.post else ""
    return f"Ông (bà) {seat.name}{post}: {seat.role}"


def _articles(letter: CouncilDecision) -> list[Paragraph]:
    seats = marked([_seat(seat) for seat in letter.seats])
    tasks = marked(letter.tasks)
    return [
        Paragraph(f"Thành lập {letter.council} gồm các ông (bà) có tên sau đây:", "Điều 1."),
        *paragraphs(f"{n}. {text}" for n, text in enumerate(seats, 1)),
        Paragraph("Hội đồng có nhiệm vụ:", "Điều 2."),
        *paragraphs(f"{n}. {text}" for n, text in enumerate(tasks, 1)),
        Paragraph(
            f"Quyết định này có hiệu lực kể từ ngày ký. {letter.executors} và các ông (bà) có tên tại Điều 1 "
            "chịu trách nhiệm thi hành Quyết định này.",
            "Điều 3.",
        ),
    ]


def council_decision(letter: CouncilDecision) -> Sheet:
    return sheet(
        letter.head,
        "Quyết định thành lập hội đồng",
        [
            head(letter.head),
            Title("QUYẾT ĐỊNH", f"Về việc thành lập {letter.council}"),
            Centred(letter.authority.upper()),
            *grounds(letter.grounds, f"Theo đề nghị của {letter.proposer}" if letter.proposer else ""),
            Centred("QUYẾT ĐỊNH:"),
            *closed(_articles(letter)),
            signing(letter.signature, letter.recipients),
        ],
    )


def meeting_invitation(letter: MeetingInvitation) -> Sheet:
    agenda = marked(letter.agenda)
    body: list[Block] = [
        Paragraph(f"{letter.inviter} trân trọng kính mời các ông (bà) tới dự phiên họp với nội dung:"),
        *paragraphs(f"{n}. {text}" for n, text in enumerate(agenda, 1)),
        Paragraph(letter.chair, "Chủ trì:"),
        Paragraph(clock_time(letter.starts), "Thời gian:"),
        Paragraph(letter.place, "Địa điểm:"),
        Paragraph(
            "Đề nghị các thành viên nghiên cứu trước hồ sơ và dự họp đúng thành phần, thời gian; trường hợp "
            "vắng mặt, đề nghị báo trước và gửi ý kiến bằng văn bản"
        ),
    ]
    opening: list[Block] = [
        head(letter.head),
        Title("GIẤY MỜI", letter.subject),
        Addressees(tuple(marked(letter.to))),
    ]
    return sheet(
        letter.head, "Giấy mời họp", [*opening, *closed(body), signing(letter.signature, letter.recipients)]
    )


def _row(n: int, nominee: Nominee) -> Row:
    return Row((str(n), f"{nominee.honorific} {nominee.name}".strip(), post_and_unit(nominee), "", ""))


def _ballot(letter: Ballots, group: NomineeGroup) -> Sequence[Block]:
    rows = tuple(_row(n, nominee) for n, nominee in enumerate(group.nominees, 1))
    return [
        replace(minutes_head(letter.head), number=""),
        Title("PHIẾU BẦU", f"{capitalised(group.honour)} tại phiên họp {legal_day(letter.day)}"),
        Paragraph(HOW_TO_VOTE),
        Table(BALLOT, rows),
    ]


def ballots(letter: Ballots) -> Sheet:
    return sheet(letter.head, "Phiếu bầu", *(_ballot(letter, group) for group in letter.groups))
