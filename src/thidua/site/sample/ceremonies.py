"""A ceremony that is over, one of today with its door open, one that is being prepared, and a receiving from above."""

from datetime import date, time, timedelta

from thidua.modules.ceremonies import queries
from thidua.modules.ceremonies.actions import day, inviting, letters, planning
from thidua.modules.ceremonies.drafts import AnswerDraft, CeremonyDraft, GuestDraft, PublicAnswer
from thidua.modules.ceremonies.models import Ceremony
from thidua.modules.decisions.models import Decision, DecisionKind, DecisionState
from thidua.modules.organisations.api import Actor
from thidua.site.sample.stage import Stage

GUESTS = (
    ("Ông", "Nguyễn Hữu Đạt", "Phó Chủ tịch Ủy ban MTTQ Việt Nam phường"),
    ("Bà", "Lê Thị Kim Oanh", "Trưởng Ban Văn hóa – Xã hội HĐND phường"),
    ("Ông", "Trần Quốc Vượng Anh", "Bí thư Chi bộ tổ dân phố số 3"),
)
ANSWERS_FOR_SAFETY = "Nguyễn Thu Trang"
DONE = AnswerDraft(answer="comes")


def load_ceremonies(stage: Stage) -> None:
    rows = Decision.objects.filter(
        organisation=stage.units["P"], state=DecisionState.IN_FORCE, kind=DecisionKind.GRANT
    )
    listed = sorted(rows, key=lambda row: (row.items.count(), row.pk))
    if former := listed[:-1]:
        _over(stage, former)
    _of_today(stage, listed[-1])
    _plan(
        stage,
        stage.on,
        title="Tôn vinh gương người tốt, việc tốt",
        on=stage.on + timedelta(days=24),
        combined_with="Gặp mặt kỷ niệm Ngày thành lập Quân đội nhân dân Việt Nam",
        venue="Nhà văn hóa phường",
        capacity=120,
        planned_cost=6_500_000,
    )
    _plan(
        stage,
        stage.on,
        kind="receive",
        title="Đón nhận Bằng khen của Chủ tịch UBND thành phố Hà Nội",
        on=stage.on + timedelta(days=33),
        presenter="Phó Chủ tịch UBND thành phố Hà Nội",
        authorised_by="Giấy ủy quyền của Chủ tịch UBND thành phố (minh họa)",
        combined_with="Hội nghị tổng kết công tác năm của phường",
        planned_cost=9_000_000,
    )


def _plan(stage: Stage, made_on: date, **fields: object) -> Ceremony:
    values = {
        "starts_at": time(8),
        "venue": "Hội trường UBND phường",
        "capacity": 250,
        "presenter": "Chủ tịch UBND phường",
        "cost_norm": 15_000_000,
    }
    return planning.plan(
        organisation=stage.units["P"],
        draft=CeremonyDraft(**(values | fields)),  # type: ignore[arg-type]
        actor=stage.actor("chuyenvien", made_on),
        on=made_on,
        now=stage.at(made_on),
    )


def _invited(stage: Stage, ceremony: Ceremony, decisions: list[Decision], on: date) -> Ceremony:
    desk = stage.actor("chuyenvien", on)
    inviting.take_recipients(ceremony=ceremony, decisions=decisions, actor=desk)
    for honorific, name, role in GUESTS:
        guest = GuestDraft(honorific=honorific, name=name, role=role)
        inviting.invite_guest(ceremony=ceremony, draft=guest, actor=desk)
    answers = {row.pk: (True, ANSWERS_FOR_SAFETY, "") for row in ceremony.checks.all()}
    planning.check(ceremony=ceremony, answers=answers, actor=desk)
    planning.move(ceremony=ceremony, step="clear", actor=stage.actor("chutich", on), on=on)
    for row in ceremony.attendees.order_by("place")[:4]:
        inviting.note_answer(attendee=row, draft=DONE, actor=desk)
    _written_to(ceremony, stage, desk, on)
    return planning.move(ceremony=ceremony, step="invite", actor=desk, on=on)


def _written_to(ceremony: Ceremony, stage: Stage, desk: Actor, on: date) -> None:
    """Two have an address; one of them has answered on the web that he comes in a wheelchair."""
    first, second = ceremony.attendees.order_by("-place")[:2]
    for row in (first, second):
        address = AnswerDraft(answer=row.answer, email=f"khach{row.place}@example.vn")
        inviting.note_answer(attendee=row, draft=address, actor=desk)
    said = PublicAnswer(answer="comes", needs="Đi xe lăn, cần chỗ gần lối đi")
    letters.answer_invitation(attendee=first, draft=said, actor=None, on=on, now=stage.at(on))


def _over(stage: Stage, decisions: list[Decision]) -> None:
    last = max(decision.signed_on or stage.on for decision in decisions)
    on = min(last + timedelta(days=7), stage.on)
    desk, now = stage.actor("chuyenvien", on), stage.at(on, 10)
    ceremony = _plan(
        stage,
        min(last, on),
        title="Công bố và trao tặng danh hiệu thi đua, hình thức khen thưởng",
        on=on,
        combined_with="Hội nghị sơ kết phong trào thi đua",
        planned_cost=11_000_000,
    )
    _invited(stage, ceremony, decisions, on)
    codes = dict.fromkeys(ceremony.attendees.values_list("code", flat=True), stage.at(on, 7))
    day.arrived(ceremony=ceremony, codes=codes, actor=desk)
    for row in queries.recipients_of(ceremony):
        day.hand_over(
            attendee=row,
            way="ceremony",
            received_by="",
            handed_on=on,
            is_signed=True,
            actor=desk,
            on=on,
            now=now,
        )
    planning.move(ceremony=ceremony, step="hold", actor=desk, on=on)
    planning.count(ceremony=ceremony, actual_cost=10_400_000, actor=desk)
    planning.move(ceremony=ceremony, step="close", actor=desk, on=on)


def _of_today(stage: Stage, decision: Decision) -> None:
    ceremony = _plan(
        stage,
        stage.on,
        title="Trao tặng nhân Ngày Đại đoàn kết toàn dân tộc",
        on=stage.on,
        combined_with="Ngày hội Đại đoàn kết toàn dân tộc của phường",
        planned_cost=13_200_000,
    )
    _invited(stage, ceremony, [decision], stage.on)
