"""Reports of the ward: last year's sent, this year's asked for by the city, a table that is kept."""

from thidua.modules.reports import actions
from thidua.modules.reports.definitions import Definition, shipped
from thidua.modules.reports.periods import span
from thidua.site.sample.stage import Stage

ASKED_BY = "Công văn của Sở Nội vụ về chế độ báo cáo thống kê (minh họa)"
NOTE = "Số liệu tổng hợp từ sổ khen thưởng của phường và các đơn vị."


def load_reports(stage: Stage) -> None:
    forms, year = shipped(), stage.on.year
    city = stage.actor("thanhpho")
    values = {"cadence": "year", "n_days": -16, "basis": ASKED_BY}
    for slug in ("0601", "0603"):
        actions.ask_for(form=forms[slug], values=values, actor=city, now=stage.at(stage.ago(40)))
    _sent(stage, "DK01", f"{year - 1}")
    last = span(f"{year}-{stage.on.month:02}")
    assert last is not None  # a month is one
    desk = stage.actor("chuyenvien")
    actions.draw_up(
        organisation=stage.units["P"],
        form=forms["DK02"],
        span=last,
        actor=desk,
        now=stage.at(stage.on),
    )
    kept = Definition("awards", "unit", ("sex", "recipient"))
    actions.keep(
        title="Nữ và người trực tiếp lao động theo đơn vị",
        definition=kept,
        is_shared=True,
        actor=desk,
        now=stage.at(stage.on),
    )


def _sent(stage: Stage, slug: str, name: str) -> None:
    period, day = span(name), stage.ago(20)
    assert period is not None  # a year is one
    desk, leader, now = stage.actor("chuyenvien", day), stage.actor("chutich", day), stage.at(day)
    row = actions.draw_up(
        organisation=stage.units["P"], form=shipped()[slug], span=period, actor=desk, now=now
    )
    actions.explain(report=row, note=NOTE, actor=desk)
    for name_of_step, who in (("submit", desk), ("send", leader)):
        row = actions.step(report=row, name=name_of_step, actor=who, now=now)
