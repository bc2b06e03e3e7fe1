"""What a council's life begins with, as plain letters: its decision, the invitation, the ballots."""

from dataclasses import replace
from datetime import date, datetime

from thidua.documents.letters import (
    Ballots,
    CouncilDecision,
    CouncilSeat,
    MeetingInvitation,
    NomineeGroup,
    Signature,
)
from thidua.kernel.days import VIETNAM
from thidua.modules.consultations.api import nominee
from thidua.modules.councils import letters
from thidua.modules.councils.models import Attendance, Council, MemberRole, Sitting
from thidua.modules.councils.queries import agenda, attendance, members_on
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import SigningAuthority

# A paper is Vietnamese whatever the language of the screen.
ROLES = {
    MemberRole.CHAIR: "Chủ tịch Hội đồng",
    MemberRole.VICE_CHAIR: "Phó Chủ tịch Hội đồng",
    MemberRole.STANDING: "Ủy viên thường trực",
    MemberRole.SECRETARY: "Ủy viên, thư ký",
    MemberRole.MEMBER: "Ủy viên",
}
TASKS = (
    "Tham mưu, tư vấn về công tác thi đua, khen thưởng; đánh giá kết quả phong trào thi đua và công tác khen thưởng",
    (
        "Xét, bỏ phiếu đối với danh hiệu thi đua, hình thức khen thưởng và đề nghị cấp có thẩm quyền quyết định theo "
        "quy định của pháp luật"
    ),
    "Làm việc theo quy chế hoạt động do Chủ tịch Hội đồng ban hành",
)
ON_INITIATIVES = (
    "Xét, đánh giá và đề nghị người đứng đầu công nhận sáng kiến, phạm vi ảnh hưởng của sáng kiến",
    "Làm việc theo quy chế hoạt động do Chủ tịch Hội đồng ban hành",
)


def council_decision(council: Council, on: date) -> CouncilDecision:
    """With the members, law and signer of its day; number and day stay open unless the council's record has them."""
    body = council.organisation
    number = council.decision.partition("/")[0].strip()
    is_numbered = number.isdecimal()
    # Members may have been entered only later.
    first = list(members_on(council, council.since)) if is_numbered else []
    seats = first or list(members_on(council, on))
    on = council.since if is_numbered else on
    signer = papers.signers_of(body, on).first()
    return CouncilDecision(
        head=papers.letterhead(
            body,
            on,
            number=int(number) if is_numbered else None,
            symbol="QĐ-UBND" if body.kind in papers.TERRITORIES else "QĐ",
            day=council.since if is_numbered else None,
        ),
        authority=_authority(body, signer, on),
        council=council.name,
        grounds=tuple(papers.instruments(body, on)),
        proposer="",
        seats=tuple(
            CouncilSeat(name=seat.name, post=seat.post, role=ROLES[MemberRole(seat.role)]) for seat in seats
        ),
        tasks=ON_INITIATIVES if "sáng kiến" in council.name.lower() else TASKS,
        executors=_executors(body),
        signature=papers.signature(signer),
    )


def _authority(body: Organisation, signer: SigningAuthority | None, on: date) -> str:
    post = signer.head_post.capitalize() if signer else "Người đứng đầu"
    return f"{post} {papers.letterhead(body, on).agency}"


def _executors(body: Organisation) -> str:
    if body.kind in papers.TERRITORIES:
        name = f"{body.name[:1].lower()}{body.name[1:]}"
        return (
            f"Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {name}, Thủ trưởng các đơn vị có liên quan"
        )
    return "Trưởng các bộ phận có liên quan"


def invitation(sitting: Sitting) -> MeetingInvitation:
    """To every member of the sitting, with what is on the agenda by honour."""
    seats = list(attendance(sitting))
    starts: date = sitting.held_on
    if sitting.begins_at:
        starts = datetime.combine(sitting.held_on, sitting.begins_at, tzinfo=VIETNAM)
    chair = next((seat.member for seat in seats if seat.member.role == MemberRole.CHAIR), None)
    return MeetingInvitation(
        head=replace(letters.letterhead(sitting), symbol="GM-HĐTĐKT", day=None),
        inviter=sitting.council.name,
        to=tuple(map(_called, seats)),
        subject=sitting.title,
        starts=starts,
        place=sitting.place or "………………………………",
        chair=f"{chair.name}, {ROLES[MemberRole.CHAIR]}" if chair else "………………………………",
        agenda=tuple(_agenda(sitting)) or (sitting.title,),
        signature=Signature(authority=(ROLES[MemberRole.CHAIR],), name=chair.name if chair else ""),
    )


def _called(seat: Attendance) -> str:
    role = ROLES[MemberRole(seat.member.role)]
    return f"Ông (bà) {seat.member.name}, {role[:1].lower()}{role[1:]}"


def _agenda(sitting: Sitting) -> list[str]:
    found = letters.by_honour(agenda(sitting))
    return [
        f"Xét, đề nghị {letters.named(code)}: {len(items):02} trường hợp" for code, items in found.items()
    ]


def ballots(sitting: Sitting) -> Ballots:
    """One ballot for each honour of the agenda, to be copied for each member who votes on paper."""
    return Ballots(
        head=letters.letterhead(sitting),
        council=sitting.council.name,
        day=sitting.held_on,
        groups=tuple(
            NomineeGroup(
                honour=letters.named(code), nominees=tuple(nominee(item.candidate) for item in items)
            )
            for code, items in letters.by_honour(agenda(sitting)).items()
        ),
    )
