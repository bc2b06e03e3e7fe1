"""The ward's fund of the year: money given, prizes of one decision paid, of another waiting for approval;
advances settled, overdue and asked for.
"""

from thidua.modules.decisions.models import Decision
from thidua.modules.fund import actions
from thidua.modules.fund.models import Advance, PayList
from thidua.site.sample.certificates import FEAT, SCHOOL
from thidua.site.sample.stage import Stage

GIVEN, SPENDING, GIFTS = 180_000_000, 36_000_000_000, 25_000_000
CEREMONY = ("Tổ chức lễ trao thưởng phong trào thi đua (minh họa)", 12_000_000)
MODELS = ("Gặp mặt, biểu dương điển hình tiên tiến (minh họa)", 6_000_000)
PRINTING = ("In phôi giấy khen cuối năm (minh họa)", 3_000_000)


def load_fund(stage: Stage) -> None:
    on = stage.ago(23)
    desk, ward = stage.actor("ketoan", on), stage.units["P"]
    actions.state_base(
        organisation=ward, year=on.year, ceiling="local_plain", base=SPENDING, actor=desk
    )  # fmt: skip
    for source, amount, basis in (
        ("budget", GIVEN, "Quyết định giao dự toán năm (minh họa)"),
        ("gift", GIFTS, "Danh sách đóng góp của doanh nghiệp trên địa bàn (minh họa)"),
    ):
        actions.allot(
            organisation=ward, year=on.year, source=source, amount=amount, on=on, number="", basis=basis,
            actor=desk, now=stage.at(on),
        )  # fmt: skip
    paid = _listed(stage, SCHOOL, 22)
    leader, later = stage.actor("chutich", stage.ago(21)), stage.ago(19)
    paid = actions.approve(pay_list=paid, actor=leader, now=stage.at(stage.ago(21)))
    actions.pay(
        pay_list=paid, number="UNC 118", on=later, actor=stage.actor("ketoan", later), now=stage.at(later)
    )
    _listed(stage, FEAT, 18)
    _load_advances(stage)


def _listed(stage: Stage, number: int, ago: int) -> PayList:
    decision = Decision.objects.get(organisation=stage.units["P"], number=number)
    on = stage.ago(ago)
    return actions.prepare(
        decision=decision, source="budget", actor=stage.actor("ketoan", on), now=stage.at(on)
    )


def _load_advances(stage: Stage) -> None:
    """One settled with a rest handed back, one overdue, one waiting for the leader."""
    settled = _paid_out(stage, CEREMONY, 20, due=6, number="PC 41")
    for ago, what, number, amount in (
        (14, "Khung giấy khen", "HĐ 0118", 4_500_000),
        (13, "Hoa, trang trí hội trường", "HĐ 0090", 5_400_000),
    ):
        actions.enter_payment(
            advance=settled, what=what, number=number, on=stage.ago(ago), amount=amount,
            actor=stage.actor("chuyenvien", stage.ago(12)),
        )  # fmt: skip
    actions.report(advance=settled, actor=stage.actor("chuyenvien", stage.ago(11)))
    actions.accept(advance=settled, actor=stage.actor("chutich", stage.ago(10)))
    day = stage.ago(9)
    actions.settle(
        advance=settled, number="PT 17", on=day, actor=stage.actor("ketoan", day), now=stage.at(day)
    )
    _paid_out(stage, MODELS, 17, due=3, number="PC 44")
    _asked(stage, PRINTING, 2, due=-20)


def _asked(stage: Stage, what: tuple[str, int], ago: int, *, due: int) -> Advance:
    purpose, amount = what
    desk = stage.actor("chuyenvien", stage.ago(ago))
    return actions.ask(
        organisation=stage.units["P"], source="budget", amount=amount, purpose=purpose,
        receiver=f"{desk.name}, chuyên viên", due_on=stage.ago(due), actor=desk,
    )  # fmt: skip


def _paid_out(stage: Stage, what: tuple[str, int], ago: int, *, due: int, number: str) -> Advance:
    found = _asked(stage, what, ago, due=due)
    on, later = stage.ago(ago), stage.ago(ago - 1)
    actions.approve_advance(advance=found, actor=stage.actor("chutich", on), now=stage.at(on))
    return actions.pay_out(
        advance=found, number=number, on=later, actor=stage.actor("ketoan", later), now=stage.at(later)
    )
