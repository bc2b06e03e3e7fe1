"""Giấy khen: 15/2003/QH11 article 75 as amended; since 2024 ministries and provinces set the criteria.

06/2022/QH15 article 75.2.
"""

from thidua.law.conditions import Condition
from thidua.law.rules.build import (
    AMENDED_LAW,
    DECREE_122,
    LAW_2003,
    LAW_2022,
    SECONDARY,
    Rule,
    all_of,
    c,
    conduct,
    judged,
    one_of,
)
from thidua.law.rules.limbs import in_movement, sudden
from thidua.law.rules.obstacles import FORMS, NOT_DISSOLVED

A, B = "15/2003/QH11", "06/2022/QH15"
ANYBODY = ("xa", "huyen", "so", "tinh", "bo", "don_vi", "doanh_nghiep", "dang_uy", "doan_the", "ttg")


def good_and_fresh(cite: str) -> Condition:
    """The last year was good and no giấy khen has rewarded it."""
    return all_of(
        "good_year_by_results",
        cite,
        c("good_year", "run", cite, of="grade:good", at_least=1, fresh="award:GK:results", clean=True),
        conduct(cite),
        by="results",
        vi="Hoàn thành tốt nhiệm vụ, chấp hành tốt pháp luật",
        en="Good completion of tasks and good conduct",
    )


def standards_2003(clause: str) -> Condition:
    """Before the amendment: tasks well done and good conduct; or, by article 74.1, a sudden feat."""
    return one_of(
        "standards",
        f"{A} 75.{clause}",
        good_and_fresh(f"{A} 75.{clause}"),
        sudden(f"{A} 74.1"),
    )


def standards_a(clause: str) -> Condition:
    return one_of(
        "standards",
        f"{A} 75.{clause}",
        in_movement(f"{A} 75.{clause}.a", ANYBODY),
        sudden(f"{A} 75.{clause}.b"),
        good_and_fresh(f"{A} 75.{clause}.c"),
    )


# A family: the government's decree, and the cultured families of three years running.
THREE_CULTURED_YEARS = c(
    "three_cultured_years",
    "run",
    "122/2018/NĐ-CP",
    by="results",
    confidence=SECONDARY,
    since=DECREE_122,
    of="title:GDVH",
    at_least=3,
    ending="any",
    fresh="award:GK:results",
)
FAMILY_GIFTS = judged(
    "family_gifts",
    f"{A} 76.4",
    "contribution",
    "Gia đình gương mẫu, có đóng góp cho địa phương (theo quy định của Chính phủ)",
    "An exemplary family that contributed to the locality",
)
HOUSEHOLD_A = one_of("standards", f"{A} 76.4", FAMILY_GIFTS, THREE_CULTURED_YEARS)
LOCAL = c(
    "local_criteria",
    "local_rule",
    f"{B} 75.2",
    vi="Đạt tiêu chuẩn giấy khen do Bộ, ban, ngành, tỉnh quy định chi tiết",
    en="Meets the criteria set by the ministry or province",
)


def rules(kind: str, before: Condition, oldest: Condition | None = None) -> list[Rule]:
    obstacles = (*FORMS, NOT_DISSOLVED) if kind == "collective" else FORMS
    first = [Rule("GK", kind, LAW_2003, AMENDED_LAW, (oldest,), obstacles)] if oldest else []
    return [
        *first,
        Rule("GK", kind, AMENDED_LAW, LAW_2022, (before,), obstacles),
        Rule("GK", kind, LAW_2022, None, (LOCAL,), obstacles),
    ]


RULES = (
    *rules("individual", standards_a("1"), standards_2003("1")),
    *rules("collective", standards_a("2"), standards_2003("2")),
    *rules("household", HOUSEHOLD_A),
)
