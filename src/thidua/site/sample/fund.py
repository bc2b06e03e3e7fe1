"""The ward's fund of the year: money given, prizes of one decision paid, of another waiting for approval."""

from thidua.modules.decisions.models import Decision
from thidua.modules.fund import actions
from thidua.modules.fund.models import PayList
from thidua.site.sample.certificates import FEAT, SCHOOL
from thidua.site.sample.stage import Stage

GIVEN, SPENDING, GIFTS = 180_000_000, 36_000_000_000, 25_000_000


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


def _listed(stage: Stage, number: int, ago: int) -> PayList:
    decision = Decision.objects.get(organisation=stage.units["P"], number=number)
    on = stage.ago(ago)
    return actions.prepare(
        decision=decision, source="budget", actor=stage.actor("ketoan", on), now=stage.at(on)
    )
