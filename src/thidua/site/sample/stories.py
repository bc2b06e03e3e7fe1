"""One dossier for each state that a dossier can be in, and what stands behind it: council, decision, opinion."""

from datetime import date, time
from pathlib import Path

from django.conf import settings

from thidua.modules.appraisal.models import Appraisal
from thidua.modules.consultations import actions as consultations
from thidua.modules.councils import actions as councils
from thidua.modules.councils.ballots.count import Votes
from thidua.modules.councils.models import Council, MemberRole, Sitting, VotingWay
from thidua.modules.councils.shares import Share
from thidua.modules.decisions import actions as decisions
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.actions.feat import report_feat
from thidua.modules.dossiers.actions.papers import draw_report
from thidua.modules.dossiers.actions.procedure import draw_notice, state_procedure
from thidua.modules.dossiers.actions.report import save_report
from thidua.modules.dossiers.actions.returning import send_back
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.dossiers.drafts import Feat, FlagNote, ProcedureDraft, Recipient
from thidua.modules.dossiers.models import Candidate, Dossier, DossierState
from thidua.modules.files.api import path_of, trust
from thidua.modules.organisations.api import Role
from thidua.modules.papers.api import latest
from thidua.modules.papers.models import Capacity, PaperKind, SigningAuthority
from thidua.site.sample.files import appraised, handed_to_head, met, prepared, received, sent
from thidua.site.sample.stage import Stage
from thidua.site.sample.test_key import issuer

REPORT = {
    "background": "Giáo viên Trường Tiểu học Sông Hồng từ năm 2012; trình độ đại học sư phạm.",
    "tasks": "Chủ nhiệm lớp 4B; dạy môn Tiếng Việt, Toán.",
    "results": "100% học sinh của lớp hoàn thành chương trình; 12 học sinh đạt giải cấp trường (năm trước: 7).\n"
    "Chủ trì chuyên đề đọc sách của khối 4, được nhà trường áp dụng cho toàn khối.",
    "conduct": "Chấp hành tốt chủ trương, chính sách, pháp luật; tham gia đầy đủ hoạt động công đoàn.",
    "honours": "Lao động tiên tiến các năm học liền kề trước đó.",
}
COUNCIL = (
    ("chutich", MemberRole.CHAIR, "Chủ tịch UBND phường"),
    ("phochutich", MemberRole.VICE_CHAIR, "Phó Chủ tịch UBND phường"),
    ("uyvien1", MemberRole.MEMBER, "Chủ tịch Ủy ban MTTQ Việt Nam phường"),
    ("uyvien2", MemberRole.MEMBER, "Trưởng phòng Văn hóa - Xã hội"),
    ("thuky", MemberRole.SECRETARY, "Chuyên viên Văn phòng HĐND và UBND phường"),
)


# Signed with a test key, as if outside; the demonstration trusts its root.
TEST_KEY = issuer("Khóa thử của bản trình diễn")


def load_signers(stage: Stage) -> dict[str, SigningAuthority]:
    ward, since = stage.units["P"], date(stage.on.year - 1, 7, 1)
    rows = {
        "chutich": SigningAuthority(
            organisation=ward, user=stage.users["chutich"], name=stage.users["chutich"].full_name,
            capacity=Capacity.HEAD, head_post="CHỦ TỊCH", since=since,
        ),
        "phochutich": SigningAuthority(
            organisation=ward, user=stage.users["phochutich"], name=stage.users["phochutich"].full_name,
            capacity=Capacity.FOR_HEAD, head_post="CHỦ TỊCH", own_post="PHÓ CHỦ TỊCH", since=since,
        ),
    }  # fmt: skip
    for row in rows.values():
        row.save()
    return rows


def load_council(stage: Stage) -> Council:
    secretary, since = stage.actor("thuky"), date(stage.on.year - 1, 8, 1)
    council = councils.create_council(
        organisation=stage.units["P"],
        name="Hội đồng Thi đua - Khen thưởng phường Hai Bà Trưng",
        decision="45/QĐ-UBND ngày 01/8/2025",
        since=since,
        actor=secretary,
    )
    for username, role, post in COUNCIL:
        user = stage.users[username]
        councils.add_member(
            council=council,
            name=user.full_name,
            post=post,
            role=role,
            user=user,
            since=since,
            actor=secretary,
        )
    return council


def sat(stage: Stage, council: Council, dossier: Dossier, on: date, title: str) -> Sitting:
    """A sitting on paper ballots with its agenda; voting is open."""
    secretary, now = stage.actor("thuky", on), stage.at(on, 8)
    sitting = councils.plan(
        council=council, title=title, held_on=on, place="Phòng họp số 1, trụ sở UBND phường", actor=secretary
    )
    dossier.refresh_from_db()
    councils.put_dossier(sitting=sitting, dossier=dossier, actor=secretary, on=on, now=now)
    for honour in ("LDTT", "TTLDTT"):
        councils.set_share(
            sitting=sitting, honour=honour, share=Share(1, 2, is_over=True),
            basis="Quy chế hoạt động của Hội đồng (minh họa): quá nửa tổng số thành viên", actor=secretary,
        )  # fmt: skip
    councils.change(
        sitting=sitting, actor=secretary, begins_at=time(8), ends_at=time(10, 30), quorum=Share(2, 3),
        quorum_basis="Quy chế hoạt động của Hội đồng (minh họa): ít nhất hai phần ba",
    )  # fmt: skip
    seats = {row.pk: row for row in sitting.attendance.all()}
    councils.set_attendance(
        sitting=sitting,
        present=dict.fromkeys(seats, True),
        ways=dict.fromkeys(seats, VotingWay.PAPER),
        actor=secretary,
    )
    councils.open_voting(sitting=sitting, actor=secretary)
    return sitting


def counted(stage: Stage, sitting: Sitting, on: date) -> None:
    """Two tellers key the same sheet; the vote is closed."""
    n = sitting.attendance.count()
    for username in ("kiemphieu1", "kiemphieu2"):
        counts = {pk: Votes(n_for=n) for pk in sitting.items.values_list("pk", flat=True)}
        councils.key_counts(sitting=sitting, counts=counts, actor=stage.actor(username, on))
    councils.close(sitting=sitting, actor=stage.actor("thuky", on), on=on, now=stage.at(on, 11))


def decided(
    stage: Stage, dossier: Dossier, signer: SigningAuthority, number: int, on: date, *, in_force: bool
) -> None:
    desk = stage.actor("chuyenvien", on)
    found = decisions.draft(
        organisation=stage.units["P"],
        candidates=list(dossier.candidates.order_by("place")),
        title="",
        actor=desk,
        on=on,
        now=stage.at(on, 9),
    )
    decisions.to_leader(decision=found, actor=desk, on=on, now=stage.at(on, 10))
    if in_force:
        enforced(stage, found, signer, number, on)


def enforced(stage: Stage, found: Decision, signer: SigningAuthority, number: int, on: date) -> None:
    """From the signer's desk to the register, on one day."""
    clerk = stage.actor("vanthu", on)
    decisions.enter_number(
        decision=found,
        number=number,
        signed_on=on,
        signer=signer,
        late_reason="",
        actor=clerk,
        on=on,
        now=stage.at(on, 15),
    )
    paper = latest(PaperKind.DECISION, f"decision:{found.pk}")
    assert paper is not None  # drawn when the number was entered
    outside = TEST_KEY.sign(path_of(paper.pdf.sha256).read_bytes(), signer.name)
    decisions.attach_signed(
        decision=found, content=outside, name=f"QD-{number}-da-ky.pdf", actor=clerk, now=stage.at(on, 16)
    )
    decisions.put_in_force(decision=found, actor=clerk, on=on, now=stage.at(on, 16))


def _appraised(stage: Stage, code: str, title: str, n: int, day: int, *, whole: bool = False) -> Dossier:
    dossier = prepared(stage, code, title, n, stage.ago(day), whole=whole)
    sent(stage, code, dossier, stage.ago(day))
    found: Appraisal = received(stage, dossier, stage.ago(day - 1))
    appraised(stage, found, stage.ago(day - 3))
    return dossier


def load_early(stage: Stage) -> None:
    """Files that are still with their units, or came back to them."""
    prepared(stage, "TH1", "Đề nghị danh hiệu thi đua năm học của Trường Tiểu học Sông Hồng", 9, stage.ago(4))
    at_head = prepared(
        stage, "MN1", "Đề nghị danh hiệu thi đua năm học của Trường Mầm non Hoa Sen", 6, stage.ago(6)
    )
    met(stage, "MN1", at_head, stage.ago(5))
    handed_to_head(stage, "MN1", at_head, stage.ago(5))
    waiting = prepared(
        stage, "YT", "Đề nghị danh hiệu thi đua của Trạm Y tế phường", 7, stage.ago(3), whole=True
    )
    sent(stage, "YT", waiting, stage.ago(2))
    state_procedure(
        dossier=waiting,
        draft=ProcedureDraft(
            name="Tặng danh hiệu thi đua cấp xã, qua bộ phận một cửa (minh họa)",
            is_public=True,
            code="MH-02",
            n_days=20,
            file_code=f"MH.{stage.on.year}.0042",
            filed_by="Cán bộ Trạm Y tế phường",
            taken_on=stage.ago(2),
            due_on=stage.ago(-26),
        ),
        actor=stage.actor("chuyenvien"),
        on=stage.on,
    )
    back = prepared(stage, "VX", "Đề nghị danh hiệu thi đua của Phòng Văn hóa - Xã hội", 5, stage.ago(12))
    sent(stage, "VX", back, stage.ago(12))
    received(stage, back, stage.ago(11))
    first = back.candidates.order_by("place").first()
    send_back(
        dossier=back,
        flags=[
            FlagNote(
                field="report",
                note="Bổ sung số liệu so sánh với năm trước",
                candidate_id=first.pk if first else None,
            )
        ],
        reason="Báo cáo thành tích chưa nêu kết quả cụ thể.",
        actor=stage.actor("chuyenvien", stage.ago(9)),
        on=stage.ago(9),
        now=stage.at(stage.ago(9)),
    )


def load_papers(stage: Stage) -> None:
    """What the one-stop centre and the desk hand out, and one achievement report."""
    desk, now = stage.actor("chuyenvien"), stage.at(stage.on)
    for row in Dossier.objects.filter(handling__is_public=True):
        draw_notice(dossier=row, kind=PaperKind.INTAKE_RECEIPT, actor=desk, on=stage.on, now=now)
    for row in Dossier.objects.filter(state=DossierState.RETURNED):
        draw_notice(dossier=row, kind=PaperKind.RETURN_NOTICE, actor=desk, on=stage.on, now=now)
    for row in Dossier.objects.filter(state=DossierState.REFUSED):
        draw_notice(dossier=row, kind=PaperKind.REFUSAL_NOTICE, actor=desk, on=stage.on, now=now)
    teacher = Candidate.objects.filter(dossier__organisation=stage.units["TH1"]).earliest("pk")
    officer = stage.of_unit("TH1", Role.UNIT_OFFICER, stage.on)
    save_report(candidate=teacher, sections=REPORT, version=0, actor=officer, now=now)
    teacher.refresh_from_db()
    draw_report(candidate=teacher, actor=officer, on=stage.on, now=now)


def load_ended(stage: Stage) -> None:
    """A file that was withdrawn, and one that was refused."""
    gone = prepared(
        stage, "CC", "Đề nghị danh hiệu thi đua của Hội Cựu chiến binh phường", 2, stage.ago(20), fighters=0
    )
    move(
        dossier=gone, step="withdraw", actor=stage.of_unit("CC", Role.UNIT_HEAD, stage.ago(19)), on=stage.ago(19),
        now=stage.at(stage.ago(19)), reason="Trùng với hồ sơ gửi theo tuyến đoàn thể.",
    )  # fmt: skip
    refused = prepared(
        stage, "MT", "Đề nghị danh hiệu thi đua của cơ quan MTTQ phường", 2, stage.ago(18), fighters=0
    )
    sent(stage, "MT", refused, stage.ago(18))
    move(
        dossier=refused, step="refuse", actor=stage.actor("chuyenvien", stage.ago(17)), on=stage.ago(17),
        now=stage.at(stage.ago(17)), reason="Thẩm quyền xét thuộc tuyến Mặt trận Tổ quốc thành phố.",
    )  # fmt: skip


def load_desk(stage: Stage) -> None:
    """Files in appraisal and appraised; an opinion asked of the police."""
    school = prepared(
        stage,
        "CS1",
        "Đề nghị danh hiệu thi đua năm học của Trường THCS Phượng Hồng",
        8,
        stage.ago(9),
        fighters=4,
    )
    sent(stage, "CS1", school, stage.ago(8))
    received(stage, school, stage.ago(7))
    state_procedure(
        dossier=school,
        draft=ProcedureDraft(
            name="Tặng danh hiệu Chiến sĩ thi đua cơ sở (minh họa)", code="MH-01", n_days=20
        ),
        actor=stage.actor("chuyenvien"),
        on=stage.on,
    )
    factory = _appraised(stage, "DN1", "Đề nghị danh hiệu thi đua của Công ty cổ phần May Phố Xanh", 8, 16)
    desk = stage.actor("chuyenvien")
    asked = consultations.prepare(
        dossier=factory,
        question="Việc chấp hành pháp luật về an ninh, trật tự, phòng cháy, chữa cháy của đơn vị trong năm.",
        body=stage.units["CA"],
        due_on=stage.on,
        actor=desk,
        now=stage.at(stage.on),
    )
    consultations.ask(
        consultation=asked,
        letter_number="312/UBND-VP",
        asked_on=stage.ago(5),
        due_on=stage.ago(-5),
        actor=desk,
        on=stage.on,
    )


def load_council_and_decisions(stage: Stage) -> None:
    council, signers = load_council(stage), load_signers(stage)
    voting = _appraised(stage, "VP", "Đề nghị danh hiệu thi đua của Văn phòng HĐND và UBND phường", 6, 15)
    sat(stage, council, voting, stage.on, "Phiên họp xét danh hiệu thi đua tháng này")
    voted = _appraised(stage, "KT", "Đề nghị danh hiệu thi đua của Phòng Kinh tế, Hạ tầng và Đô thị", 6, 22)
    counted(
        stage,
        sat(stage, council, voted, stage.ago(10), "Phiên họp xét danh hiệu thi đua đợt 2"),
        stage.ago(10),
    )
    done = _appraised(
        stage, "TH2", "Đề nghị danh hiệu thi đua năm học của Trường Tiểu học Bằng Lăng", 10, 40, whole=True
    )
    counted(
        stage,
        sat(stage, council, done, stage.ago(30), "Phiên họp xét danh hiệu thi đua đợt 1"),
        stage.ago(30),
    )
    done.refresh_from_db()
    decided(stage, done, signers["chutich"], 1863, stage.ago(26), in_force=True)
    load_feats(stage, signers["phochutich"])


def load_feats(stage: Stage, signer: SigningAuthority) -> None:
    """Good deeds of ordinary people: one rewarded within days, one waiting for the signer, one just told."""
    deeds = (
        ("TDP03", "dũng cảm cứu hai cháu nhỏ trong vụ cháy tại ngõ phố Hoa Sữa", 25, "in_force"),
        ("TDP05", "nhặt được của rơi, trả lại người mất 52 triệu đồng", 4, "with_leader"),
        ("TDP01", "tham gia bắt giữ đối tượng cướp giật tài sản", 1, "draft"),
    )
    for code, deed, day, end in deeds:
        on = stage.ago(day)
        officer = stage.of_unit(code, Role.UNIT_OFFICER, on)
        person = stage.workers(code, 1, skip=10)[0]
        dossier = report_feat(
            organisation=stage.units[code], receiver=stage.units["P"],
            recipient=Recipient(kind="person", pk=person.pk),
            feat=Feat(
                achievement=deed, deed_on=on,
                deed_place="phường Hai Bà Trưng", confirmed_by="Công an phường Hai Bà Trưng",
            ),
            actor=officer, on=on, now=stage.at(on),
        )  # fmt: skip
        if end == "draft":
            continue
        handed_to_head(stage, code, dossier, on)
        head = stage.of_unit(code, Role.UNIT_HEAD, on)
        move(dossier=dossier, step="send", actor=head, on=on, now=stage.at(on, 11))
        appraised(stage, received(stage, dossier, on), on)
        dossier.refresh_from_db()
        decided(stage, dossier, signer, 1901, on, in_force=end == "in_force")


def load_stories(stage: Stage) -> None:
    trust(content=TEST_KEY.root, actor=stage.actor("quantri"), now=stage.at(stage.on))
    if settings.DEMONSTRATION:
        Path(settings.TRIAL_KEY_PATH).write_bytes(TEST_KEY.trial_key())
    load_early(stage)
    load_ended(stage)
    load_desk(stage)
    load_council_and_decisions(stage)
    load_papers(stage)
