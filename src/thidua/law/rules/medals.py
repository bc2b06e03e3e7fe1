"""Huy chương Chiến sĩ vẻ vang, by years of service: 15/2003/QH11 article 56, 06/2022/QH15 article 57."""

from thidua.law.conditions import Condition
from thidua.law.rules.build import AMENDED_LAW, LAW_2003, LAW_2022, Rule, c
from thidua.law.rules.obstacles import FORMS

A, B = "15/2003/QH11", "06/2022/QH15"


def service(cite: str, least: int, below: int | None, factor: int | None) -> Condition:
    """Months of unbroken service; hard posts count so many times, or by a decree nobody has read."""
    upper = f" đến dưới {below} năm" if below else " trở lên"
    return c(
        "service", "service", cite, months=least * 12, below=below and below * 12, hardship_factor=factor,
        vi=f"Quá trình công tác liên tục từ {least} năm{upper}",
        en=f"Unbroken service of {least} years" + (f" and under {below}" if below else " or more"),
    )  # fmt: skip


def armed(cite: str) -> Condition:
    return c("armed", "group", cite, any_of=("armed_forces",), unknown_too=True)


def rules(honour: str, point: str, first: tuple[int, None], later: tuple[int, int | None]) -> list[Rule]:
    old = (armed(f"{A} 56.1"), service(f"{A} 56.2.{point}", *first, None))
    mid = (armed(f"{A} 56.1"), service(f"{A} 56.2.{point}", *later, None))
    new = (armed(f"{B} 57.1"), service(f"{B} 57.2.{point}", *later, 2))
    return [
        Rule(honour, "individual", LAW_2003, AMENDED_LAW, old, FORMS),
        Rule(honour, "individual", AMENDED_LAW, LAW_2022, mid, FORMS),
        Rule(honour, "individual", LAW_2022, None, new, FORMS),
    ]


RULES = (
    *rules("HUY_CSVV1", "a", (15, None), (20, None)),
    *rules("HUY_CSVV2", "b", (10, None), (15, 20)),
    *rules("HUY_CSVV3", "c", (5, None), (10, 15)),
)
