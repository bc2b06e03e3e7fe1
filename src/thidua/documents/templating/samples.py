"""A letter of each replaceable kind, with invented people: what a template is tried on."""

from dataclasses import replace
from datetime import date, datetime

from thidua.documents.letters import (
    AchievementReportLetter,
    Attendee,
    AwardGroup,
    BallotCount,
    CampaignReport,
    ConsultationLetter,
    CouncilDecision,
    CouncilMinutes,
    CouncilSeat,
    Decision,
    FiledPaper,
    FileIndex,
    IntakeReceipt,
    LaunchPlan,
    Letter,
    Letterhead,
    Meeting,
    MeetingInvitation,
    MinutesKind,
    Nominee,
    NomineeGroup,
    NomineeKind,
    PaperPart,
    PaperTable,
    PraiseLetter,
    ProposalList,
    RefusalNotice,
    ReportPart,
    ReturnNotice,
    ReturnPoint,
    Signature,
    Submittal,
    TallyMinutes,
    UnitMeetingMinutes,
    VotedGroup,
    VoteLine,
)
from thidua.kernel.days import VIETNAM

WARD = "Ủy ban nhân dân phường Ví Dụ"
SCHOOL = "Trường Tiểu học Ví Dụ"
COUNCIL = "Hội đồng Thi đua - Khen thưởng phường Ví Dụ"
DAY = date(2026, 2, 5)
PERIOD = "năm 2025"
HEAD = Letterhead(
    agency=WARD,
    parent_agency="Ủy ban nhân dân thành phố Ví Dụ",
    number=7,
    symbol="QĐ-UBND",
    place="Phường Ví Dụ",
    day=DAY,
)
SCHOOL_HEAD = replace(HEAD, agency=SCHOOL, parent_agency=WARD, symbol="TTr")
COUNCIL_HEAD = replace(HEAD, agency=COUNCIL, parent_agency=WARD, symbol="BB-HĐTĐKT")
SIGNED = Signature(authority=("KT. Chủ tịch", "Phó Chủ tịch"), name="Lê Văn Ví")
PRINCIPAL = Signature(authority=("Hiệu trưởng",), name="Trần Thị Dụ")
GROUNDS = (
    "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
)
PEOPLE = (
    Nominee(
        name="Nguyễn Văn Một", honorific="Ông", post="Giáo viên", unit=SCHOOL, merit="Dạy giỏi", prize=760_000
    ),
    Nominee(
        name="Trần Thị Hai", honorific="Bà", post="Giáo viên", unit=SCHOOL, prize=760_000, note="truy tặng"
    ),
    Nominee(name="Tổ chuyên môn số 3", kind=NomineeKind.COLLECTIVE, unit=SCHOOL, prize=1_520_000),
    Nominee(name="Lê Văn Bốn", kind=NomineeKind.HOUSEHOLD, unit="Tổ dân phố số 4", prize=760_000),
)
GROUPS = (
    NomineeGroup(honour="danh hiệu “Lao động tiên tiến”", nominees=PEOPLE),
    NomineeGroup(honour="Giấy khen", nominees=PEOPLE[:1]),
)
MEETING = Meeting(
    started=datetime(2026, 2, 5, 8, 30, tzinfo=VIETNAM),
    ended=datetime(2026, 2, 5, 10, 0, tzinfo=VIETNAM),
    place="Phòng họp số 2",
    chair=Attendee(name="Lê Văn Ví", post="Chủ tịch Hội đồng"),
    secretary=Attendee(name="Phạm Thị Thư", post="Ủy viên, thư ký"),
    n_members=9,
    n_present=8,
    present=(Attendee(name="Lê Văn Ví", post="Chủ tịch Hội đồng"), Attendee(name="Phạm Thị Thư")),
    absent=(Attendee(name="Hoàng Văn Vắng", reason="đi công tác"),),
)
VOTES = (
    VotedGroup(
        honour="Giấy khen",
        n_voters=9,
        threshold="Yêu cầu: từ 80% tổng số thành viên trở lên.",
        lines=(
            VoteLine(nominee=PEOPLE[0], n_for=8, n_against=0, n_blank=1, passed=True),
            VoteLine(nominee=PEOPLE[1], n_for=5, n_against=4, passed=False, note="không đủ phiếu"),
        ),
    ),
)
PARTS = (
    ReportPart(heading="I. ĐẶC ĐIỂM, TÌNH HÌNH", text="Đoạn thứ nhất.\nĐoạn thứ hai."),
    ReportPart(heading="II. KẾT QUẢ", text="Kết quả đạt được."),
)
TARGETS = PaperTable(
    titles=("Chỉ tiêu", "Đơn vị tính", "Hiện trạng", "Mức phấn đấu"),
    widths=(8, 3, 2.5, 2.5),
    rows=(("Hộ phân loại rác tại nguồn", "%", "60", "90"),),
)
SAMPLES: dict[str, Letter] = {
    "submittal": Submittal(
        head=SCHOOL_HEAD,
        to=(f"Chủ tịch {WARD}",),
        subject="Về việc đề nghị khen thưởng năm 2025",
        period=PERIOD,
        grounds=GROUNDS,
        groups=GROUPS,
        signature=PRINCIPAL,
        paragraphs=("Đoạn nêu rõ thành tích đột xuất (nếu có).",),
        enclosures=("Báo cáo thành tích", "Biên bản bình xét"),
    ),
    "proposal_list": ProposalList(
        head=SCHOOL_HEAD, subject="Đề nghị khen thưởng", period=PERIOD, groups=GROUPS, signature=PRINCIPAL
    ),
    "unit_minutes": UnitMeetingMinutes(
        head=SCHOOL_HEAD,
        kind=MinutesKind.TITLES,
        period=PERIOD,
        meeting=MEETING,
        groups=VOTES,
        opinions=("Ý kiến thảo luận.",),
        conclusion=("Kết luận của hội nghị.",),
        ballot="bỏ phiếu kín",
    ),
    "council_minutes": CouncilMinutes(
        head=COUNCIL_HEAD,
        council=COUNCIL,
        kind=MinutesKind.FORMS,
        period=PERIOD,
        meeting=MEETING,
        groups=VOTES,
        established_by="Quyết định số 15/QĐ-UBND",
        ballot="bỏ phiếu kín",
        opinions=("Ý kiến thảo luận.",),
        written_opinions=("Ý kiến gửi bằng văn bản.",),
        recusals=("Thành viên không bỏ phiếu.",),
        conclusion=("Kết luận của Hội đồng.",),
    ),
    "tally_minutes": TallyMinutes(
        head=COUNCIL_HEAD,
        council=COUNCIL,
        meeting=MEETING,
        tellers=(Attendee(name="Phạm Hữu Kiểm"), Attendee(name="Lê Thị Phiếu"), Attendee(name="Đỗ Văn Đếm")),
        counts=(BallotCount(name="Giấy khen", n_issued=9, n_returned=9, n_valid=8),),
        groups=VOTES,
    ),
    "decision": Decision(
        head=HEAD,
        authority=f"Chủ tịch {WARD}",
        subject="Về việc khen thưởng năm 2025",
        grounds=GROUNDS,
        proposer=COUNCIL,
        groups=(AwardGroup(honour="Giấy khen", nominees=PEOPLE, merit="đã có thành tích xuất sắc năm 2025"),),
        executors="Chánh Văn phòng và các tập thể, cá nhân có tên tại Điều 1",
        signature=SIGNED,
        money="Tiền thưởng được chi từ Quỹ thi đua, khen thưởng.",
    ),
    "consultation_letter": ConsultationLetter(
        head=replace(HEAD, symbol="UBND"),
        to=("Công an phường Ví Dụ", "Thuế cơ sở Ví Dụ"),
        subject="lấy ý kiến về trường hợp đề nghị khen thưởng",
        reason=f"{WARD} đang thẩm định hồ sơ đề nghị khen thưởng năm 2025.",
        matters=("Việc chấp hành pháp luật", "Vụ việc đang được xem xét (nếu có)"),
        groups=GROUPS,
        signature=SIGNED,
        reply_by=date(2026, 2, 20),
        reply_to=WARD,
    ),
    "return_notice": ReturnNotice(
        head=replace(HEAD, symbol="UBND"),
        to=(SCHOOL,),
        dossier="hồ sơ số HS-2026-0007",
        received_on=DAY,
        points=(ReturnPoint(place="Báo cáo thành tích", fault="Thiếu xác nhận", remedy="Bổ sung xác nhận"),),
        signature=SIGNED,
        due_on=date(2026, 2, 20),
        contact="Phòng Văn hóa - Xã hội",
    ),
    "refusal_notice": RefusalNotice(
        head=replace(HEAD, symbol="UBND"),
        to=(SCHOOL,),
        dossier="hồ sơ số HS-2026-0007",
        received_on=DAY,
        reason="Không thuộc thẩm quyền.",
        signature=SIGNED,
        contact="Phòng Văn hóa - Xã hội",
    ),
    "intake_receipt": IntakeReceipt(
        head=HEAD,
        file_code="H00.1-260205-0007",
        procedure="Tặng Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
        applicant=SCHOOL,
        filed_by="Trần Thị Dụ",
        about="Đề nghị khen thưởng năm 2025",
        papers=("Tờ trình", "Biên bản bình xét"),
        taken_on=DAY,
        due_on=date(2026, 3, 5),
        n_days=20,
        signature=Signature(authority=("Người tiếp nhận hồ sơ",), name="Vũ Thị Nhận"),
    ),
    "achievement_report": AchievementReportLetter(
        head=SCHOOL_HEAD,
        asked_for="Giấy khen",
        nominee=PEOPLE[0],
        period=PERIOD,
        parts=PARTS,
        signatures=(PRINCIPAL, Signature(authority=("Người báo cáo",), name="Nguyễn Văn Một")),
    ),
    "campaign_report": CampaignReport(
        head=replace(HEAD, symbol="BC-UBND"),
        about="Tổng kết phong trào thi đua “Phường xanh, sạch, đẹp”",
        parts=PARTS,
        signature=SIGNED,
    ),
    "file_index": FileIndex(
        head=SCHOOL_HEAD,
        file="Đề nghị khen thưởng năm 2025",
        code="HS-2026-0007",
        papers=(
            FiledPaper(title="Tờ trình", of=SCHOOL, day=DAY),
            FiledPaper(title="Minh chứng", note="liên kết"),
        ),
        signature=PRINCIPAL,
    ),
    "praise_letter": PraiseLetter(
        head=replace(HEAD, number=None, symbol=""),
        to="Ông Nguyễn Văn Một, Tổ dân phố số 4",
        paragraphs=("Đoạn nêu việc làm tốt.", "Đoạn biểu dương, cảm ơn."),
        signature=SIGNED,
    ),
    "launch_plan": LaunchPlan(
        head=replace(HEAD, symbol="KH-UBND"),
        subject="Phát động phong trào thi đua “Phường xanh, sạch, đẹp”",
        opening=("Căn cứ để ban hành kế hoạch;", f"{WARD} ban hành Kế hoạch như sau:"),
        parts=(
            PaperPart(heading="Mục tiêu", text="Mục tiêu của phong trào."),
            PaperPart(heading="Chỉ tiêu thi đua", table=TARGETS),
        ),
        signature=SIGNED,
    ),
    "council_decision": CouncilDecision(
        head=HEAD,
        authority=f"Chủ tịch {WARD}",
        council=COUNCIL,
        grounds=GROUNDS,
        proposer="Trưởng phòng Văn hóa - Xã hội",
        seats=(
            CouncilSeat(name="Lê Văn Ví", post="Chủ tịch UBND phường", role="Chủ tịch Hội đồng"),
            CouncilSeat(name="Phạm Thị Thư", post="Chuyên viên", role="Ủy viên, thư ký"),
        ),
        tasks=("Tham mưu về thi đua, khen thưởng", "Xét, đề nghị khen thưởng"),
        executors="Chánh Văn phòng",
        signature=SIGNED,
    ),
    "meeting_invitation": MeetingInvitation(
        head=replace(COUNCIL_HEAD, symbol="GM-HĐTĐKT"),
        inviter=COUNCIL,
        to=("Ông Lê Văn Ví, Chủ tịch Hội đồng", "Bà Phạm Thị Thư, ủy viên, thư ký"),
        subject="Họp Hội đồng xét khen thưởng",
        starts=datetime(2026, 2, 5, 8, 30, tzinfo=VIETNAM),
        place="Phòng họp số 2",
        chair="Ông Lê Văn Ví, Chủ tịch Hội đồng",
        agenda=("Xét tặng Giấy khen",),
        signature=Signature(authority=("Chủ tịch Hội đồng",), name="Lê Văn Ví"),
    ),
}
