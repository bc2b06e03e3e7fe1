"""Huân chương Độc lập: 15/2003/QH11 articles 36–38 as amended, 06/2022/QH15 articles 36–38."""

from typing import Any

from thidua.law.conditions import Condition
from thidua.law.rules.build import (
    AMENDED_LAW,
    DECREE_65,
    DECREE_91,
    LAW_2022,
    SECONDARY,
    UNVERIFIED,
    Rule,
    all_of,
    c,
    judged,
    one_of,
    united,
)
from thidua.law.rules.ladder import EXCELLENT, base_award, flag_choices, restarting, run_of
from thidua.law.rules.obstacles import FORMS, NOT_DISSOLVED

A, B = "15/2003/QH11", "06/2022/QH15"
BASES = {"HCDL3": "award:HCLD1", "HCDL2": "award:HCDL3", "HCDL1": "award:HCDL2"}
ARTICLES = {"HCDL3": 38, "HCDL2": 37, "HCDL1": 36}
CO_CP, CO_TINH, BK_TTG, BK_TINH = "title:CO_CP", "title:CO_TINH", "award:BK_TTG", "award:BK_TINH"
FLAGS = {
    "HCDL3": (((CO_CP, 2), (BK_TTG, 1)), ((CO_CP, 2), (CO_TINH, 2))),
    "HCDL2": (
        ((CO_CP, 2), (BK_TTG, 1), (BK_TINH, 1)),
        ((CO_CP, 2), (CO_TINH, 2), (BK_TINH, 1)),
    ),
    "HCDL1": (((CO_CP, 3), (BK_TTG, 1)), ((CO_CP, 3), (CO_TINH, 2))),
}


def individual(cite: str) -> Condition:
    return one_of(
        "standards", cite,
        judged("career", cite, "career", "Có quá trình cống hiến lâu dài", "Long service in office"),
        judged(
            "achievement", cite, "results",
            "Có thành tích xuất sắc, có phạm vi ảnh hưởng và nêu gương trong toàn quốc",
            "Achievements with influence in the whole country",
        ),
    )  # fmt: skip


def thirty_years(honour: str, cite: str) -> list[Condition]:
    return [c("thirty_years", "age", cite, at_least=30)] if honour == "HCDL3" else []


def ministries(cite: str) -> Condition:
    return judged(
        "ministry_or_province", cite, "years",
        "Bộ, ban, ngành, tỉnh nhân dịp kỷ niệm ngày thành lập năm tròn",
        "A ministry or province at a round anniversary",
    )  # fmt: skip


def collective_2024(honour: str) -> Condition:
    article, base = f"{B} {ARTICLES[honour]}", BASES[honour]
    cite = f"{article}.3.a"
    years = restarting(honour, base, EXCELLENT)
    return one_of(
        "standards", article,
        ministries(f"{article}.2"),
        all_of(
            "results", f"{article}.3",
            base_award(cite, base),
            run_of(cite, years, n_years=10),
            one_of("flags", cite, *flag_choices(cite, years, *FLAGS[honour])),
            united(f"{article}.3.b"),
            *thirty_years(honour, f"{article}.3.c"),
            by="results", vi="Kết quả hằng năm", en="Yearly results",
        ),
    )  # fmt: skip


# Decree 65/2014, articles 9–11; decree 91/2017 isn't at hand, the same is taken to hold.
FLAGS_2014 = {
    "HCDL3": (((CO_CP, 2), (BK_TTG, 1)), ((CO_CP, 2), (CO_TINH, 2))),
    "HCDL2": (((CO_CP, 3), (BK_TTG, 1)), ((CO_CP, 3), (CO_TINH, 2))),
    "HCDL1": (((CO_CP, 4), (BK_TTG, 1)), ((CO_CP, 4), (CO_TINH, 2))),
}
DECREES = (
    ({"HCDL3": 11, "HCDL2": 10, "HCDL1": 9}, "65/2014/NĐ-CP", DECREE_65, DECREE_91, SECONDARY),
    ({"HCDL3": None, "HCDL2": None, "HCDL1": None}, "91/2017/NĐ-CP", DECREE_91, LAW_2022, UNVERIFIED),
)


def flags_2014(honour: str, years: dict[str, Any]) -> list[Condition]:
    return [
        one_of(
            "flags", cite,
            *flag_choices(cite, years, *FLAGS_2014[honour], confidence=how),
            confidence=how, since=since, until=until,
        )
        for articles, decree, since, until, how in DECREES
        for cite in [f"{decree} {articles[honour]}.3.a" if articles[honour] else decree]
    ]  # fmt: skip


def collective_2014(honour: str) -> Condition:
    cite = f"{A} {ARTICLES[honour]}.2"
    years = restarting(honour, BASES[honour], "grade:excellent")
    return all_of(
        "results", cite,
        base_award(cite, BASES[honour]),
        run_of(cite, years, n_years=10),
        *thirty_years(honour, cite),
        *flags_2014(honour, years),
        by="results", vi="Kết quả hằng năm", en="Yearly results",
    )  # fmt: skip


def rules(honour: str) -> list[Rule]:
    group, article = (*FORMS, NOT_DISSOLVED), ARTICLES[honour]
    return [
        Rule(honour, "individual", AMENDED_LAW, LAW_2022, (individual(f"{A} {article}.1"),), FORMS),
        Rule(honour, "individual", LAW_2022, None, (individual(f"{B} {article}.1"),), FORMS),
        Rule(honour, "collective", AMENDED_LAW, LAW_2022, (collective_2014(honour),), group),
        Rule(honour, "collective", LAW_2022, None, (collective_2024(honour),), group),
    ]


RULES = (*rules("HCDL3"), *rules("HCDL2"), *rules("HCDL1"))
