"""Every national rule, one file per family of honours."""

from thidua.law.rules import bang_khen_tinh, collectives, fighters, giay_khen
from thidua.law.rules.build import HORIZON, Rule

NATIONAL: tuple[Rule, ...] = (
    *fighters.RULES,
    *collectives.RULES,
    *giay_khen.RULES,
    *bang_khen_tinh.RULES,
)

__all__ = ["HORIZON", "NATIONAL", "Rule"]
