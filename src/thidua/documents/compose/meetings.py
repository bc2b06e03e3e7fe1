"""Biên bản of meetings, laid out as form 1.9 of NĐ 30/2020, App. III."""

from collections.abc import Iterable, Sequence

from thidua.documents.compose.parts import closed, minutes_head, paragraphs, sheet, signings
from thidua.documents.compose.tables import addressed, roman, vote_table
from thidua.documents.letters import (
    Attendee,
    CouncilMinutes,
    Meeting,
    Signature,
    UnitMeetingMinutes,
    VotedGroup,
)
from thidua.documents.sheet import Block, Paragraph, Sheet, Subhead, Title
from thidua.documents.wording import capitalised, clock_time


def person(attendee: Attendee) -> str:
    """As in "Nguyễn Văn An, Hiệu trưởng (lý do: đi công tác)"."""
    described = f"{attendee.name}, {attendee.post}" if attendee.post else attendee.name
    return f"{described} (lý do: {attendee.reason})" if attendee.reason else described


def _named(label: str, people: Sequence[Attendee]) -> list[Paragraph]:
    return [Paragraph(f"- {label}: {'; '.join(map(person, people))}.")] if people else []


def circumstances(meeting: Meeting) -> list[Block]:
    """When, where, who: what form 1.9 begins with."""
    present = f"{meeting.n_present:02}/{meeting.n_members:02}"
    return [
        Paragraph(f"Thời gian bắt đầu: {clock_time(meeting.started)}."),
        Paragraph(f"Địa điểm: {meeting.place}."),
        Paragraph(f"Thành phần tham dự: có mặt {present} thành viên."),
        *_named("Có mặt", meeting.present),
        *_named("Vắng mặt", meeting.absent),
        *_named("Mời dự", meeting.guests),
        Paragraph(f"Chủ trì (chủ tọa): {person(meeting.chair)}."),
        Paragraph(f"Thư ký (người ghi biên bản): {person(meeting.secretary)}."),
    ]


def voted(groups: Iterable[VotedGroup]) -> list[Block]:
    blocks: list[Block] = []
    for place, group in enumerate(groups, 1):
        blocks.append(Subhead(f"{place}. {capitalised(group.honour)}"))
        if group.threshold:
            blocks.append(Paragraph(group.threshold))
        blocks += [vote_table(group), Paragraph(outcome(group))]
    return blocks


def outcome(group: VotedGroup) -> str:
    passed = [addressed(line.nominee) for line in group.lines if line.passed]
    if not passed:
        return "Không có trường hợp nào đủ số phiếu đồng ý."
    return f"Kết quả: {len(passed):02}/{len(group.lines):02} trường hợp đủ số phiếu đồng ý."


def part(place: int, title: str, blocks: Sequence[Block]) -> list[Block]:
    return [Subhead(f"{roman(place)}. {title}"), *blocks] if blocks else []


def parts(titled: Iterable[tuple[str, Sequence[Block]]]) -> list[Block]:
    """The parts that have something to say, numbered through."""
    said = [(title, blocks) for title, blocks in titled if blocks]
    return [block for n, (title, blocks) in enumerate(said, 1) for block in part(n, title, blocks)]


def ending(meeting: Meeting) -> Paragraph:
    if meeting.ended is None:
        return Paragraph("Biên bản được đọc lại cho những người tham dự cùng nghe và thống nhất.")
    return Paragraph(
        "Biên bản được đọc lại cho những người tham dự cùng nghe và thống nhất."
        f" Cuộc họp kết thúc vào {clock_time(meeting.ended)}."
    )


def of_secretary(meeting: Meeting) -> Signature:
    return Signature(authority=("Thư ký",), name=meeting.secretary.name)


def of_chair(meeting: Meeting) -> Signature:
    return Signature(authority=("Chủ tọa",), name=meeting.chair.name)


def unit_meeting_minutes(letter: UnitMeetingMinutes) -> Sheet:
    how = f"Hình thức biểu quyết: {letter.ballot}." if letter.ballot else ""
    content = parts(
        (
            ("THÀNH PHẦN", circumstances(letter.meeting)),
            ("Ý KIẾN THẢO LUẬN", paragraphs(letter.opinions)),
            ("KẾT QUẢ", [*paragraphs(filter(None, [how])), *voted(letter.groups)]),
            ("KẾT LUẬN", [*paragraphs(letter.conclusion), ending(letter.meeting)]),
        )
    )
    subject = f"Họp {letter.kind.value} {letter.period}"
    blocks = [minutes_head(letter.head), Title("BIÊN BẢN", subject), *closed(content)]
    signed = signings((of_secretary(letter.meeting), of_chair(letter.meeting)))
    return sheet(letter.head, "Biên bản", [*blocks, signed])


def council_minutes(letter: CouncilMinutes) -> Sheet:
    set_up = f"{letter.council} được thành lập theo {letter.established_by}."
    how = f"Hình thức biểu quyết: {letter.ballot}." if letter.ballot else ""
    content = parts(
        (
            (
                "THÀNH PHẦN",
                [
                    *paragraphs([set_up] if letter.established_by else []),
                    *circumstances(letter.meeting),
                ],
            ),
            ("Ý KIẾN THẢO LUẬN", paragraphs(letter.opinions)),
            ("THÀNH VIÊN KHÔNG THAM GIA BỎ PHIẾU", paragraphs(letter.recusals)),
            ("Ý KIẾN BẰNG VĂN BẢN CỦA THÀNH VIÊN VẮNG MẶT", paragraphs(letter.written_opinions)),
            ("KẾT QUẢ", [*paragraphs(filter(None, [how])), *voted(letter.groups)]),
            ("KẾT LUẬN", [*paragraphs(letter.conclusion), ending(letter.meeting)]),
        )
    )
    subject = f"Họp {letter.council} {letter.kind.value} {letter.period}"
    blocks = [minutes_head(letter.head), Title("BIÊN BẢN", subject), *closed(content)]
    signed = signings((of_secretary(letter.meeting), of_chair(letter.meeting)), letter.recipients)
    return sheet(letter.head, "Biên bản", [*blocks, signed])
