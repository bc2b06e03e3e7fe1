"""One letter of each kind, with invented people."""

from dataclasses import replace
from datetime import date, datetime

from thidua.documents.letters import (
    AchievementReportLetter,
    AdvanceRequest,
    AdvanceSettlement,
    Attendee,
    AwardGroup,
    BallotCount,
    Ballots,
    BookLine,
    CampaignReport,
    CertificateOfMerit,
    ConsultationLetter,
    CouncilDecision,
    CouncilMinutes,
    CouncilSeat,
    Decision,
    FiledPaper,
    FileIndex,
    IntakeReceipt,
    LaunchPlan,
    Letterhead,
    Meeting,
    MeetingInvitation,
    MinutesKind,
    Nominee,
    NomineeGroup,
    NomineeKind,
    PaperPart,
    PaperTable,
    Payment,
    PaymentList,
    PraiseLetter,
    ProofList,
    ProposalList,
    Recipients,
    RefusalNotice,
    ReportPart,
    ReturnNotice,
    ReturnPoint,
    Signature,
    Spent,
    Submittal,
    TallyMinutes,
    UnitMeetingMinutes,
    VotedGroup,
    VoteLine,
    YearBook,
)
from thidua.kernel.days import VIETNAM

WARD = "Ủy ban nhân dân phường Hai Bà Trưng"
SCHOOL = "Trường Trung học cơ sở Ngô Quyền"
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Vũ", "Đỗ", "Bùi", "Dương")
MIDDLE = ("Thị", "Văn", "Ngọc", "Đức", "Thị Thanh", "Quốc", "Thị Hồng", "Minh", "Xuân", "Hữu")
GIVEN = ("Ánh", "Bình", "Cẩm", "Dũng", "Đạt", "Giang", "Hưởng", "Khuê", "Lượng", "Mỹ", "Nguyệt")

SCHOOL_HEAD = Letterhead(
    parent_agency=WARD,
    agency=SCHOOL,
    number=7,
    symbol="TTr-THCSNQ",
    place="Hai Bà Trưng",
    day=date(2026, 6, 5),
)
WARD_HEAD = Letterhead(
    parent_agency="Ủy ban nhân dân thành phố Hà Nội",
    agency=WARD,
    number=1254,
    symbol="QĐ-UBND",
    place="Hai Bà Trưng",
    day=date(2026, 6, 25),
)
COUNCIL_HEAD = Letterhead(
    parent_agency=WARD,
    agency="Hội đồng Thi đua - Khen thưởng",
    number=3,
    symbol="BB-HĐTĐKT",
    place="Hai Bà Trưng",
    day=date(2026, 6, 18),
)
PERIOD = "năm học 2025 - 2026"
PRINCIPAL = Signature(authority=("Hiệu trưởng",), name="Nguyễn Thị Phương Thảo")
DEPUTY = Signature(authority=("KT. Chủ tịch", "Phó Chủ tịch"), name="Đặng Quốc Hưởng")
ADVANCED = "danh hiệu “Lao động tiên tiến”"
FIGHTER = "danh hiệu “Chiến sĩ thi đua cơ sở”"
LAWS = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    (
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ"
        " quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng"
    ),
)


def teacher(n: int, prize: int | None = None) -> Nominee:
    name = f"{FAMILY[n % 10]} {MIDDLE[n // 3 % 10]} {GIVEN[n % 11]}"
    honorific = "Bà" if "Thị" in name else "Ông"
    return Nominee(name=name, honorific=honorific, post="Giáo viên", unit=SCHOOL, prize=prize)


def teachers(count: int, prize: int | None = None) -> tuple[Nominee, ...]:
    return tuple(teacher(n, prize) for n in range(count))


TEAM = Nominee(name="Tổ Khoa học tự nhiên", kind=NomineeKind.COLLECTIVE, unit=SCHOOL)
GROUPS = (
    NomineeGroup(honour=ADVANCED, nominees=teachers(12)),
    NomineeGroup(honour=FIGHTER, nominees=teachers(2)),
    NomineeGroup(honour="danh hiệu “Tập thể lao động tiên tiến”", nominees=(TEAM,)),
)
MEETING = Meeting(
    started=datetime(2026, 6, 18, 8, 30, tzinfo=VIETNAM),
    ended=datetime(2026, 6, 18, 10, 5, tzinfo=VIETNAM),
    place="Phòng họp số 2, trụ sở Ủy ban nhân dân phường",
    chair=Attendee(name="Trần Đức Lượng", post="Chủ tịch Hội đồng"),
    secretary=Attendee(name="Vũ Thị Hồng Nguyệt", post="Ủy viên thư ký"),
    n_members=11,
    n_present=10,
    present=(
        Attendee(name="Trần Đức Lượng", post="Chủ tịch Hội đồng"),
        Attendee(name="Vũ Thị Hồng Nguyệt", post="Ủy viên thư ký"),
    ),
    absent=(Attendee(name="Bùi Xuân Đạt", post="Ủy viên", reason="đi công tác"),),
)
VOTES = (
    VotedGroup(
        honour=FIGHTER,
        n_voters=11,
        threshold="Yêu cầu: từ 80% tổng số thành viên Hội đồng trở lên (Nghị định số 98/2023/NĐ-CP,"
        " Điều 30 khoản 7).",
        lines=(
            VoteLine(nominee=teacher(0), n_for=11, n_against=0, passed=True),
            VoteLine(nominee=teacher(1), n_for=8, n_against=3, passed=False),
        ),
    ),
)

SUBMITTAL = Submittal(
    head=SCHOOL_HEAD,
    to=("Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",),
    subject="Về việc đề nghị tặng danh hiệu thi đua năm học 2025 - 2026",
    period=PERIOD,
    grounds=(*LAWS, "Căn cứ Biên bản họp bình xét thi đua ngày 29 tháng 5 năm 2026 của nhà trường"),
    groups=GROUPS,
    signature=PRINCIPAL,
    recipients=Recipients(archive="VT"),
    enclosures=("Báo cáo thành tích (14 bản)", "Biên bản bình xét thi đua (01 bản)"),
)
PROPOSAL_LIST = ProposalList(
    head=SCHOOL_HEAD,
    subject="Đề nghị tặng danh hiệu thi đua",
    period=PERIOD,
    groups=GROUPS,
    signature=PRINCIPAL,
)
UNIT_MINUTES = UnitMeetingMinutes(
    head=replace(SCHOOL_HEAD, symbol="BB-THCSNQ"),
    kind=MinutesKind.TITLES,
    period=PERIOD,
    meeting=MEETING,
    groups=VOTES,
    ballot="bỏ phiếu kín",
    opinions=("Các ý kiến nhất trí với danh sách do tổ chuyên môn đề nghị.",),
    conclusion=("Hội nghị thống nhất đề nghị các trường hợp đủ số phiếu đồng ý.",),
)
COUNCIL_MINUTES = CouncilMinutes(
    head=COUNCIL_HEAD,
    council="Hội đồng Thi đua - Khen thưởng phường Hai Bà Trưng",
    kind=MinutesKind.FORMS,
    period=PERIOD,
    meeting=MEETING,
    groups=VOTES,
    established_by="Quyết định số 15/QĐ-UBND ngày 10 tháng 7 năm 2025",
    ballot="bỏ phiếu kín",
    written_opinions=("Ông Bùi Xuân Đạt: đồng ý với tất cả các trường hợp.",),
    conclusion=("Hội đồng đề nghị Chủ tịch Ủy ban nhân dân phường quyết định.",),
)
TALLY = TallyMinutes(
    head=COUNCIL_HEAD,
    council="Hội đồng Thi đua - Khen thưởng phường Hai Bà Trưng",
    meeting=MEETING,
    tellers=(
        Attendee(name="Phạm Hữu Khuê", post="Trưởng ban"),
        Attendee(name="Lê Thị Cẩm"),
        Attendee(name="Đỗ Minh Giang"),
    ),
    counts=(BallotCount(name="Chiến sĩ thi đua cơ sở", n_issued=11, n_returned=11, n_valid=10),),
    groups=VOTES,
)
DECISION = Decision(
    head=WARD_HEAD,
    authority="Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",
    subject="Về việc tặng danh hiệu thi đua năm học 2025 - 2026",
    grounds=LAWS,
    proposer="Hội đồng Thi đua - Khen thưởng phường Hai Bà Trưng",
    groups=(
        AwardGroup(
            honour=ADVANCED,
            nominees=teachers(200, prize=760_000),
            merit=f"đã có thành tích trong phong trào thi đua {PERIOD}",
        ),
        AwardGroup(honour=FIGHTER, nominees=teachers(4, prize=2_530_000)),
    ),
    executors="Chánh Văn phòng Ủy ban nhân dân phường, Trưởng phòng Kinh tế, thủ trưởng các đơn vị"
    " và các tập thể, cá nhân có tên tại Điều 1",
    signature=DEPUTY,
    money="Tiền thưởng kèm theo được chi từ Quỹ thi đua, khen thưởng của phường năm 2026.",
    recipients=Recipients(copies=("Như Điều 3", "Sở Nội vụ Hà Nội (để báo cáo)"), archive="VT, VHXH (03)"),
)
SMALL_DECISION = Decision(
    head=WARD_HEAD,
    authority="Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",
    subject="Về việc tặng Giấy khen có thành tích đột xuất",
    grounds=LAWS,
    proposer="Trưởng phòng Văn hóa - Xã hội",
    groups=(
        AwardGroup(
            honour="Giấy khen",
            nominees=(Nominee(name="Dương Văn Dũng", honorific="Ông", unit="Tổ dân phố số 12"),),
            merit="đã có hành động dũng cảm cứu người trong vụ cháy ngày 20 tháng 6 năm 2026",
        ),
    ),
    executors="Chánh Văn phòng Ủy ban nhân dân phường, ông Dương Văn Dũng và các đơn vị có liên quan",
    signature=DEPUTY,
    recipients=Recipients(copies=("Như Điều 2",), archive="VT"),
)
CERTIFICATE = CertificateOfMerit(
    decider="Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",
    award="Giấy khen",
    honorific="Bà",
    name="Nguyễn Thị Ánh Nguyệt",
    description=f"Giáo viên, {SCHOOL}",
    merit=f"Đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt, học tốt” {PERIOD}",
    decision_number="1254/QĐ-UBND",
    decision_day=date(2026, 6, 25),
    golden_book=7,
    place="Hai Bà Trưng",
    day=date(2026, 6, 25),
    signature=DEPUTY,
    check_url="https://khenthuong.example.vn/xac-minh/7Q4M-2K9D",
)
CONSULTATION = ConsultationLetter(
    head=Letterhead(
        parent_agency=WARD_HEAD.parent_agency,
        agency=WARD,
        number=88,
        symbol="UBND-VHXH",
        place="Hai Bà Trưng",
        day=date(2026, 2, 3),
    ),
    to=("Công an phường Hai Bà Trưng", "Thuế cơ sở 3 thành phố Hà Nội"),
    subject="lấy ý kiến về các trường hợp đề nghị khen thưởng năm 2025",
    reason="Ủy ban nhân dân phường đang thẩm định hồ sơ đề nghị khen thưởng năm 2025 đối với các"
    " trường hợp sau đây (có danh sách kèm theo):",
    matters=(
        "Việc chấp hành pháp luật về thuế, an ninh trật tự",
        "Vụ việc đang được xem xét, xử lý (nếu có)",
    ),
    groups=GROUPS,
    signature=DEPUTY,
    reply_by=date(2026, 2, 12),
    reply_to="Phòng Văn hóa - Xã hội",
    recipients=Recipients(archive="VT, VHXH"),
)
RETURN_NOTICE = ReturnNotice(
    head=CONSULTATION.head,
    to=(SCHOOL,),
    dossier="hồ sơ đề nghị khen thưởng năm học 2025 - 2026 của đơn vị",
    received_on=date(2026, 1, 28),
    points=(
        ReturnPoint(
            place="Báo cáo thành tích của bà Nguyễn Thị Ánh",
            fault="Chưa có quyết định công nhận sáng kiến",
            remedy="Bổ sung bản chụp quyết định",
        ),
        ReturnPoint(place="Biên bản bình xét", fault="Thiếu chữ ký của thư ký"),
    ),
    due_on=date(2026, 2, 10),
    contact="Phòng Văn hóa - Xã hội",
    signature=DEPUTY,
)
REFUSAL = RefusalNotice(
    head=CONSULTATION.head,
    to=(SCHOOL,),
    dossier="hồ sơ số HS-2026-0007 của đơn vị",
    received_on=date(2026, 1, 28),
    reason="Thẩm quyền xét thuộc tuyến Mặt trận Tổ quốc thành phố.",
    signature=DEPUTY,
)
RECEIPT = IntakeReceipt(
    head=CONSULTATION.head,
    file_code="H26.99.1-260128-0007",
    procedure="Tặng Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
    applicant=SCHOOL,
    filed_by="Trần Thị Minh Châu",
    about="Đề nghị khen thưởng năm học 2025 - 2026",
    papers=("Tờ trình kèm danh sách 06 trường hợp", "Biên bản bình xét"),
    taken_on=date(2026, 1, 28),
    due_on=date(2026, 2, 26),
    n_days=20,
    signature=Signature(authority=("Người tiếp nhận hồ sơ",)),
)
REPORT = AchievementReportLetter(
    head=SCHOOL_HEAD,
    asked_for=FIGHTER,
    nominee=teachers(1)[0],
    period=PERIOD,
    parts=(
        ReportPart(heading="I. SƠ LƯỢC LÝ LỊCH", text="Sinh năm 1985, trình độ đại học."),
        ReportPart(
            heading="II. THÀNH TÍCH ĐẠT ĐƯỢC\n1. Nhiệm vụ được giao", text="Dạy Toán.\nChủ nhiệm lớp 9A."
        ),
        ReportPart(heading="III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", text=""),
    ),
    signatures=(
        Signature(authority=("Thủ trưởng đơn vị xác nhận",)),
        Signature(authority=("Người báo cáo",)),
    ),
)
CAMPAIGN_REPORT = CampaignReport(
    head=SUBMITTAL.head,
    about="Tổng kết phong trào thi đua “Vỉa hè thông thoáng” (từ 01/9/2025 đến 30/6/2026)",
    parts=(
        ReportPart(heading="I. TÌNH HÌNH TỔ CHỨC, TRIỂN KHAI PHONG TRÀO", text="Phát động đến 12 đơn vị."),
        ReportPart(heading="II. KẾT QUẢ THỰC HIỆN", text="Tuyến phố thông thoáng: từ 2 đạt 11 tuyến."),
        ReportPart(heading="VI. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", text=""),
    ),
    signature=SUBMITTAL.signature,
)
PROOF_LIST = ProofList(
    head=SUBMITTAL.head,
    decision="Quyết định số 12/QĐ-UBND ngày 05 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",
    groups=SUBMITTAL.groups,
)
PAYMENT_LIST = PaymentList(
    head=SUBMITTAL.head,
    decision="Quyết định số 12/QĐ-UBND ngày 05/6/2026",
    source="Ngân sách nhà nước",
    payments=(
        Payment(
            name="Bà Nguyễn Thị Hương Giang",
            unit="Trường Trung học cơ sở Ngô Quyền",
            award="Chiến sĩ thi đua cơ sở",
            amount=2_530_000,
            way="Chuyển khoản, Agribank, 1500 2050 01234",
        ),
        Payment(
            name="Ông Trần Văn Bình (truy tặng)",
            unit="Tổ dân phố số 3",
            award="Giấy khen",
            amount=760_000,
            way="Tiền mặt",
            receiver="Bà Lê Thị Mai (vợ)",
        ),
    ),
    preparer="Vũ Thị Kế Toán",
    signature=SUBMITTAL.signature,
)
ADVANCE_REQUEST = AdvanceRequest(
    head=SUBMITTAL.head,
    asker="Phạm Thu Hà",
    receiver="Bà Phạm Thu Hà, chuyên viên",
    amount=12_000_000,
    purpose="Tổ chức lễ trao thưởng cuối năm",
    source="Ngân sách nhà nước",
    due_on=date(2026, 6, 30),
    accountant="Vũ Thị Kế Toán",
    signature=SUBMITTAL.signature,
)
ADVANCE_SETTLEMENT = AdvanceSettlement(
    head=SUBMITTAL.head,
    asker="Phạm Thu Hà",
    receiver="Bà Phạm Thu Hà, chuyên viên",
    purpose="Tổ chức lễ trao thưởng cuối năm",
    amount=12_000_000,
    voucher="PC 31 ngày 01/6/2026",
    spent=(
        Spent(what="Khung giấy khen", paper="HĐ 118 ngày 03/6/2026", amount=4_500_000),
        Spent(what="Hoa và trang trí hội trường", paper="HĐ 90 ngày 04/6/2026", amount=6_000_000),
    ),
    back=0,
    left=1_500_000,
    lacking=0,
    accountant="Vũ Thị Kế Toán",
    signature=SUBMITTAL.signature,
)
YEAR_BOOK = YearBook(
    head=SUBMITTAL.head,
    year=2026,
    lines=tuple(
        BookLine(
            place=place,
            name=f"Bà Nguyễn Thị Hương Giang {place}",
            unit="Trường Trung học cơ sở Ngô Quyền",
            award="Chiến sĩ thi đua cơ sở",
            period="năm học 2025–2026",
            decision="112/QĐ-UBND ngày 05/06/2026",
            note="đính chính, số 3" if place == 40 else "",
        )
        for place in range(11, 61)
    ),
    keeper="Nguyễn Thu Trang",
    signature=SUBMITTAL.signature,
)
PAPERS = {
    "submittal": SUBMITTAL,
    "proposal_list": PROPOSAL_LIST,
    "unit_minutes": UNIT_MINUTES,
    "council_minutes": COUNCIL_MINUTES,
    "tally": TALLY,
    "decision": DECISION,
    "small_decision": SMALL_DECISION,
    "consultation": CONSULTATION,
    "return_notice": RETURN_NOTICE,
    "refusal": REFUSAL,
    "receipt": RECEIPT,
    "report": REPORT,
    "campaign_report": CAMPAIGN_REPORT,
    "proof_list": PROOF_LIST,
    "payment_list": PAYMENT_LIST,
    "advance_request": ADVANCE_REQUEST,
    "advance_settlement": ADVANCE_SETTLEMENT,
    "year_book": YEAR_BOOK,
}
# Lists with more columns than a page standing upright holds.
ACROSS = frozenset({"proposal_list", "proof_list", "payment_list", "year_book"})


PRAISE = PraiseLetter(
    head=replace(WARD_HEAD, number=None, symbol=""),
    to="Ông Bùi Văn Đạt, Tổ dân phố số 7",
    paragraphs=(
        "Ủy ban nhân dân phường được biết, ngày 03 tháng 6 năm 2026, ông đã dũng cảm cứu hai cháu nhỏ bị đuối nước.",
        "Thay mặt lãnh đạo phường, tôi nhiệt liệt biểu dương hành động dũng cảm, nghĩa tình của ông.",
        "Chúc ông và gia đình mạnh khỏe, hạnh phúc.",
    ),
    signature=Signature(authority=("Chủ tịch",), name="Đặng Quốc Hưởng"),
)
FILE_INDEX = FileIndex(
    head=SCHOOL_HEAD,
    file="Đề nghị khen thưởng năm học 2025 - 2026",
    code="HS-2026-0012",
    papers=(
        FiledPaper(title="Tờ trình", of=SCHOOL, day=date(2026, 6, 5)),
        FiledPaper(title="Báo cáo thành tích", of="Nguyễn Thị Ánh", note="bản ký số"),
    ),
    signature=PRINCIPAL,
)
LAUNCH_PLAN = LaunchPlan(
    head=replace(WARD_HEAD, symbol="KH-UBND"),
    subject="Phát động phong trào thi đua “Phường xanh, sạch, đẹp”",
    opening=("Ủy ban nhân dân phường ban hành Kế hoạch phát động phong trào thi đua như sau:",),
    parts=(
        PaperPart(heading="Mục đích, yêu cầu", text="Giữ gìn vệ sinh môi trường.\nHuy động mọi hộ gia đình."),
        PaperPart(heading="Khẩu hiệu", text=""),
        PaperPart(
            heading="Chỉ tiêu",
            table=PaperTable(
                titles=("Chỉ tiêu", "Đơn vị tính", "Mức phấn đấu"),
                widths=(8, 3, 3),
                rows=(("Hộ phân loại rác tại nguồn", "%", "90"),),
            ),
        ),
        PaperPart(heading="Tổ chức thực hiện", text="Các tổ dân phố báo cáo hằng tháng."),
    ),
    signature=Signature(authority=("TM. Ủy ban nhân dân", "Chủ tịch"), name="Đặng Quốc Hưởng"),
)
COUNCIL_DECISION = CouncilDecision(
    head=WARD_HEAD,
    authority="Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",
    council="Hội đồng Thi đua - Khen thưởng phường Hai Bà Trưng",
    grounds=LAWS,
    proposer="Trưởng phòng Văn hóa - Xã hội",
    seats=(
        CouncilSeat(name="Đặng Quốc Hưởng", post="Chủ tịch UBND phường", role="Chủ tịch Hội đồng"),
        CouncilSeat(name="Lê Thị Cẩm", post="", role="Ủy viên"),
    ),
    tasks=("Tham mưu phát động các phong trào thi đua", "Xét, đề nghị khen thưởng"),
    executors="Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường",
    signature=DEPUTY,
)
INVITATION = MeetingInvitation(
    head=replace(COUNCIL_HEAD, symbol="GM-HĐTĐKT"),
    inviter="Hội đồng Thi đua - Khen thưởng phường",
    to=("Ông Đặng Quốc Hưởng, Chủ tịch Hội đồng", "Bà Lê Thị Cẩm, ủy viên"),
    subject="Họp Hội đồng xét khen thưởng",
    starts=datetime(2026, 6, 18, 8, 30, tzinfo=VIETNAM),
    place="Phòng họp tầng 2",
    chair="Ông Đặng Quốc Hưởng, Chủ tịch Hội đồng",
    agenda=("Xét danh hiệu thi đua năm học 2025 - 2026", "Xét tặng Giấy khen"),
    signature=Signature(authority=("Chủ tịch Hội đồng",), name="Đặng Quốc Hưởng"),
)
BALLOTS = Ballots(
    head=COUNCIL_HEAD,
    council="Hội đồng Thi đua - Khen thưởng phường",
    day=date(2026, 6, 18),
    groups=(
        NomineeGroup(
            honour=ADVANCED,
            nominees=tuple(
                Nominee(name=n, unit=SCHOOL, post="Giáo viên") for n in ("Nguyễn Thị Ánh", "Trần Văn Bình")
            ),
        ),
        NomineeGroup(honour="Giấy khen", nominees=(Nominee(name="Bùi Văn Đạt", honorific="Ông"),)),
    ),
)
PAPERS |= {
    "praise": PRAISE,
    "file_index": FILE_INDEX,
    "launch_plan": LAUNCH_PLAN,
    "council_decision": COUNCIL_DECISION,
    "meeting_invitation": INVITATION,
    "ballots": BALLOTS,
}
