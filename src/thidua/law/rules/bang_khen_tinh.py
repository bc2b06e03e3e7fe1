"""Bằng khen of a ministry or province: 15/2003/QH11 article 72 as amended, 06/2022/QH15 article 74."""

from datetime import date
from typing import Any

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
from thidua.law.rules.ladder import counted_again
from thidua.law.rules.limbs import (
    contribution,
    entrepreneurs,
    household_gifts,
    in_movement,
    labour_feats,
    labourers,
    sudden,
)
from thidua.law.rules.obstacles import FORMS, NOT_DISSOLVED

A, B = "15/2003/QH11", "06/2022/QH15"
LAUNCHERS = ("tinh", "bo")
UNUSED: dict[str, Any] = {"fresh": "award:BK_TINH:results", "clean": True}


def two_excellent_years(cite: str, kind: str, confidence: Confidence) -> Condition:
    """Two excellent years in a row with two initiatives, or with two topics: not one of each."""
    return c(
        f"excellent_with_{kind}", "run_holding", cite, confidence=confidence,
        of="grade:excellent", at_least=2, ending="any",
        holding=f"initiative:base:{kind}", times=2, **UNUSED,
    )  # fmt: skip


def by_results(cite: str, confidence: Confidence = Confidence.TEXT) -> Condition:
    return one_of(
        "results",
        cite,
        c(
            "two_fighter_titles", "run", cite, confidence=confidence,
            of="title:CSTDCS", at_least=2, ending="any", **UNUSED,
        ),
        two_excellent_years(cite, "initiative", confidence),
        two_excellent_years(cite, "topic", confidence),
        by="results",
        vi="Kết quả hằng năm (thành tích chưa được khen)",
        en="Yearly results (merit not rewarded yet)",
    )  # fmt: skip


def excellent_2003(clause: str) -> Condition:
    """Before the amendment: tasks excellently done, and what the decree of 2010 added."""
    cite = f"{A} 72.{clause}"
    return all_of(
        "results",
        cite,
        c("excellent_year", "run", cite, of="grade:excellent", at_least=1, **UNUSED),
        judged(
            "decree_details", "42/2010/NĐ-CP", None,
            "Điều kiện chi tiết theo nghị định (chưa có toàn văn)",
            "The details of the decree (text not at hand)",
            confidence=UNVERIFIED,
        ),
        by="results",
        vi="Kết quả hằng năm",
        en="Yearly results",
    )  # fmt: skip


def many_feats(by: str) -> Condition:
    return judged(
        "many_feats", f"{A} 72.1.b", by,
        "Lập được nhiều thành tích, có phạm vi ảnh hưởng trong từng lĩnh vực",
        "Many achievements with influence in a field",
    )  # fmt: skip


def individual_2014(*limbs: Condition) -> Condition:
    return one_of(
        "standards",
        f"{A} 72.1",
        in_movement(f"{A} 72.1.a", LAUNCHERS),
        *limbs,
        labourers(f"{A} 72.1.b", labour_feats(f"{A} 72.1.b")),
    )


def excellent_with_initiatives(decree: str, confidence: Confidence) -> Condition:
    """Two excellent years in a row with two initiatives: until 2024 titles alone don't do."""
    return all_of(
        "results",
        decree,
        two_excellent_years(decree, "initiative", confidence),
        by="results",
        vi="Kết quả hằng năm (thành tích chưa được khen)",
        en="Yearly results (merit not rewarded yet)",
    )


UNTIL_DECREE_65 = individual_2014(many_feats("results"))
INDIVIDUAL_65 = individual_2014(
    many_feats("sudden"), excellent_with_initiatives("65/2014/NĐ-CP 24.1.c", SECONDARY)
)
INDIVIDUAL_A = individual_2014(
    many_feats("sudden"), excellent_with_initiatives("91/2017/NĐ-CP 39.1.c", UNVERIFIED)
)
INDIVIDUAL_B = one_of(
    "standards",
    f"{B} 74.1",
    in_movement(f"{B} 74.1.a", LAUNCHERS),
    sudden(f"{B} 74.1.b"),
    contribution(f"{B} 74.1.c"),
    by_results(f"{B} 74.1.d"),
    labourers(f"{B} 74.1.đ", labour_feats(f"{B} 74.1.đ")),
    entrepreneurs(f"{B} 74.2"),
)


def two_years(cite: str, of: str) -> Condition:
    return c("two_years", "run", cite, by="results", of=of, at_least=2, ending="any", **UNUSED)


COLLECTIVE_A = one_of(
    "standards",
    f"{A} 72.2",
    in_movement(f"{A} 72.2.a", LAUNCHERS),
    sudden(f"{A} 72.2.b"),
    two_years(f"{A} 72.2.c", "grade:excellent"),
)
COLLECTIVE_B = one_of(
    "standards",
    f"{B} 74.3",
    in_movement(f"{B} 74.3.a", LAUNCHERS),
    sudden(f"{B} 74.3.b"),
    contribution(f"{B} 74.3.c"),
    two_years(f"{B} 74.3.d", "grade:excellent|title:TTLDXS|title:DVQT"),
    entrepreneurs(f"{B} 74.4"),
)
HOUSEHOLD_A = one_of("standards", f"{A} 73.3", household_gifts(f"{A} 73.3"))
HOUSEHOLD_B = one_of("standards", f"{B} 74.5", household_gifts(f"{B} 74.5"))
COUNTED_AGAIN = counted_again()


def rules(kind: str, *dated: tuple[date, date | None, Condition]) -> list[Rule]:
    obstacles = (*FORMS, NOT_DISSOLVED) if kind == "collective" else FORMS
    return [
        Rule("BK_TINH", kind, since, until, (standards, *COUNTED_AGAIN), obstacles)
        for since, until, standards in dated
    ]


RULES = (
    *rules(
        "individual",
        (LAW_2003, AMENDED_LAW, excellent_2003("1")),
        (AMENDED_LAW, DECREE_65, UNTIL_DECREE_65),
        (DECREE_65, DECREE_91, INDIVIDUAL_65),
        (DECREE_91, LAW_2022, INDIVIDUAL_A),
        (LAW_2022, None, INDIVIDUAL_B),
    ),
    *rules(
        "collective",
        (LAW_2003, AMENDED_LAW, excellent_2003("2")),
        (AMENDED_LAW, LAW_2022, COLLECTIVE_A),
        (LAW_2022, None, COLLECTIVE_B),
    ),
    *rules("household", (AMENDED_LAW, LAW_2022, HOUSEHOLD_A), (LAW_2022, None, HOUSEHOLD_B)),
)
