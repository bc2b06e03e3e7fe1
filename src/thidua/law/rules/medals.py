"""Huy chương Chiến sĩ vẻ vang, by years of service: 15/2003/QH11 article 56, 06/2022/QH15 article 57."""

from thidua.law.cite import Confidence
from thidua.law.conditions import Condition
from thidua.law.rules.build import (
    AMENDED_LAW,
    DECREE_65,
    DECREE_91,
    LAW_2003,
    LAW_2022,
    SECONDARY,
    UNVERIFIED,
    Rule,
    all_of,
    c,
    judged,
    one_of,
)
from thidua.law.rules.obstacles import FORMS

A, B = "15/2003/QH11", "06/2022/QH15"


def service(
    cite: str, least: int, below: int | None, factor: int | None, how: Confidence = Confidence.TEXT
) -> Condition:
    """Months of unbroken service; hard posts count so many times, or as a decree nobody has read says."""
    upper = f" đến dưới {below} năm" if below else " trở lên"
    return c(
        "service", "service", cite, confidence=how, months=least * 12, below=below and below * 12, hardship_factor=factor,
        vi=f"Quá trình công tác liên tục từ {least} năm{upper}",
        en=f"Unbroken service of {least} years" + (f" and under {below}" if below else " or more"),
    )  # fmt: skip


def armed(cite: str) -> Condition:
    return c("armed", "group", cite, any_of=("armed_forces",), unknown_too=True)


def a_hard_year(cite: str, how: Confidence) -> Condition:
    """Soldiers and non-commissioned officers: a year on duty in a hard place; officers don't count."""
    return all_of(
        "hard_year", cite,
        c(
            "hard_service", "service", cite, confidence=how, months=12, below=None, hardship_factor=1, hardship_only=True,
            vi="Làm nhiệm vụ trên biển, đảo, vùng đặc biệt khó khăn từ đủ 01 năm",
            en="A year on duty at sea, on islands or in especially hard areas",
        ),
        judged(
            "soldier", cite, "years", "Là hạ sĩ quan, chiến sĩ", "A soldier or non-commissioned officer",
            confidence=how,
        ),
        by="years", vi="Hạ sĩ quan, chiến sĩ ở vùng khó khăn", en="Soldiers in hard areas",
    )  # fmt: skip


def served(honour: str, cite: str, hard: tuple[str, Confidence], span: Condition) -> Condition:
    if honour != "HUY_CSVV3":
        return span
    return one_of("service_or_hard_year", cite, span, a_hard_year(*hard))


def rules(honour: str, point: str, first: tuple[int, None], later: tuple[int, int | None]) -> list[Rule]:
    old = (armed(f"{A} 56.1"), service(f"{A} 56.2.{point}", *first, None))
    statute = (armed(f"{A} 56.1"), service(f"{A} 56.2.{point}", *later, None))
    doubled = service(f"{A} 56.2.{point}", *later, 2, SECONDARY)
    new = service(f"{B} 57.2.{point}", *later, 2)
    mid, since_91 = (
        (armed(f"{A} 56.1"), served(honour, f"{A} 56.2", hard, doubled))
        for hard in (("65/2014/NĐ-CP 21.2", SECONDARY), ("91/2017/NĐ-CP", UNVERIFIED))
    )
    last = (armed(f"{B} 57.1"), served(honour, f"{B} 57.2", (f"{B} 57.3.a", Confidence.TEXT), new))
    return [
        Rule(honour, "individual", LAW_2003, AMENDED_LAW, old, FORMS),
        Rule(honour, "individual", AMENDED_LAW, DECREE_65, statute, FORMS),
        Rule(honour, "individual", DECREE_65, DECREE_91, mid, FORMS),
        Rule(honour, "individual", DECREE_91, LAW_2022, since_91, FORMS),
        Rule(honour, "individual", LAW_2022, None, last, FORMS),
    ]


RULES = (
    *rules("HUY_CSVV1", "a", (15, None), (20, None)),
    *rules("HUY_CSVV2", "b", (10, None), (15, 20)),
    *rules("HUY_CSVV3", "c", (5, None), (10, 15)),
)
