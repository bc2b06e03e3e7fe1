"""Signs found in the demonstration's own records, some on their way to a remedy, and a plan made of them."""

from datetime import date, timedelta
from typing import Any

from thidua.modules.oversight import actions
from thidua.modules.oversight.actions import FindingDraft, InspectionDraft, LetterDraft, RemedyDraft, Sorting
from thidua.modules.oversight.models import Inspection, InspectionItem, Sampled, Shortcoming, Signal
from thidua.site.sample.stage import Stage

QUESTION = "Đề nghị đơn vị nêu rõ nguyên nhân và hướng xử lý trước ngày 30."

FOR_LEADER = "Đã đối chiếu số liệu và giải trình của đơn vị, trình lãnh đạo xem xét."
AIM = (
    "Khắc phục các tồn tại, hạn chế trong công tác thi đua, khen thưởng; nâng cao chất lượng bình xét, phát hiện và khen thưởng kịp thời.\n"
    "Mỗi tồn tại có đơn vị chịu trách nhiệm, thời hạn và minh chứng."
)
CARRYING_OUT = (
    "Các đơn vị báo cáo tiến độ trước ngày 25 hằng tháng.\n"
    "Bộ phận thường trực rà soát, tham mưu lãnh đạo đôn đốc các mục quá hạn."
)


TEAM = "Trịnh Công Sơn Hải, công chức phường, Trưởng đoàn\nNguyễn Thu Trang, chuyên viên, thành viên"


def load_oversight(stage: Stage) -> None:
    _signs(stage)
    _concluded(stage)
    _planned(stage, "TH1", stage.on + timedelta(days=10))
    _letters(stage)


def _letters(stage: Stage) -> None:
    """One accepted, in which the head of the school is accused; one just received, without a sender."""
    receiver = stage.actor("tiepnhan")
    on, now = stage.ago(8), stage.at(stage.ago(8))
    said: Any = {"actor": receiver, "on": on, "now": now}
    letter = LetterDraft(
        way="direct",
        received_on=on,
        sender="Người gửi minh họa",
        contact="Tổ dân phố số 3",
        content="Đề nghị xem lại việc kê khai thành tích của một trường hợp được đề nghị khen thưởng.",
    )
    row = actions.receive(organisation=stage.units["P"], draft=letter, **said)
    [who] = stage.workers("CS1", 1, skip=9)
    actions.concern(row=row, recipient=who, actor=receiver)
    sorting = Sorting(
        kind="denunciation",
        due_on=stage.on + timedelta(days=22),
        due_basis="Luật Tố cáo 2018 (thời hạn do người tiếp nhận nhập, cần đối chiếu văn bản)",
        accused=[stage.users["hieutruong"]],
    )
    actions.sort(row=row, sorting=sorting, **said)
    actions.step_letter(row=row, step="accept", reason="Đủ điều kiện thụ lý.", **said)
    anonymous = LetterDraft(
        way="post", received_on=on, is_anonymous=True, content="Phản ánh việc bình xét tại một tổ dân phố."
    )
    actions.receive(organisation=stage.units["P"], draft=anonymous, **said)


def _planned(stage: Stage, code: str, begins_on: date) -> Inspection:
    draft = InspectionDraft(
        organisation=stage.units[code],
        kind="inspection",
        title="Việc bình xét, đề nghị khen thưởng và lưu trữ hồ sơ",
        team=TEAM,
        since=date(stage.on.year - 1, 1, 1),
        until=stage.on,
        begins_on=begins_on,
        ends_on=begins_on + timedelta(days=1),
    )
    inspector = stage.actor("giamsat")
    body = stage.units["P"]
    return actions.plan_inspection(
        body=body, draft=draft, actor=inspector, on=stage.on, now=stage.at(stage.on, 8)
    )


def _concluded(stage: Stage) -> None:
    row = _planned(stage, "CS1", stage.ago(6))
    inspector = stage.actor("giamsat")

    def step(name: str) -> None:
        now = stage.at(stage.on, 15)
        actions.step_inspection(
            row=row, step=name, reason="Theo kế hoạch năm.", actor=inspector, on=stage.on, now=now
        )

    step("begin")
    looked_at: list[InspectionItem | Sampled] = [*row.items.order_by("place"), *row.sample.order_by("place")]
    for one in looked_at:
        actions.examine(item=one, result="met", note="", actor=inspector)
    last = row.items.get(code="archive")
    actions.examine(item=last, result="not_met", note="Hồ sơ lưu rời, chưa có danh mục.", actor=inspector)
    finding = FindingDraft(
        kind="archive",
        text="Hồ sơ khen thưởng lưu rời ở các tổ, chưa lập danh mục.",
        item=last,
        recommendation="Tập hợp về bộ phận văn thư, lập danh mục hồ sơ lưu.",
        due_on=stage.on + timedelta(days=45),
    )
    actions.add_finding(inspection=row, draft=finding, actor=inspector)
    actions.write_conclusion(
        row=row,
        conclusion="Đơn vị cơ bản thực hiện đúng quy định; cần chấn chỉnh việc lưu trữ hồ sơ.",
        number="",
        concluded_on=stage.on,
        actor=inspector,
    )
    step("conclude")


def _signs(stage: Stage) -> None:
    desk = stage.actor("chuyenvien")
    actions.look(body=stage.units["P"], actor=desk, on=stage.on)
    rows = list(Signal.objects.filter(body=stage.units["P"]).order_by("detector", "pk"))
    chosen = list({row.detector: row for row in reversed(rows)}.values())
    noted = [_noted(stage, row, n) for n, row in enumerate(chosen[:3])]
    for row in chosen[3:4]:
        _step(stage, row, "ask", QUESTION)
    for row in chosen[4:5]:
        _step(stage, row, "submit", FOR_LEADER)
    _by_hand(stage)
    plan = actions.begin_plan(
        organisation=stage.units["P"],
        title="Kế hoạch khắc phục tồn tại, hạn chế, nâng cao chất lượng công tác thi đua, khen thưởng",
        actor=desk,
        now=stage.at(stage.on),
    )
    actions.write_plan(
        plan=plan,
        title=plan.title,
        aim=AIM,
        carrying_out=CARRYING_OUT,
        number="",
        issued_on=None,
        version=0,
        actor=desk,
    )
    if noted:
        _closed(stage, noted[0])


def _step(stage: Stage, row: Signal, name: str, reason: str) -> None:
    desk = stage.actor("chuyenvien")
    actions.step_signal(
        signal=row, step=name, reason=reason, actor=desk, on=stage.on, now=stage.at(stage.on, 10)
    )


def _noted(stage: Stage, row: Signal, n: int) -> Shortcoming:
    _step(stage, row, "submit", FOR_LEADER)
    draft = RemedyDraft(
        title=f"Cần chấn chỉnh: {row.label}"[:300],
        organisation=row.organisation,
        cause="Chưa phân công người theo dõi, chưa kiểm tra định kỳ.",
        measure="Phân công cụ thể, rà soát hằng tháng, báo cáo kết quả về phường.",
        owner=row.organisation,
        owner_post="Thủ trưởng đơn vị",
        due_on=stage.on + timedelta(days=20 + 10 * n),
    )
    leader = stage.actor("chutich")
    return actions.accept(signal=row, draft=draft, actor=leader, on=stage.on, now=stage.at(stage.on, 11))


def _by_hand(stage: Stage) -> None:
    school = stage.units["CS1"]
    draft = RemedyDraft(
        title="Hồ sơ khen thưởng các năm trước lưu chưa đủ biên bản bình xét",
        organisation=school,
        cause="Trước đây lưu rời từng bộ phận.",
        measure="Tập hợp, đối chiếu với sổ khen thưởng, lập danh mục hồ sơ lưu.",
        owner=school,
        owner_post="Hiệu trưởng",
        due_on=stage.on + timedelta(days=30),
    )
    row = actions.enter(
        body=stage.units["P"],
        draft=draft,
        actor=stage.actor("chuyenvien"),
        on=stage.on,
        now=stage.at(stage.on, 9),
    )
    head = stage.actor("hieutruong")
    actions.note(
        row=row,
        text="Đã tập hợp hồ sơ 2 năm gần nhất.",
        actor=head,
        on=stage.on,
        now=stage.at(stage.on, 14),
    )


def _closed(stage: Stage, row: Shortcoming) -> None:
    """The leader's word: the records will only change next month."""
    actions.step_shortcoming(
        row=row,
        step="override",
        reason="Đã xử lý trong cuộc họp giao ban; theo dõi tiếp ở kỳ rà soát sau.",
        actor=stage.actor("chutich"),
        on=stage.on,
        now=stage.at(stage.on, 16),
    )
