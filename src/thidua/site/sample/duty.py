"""Months of the last year in which a unit had none and said why."""

from datetime import timedelta
from random import Random

from thidua.modules.duty import queries
from thidua.modules.duty.actions import say_none
from thidua.modules.duty.parts import Mark
from thidua.modules.organisations.api import Role
from thidua.site.sample.stage import Stage

SEED = 2025
SHARE = 0.4
REASONS = (
    "Đã xem xét tại cuộc họp tháng, chưa có trường hợp nổi bật.",
    "Tháng tập trung cho nhiệm vụ chuyên môn, chưa phát hiện điển hình mới.",
    "Trường hợp được giới thiệu đang xác minh, chuyển sang tháng sau.",
)


def load_duty(stage: Stage) -> None:
    chance = Random(SEED)
    units = {unit.pk: code for code, unit in stage.units.items() if unit.parent_id == stage.units["P"].pk}
    known = list(queries.units_of(stage.on.year).filter(pk__in=units).order_by("sort", "id"))
    for line in queries.lines(known, stage.on.year, stage.on):
        for month in line.months[: stage.on.month - 1]:
            if month and month.upward in (Mark.OPEN, Mark.TOLD) and chance.random() < SHARE:
                on = month.first + timedelta(days=26)
                officer = stage.of_unit(units[line.unit.pk], Role.UNIT_OFFICER, on)
                say_none(
                    organisation=line.unit,
                    month=month.first,
                    sides=["upward"],
                    reason=chance.choice(REASONS),
                    actor=officer,
                    on=on,
                )
