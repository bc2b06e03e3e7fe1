"""Every national rule, one file per family of honours."""

from thidua.law.rules import (
    advanced_workers,
    bang_khen_thu_tuong,
    bang_khen_tinh,
    collectives,
    delegated,
    fighters,
    flags,
    giay_khen,
    independence_order,
    judged_alone,
    labour_order,
    medals,
)
from thidua.law.rules.build import Rule

NATIONAL: tuple[Rule, ...] = (
    *advanced_workers.RULES,
    *fighters.RULES,
    *collectives.RULES,
    *flags.RULES,
    *giay_khen.RULES,
    *bang_khen_tinh.RULES,
    *bang_khen_thu_tuong.RULES,
    *labour_order.RULES,
    *independence_order.RULES,
    *medals.RULES,
    *judged_alone.RULES,
    *delegated.RULES,
)

__all__ = ["NATIONAL", "Rule"]
