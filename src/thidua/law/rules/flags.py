"""Flags: 15/2003/QH11 articles 25–26, 06/2022/QH15 articles 25–26."""

from typing import Any

from thidua.law.conditions import Condition
from thidua.law.rules.build import (
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
    united,
)
from thidua.law.rules.obstacles import NOT_DISSOLVED, TITLES

A, B = "15/2003/QH11", "06/2022/QH15"
OBSTACLES = (*TITLES, NOT_DISSOLVED)


def exceeded(cite: str) -> Condition:
    return judged(
        "exceeded", cite, None,
        "Hoàn thành vượt các chỉ tiêu thi đua, nhiệm vụ; là tập thể tiêu biểu xuất sắc",
        "Exceeded targets and tasks; outstanding among all",
    )  # fmt: skip


def new_model(cite: str) -> Condition:
    return judged(
        "new_model", cite, None, "Có nhân tố mới, mô hình mới để học tập", "A new model to learn from"
    )


def leads_block(cite: str) -> Condition:
    return c(
        "leads_block", "truth", cite, of="leads_block",
        vi="Dẫn đầu cụm, khối thi đua", en="Leads its cluster or block",
    )  # fmt: skip


def by_block(cite: str, clause: str) -> Condition:
    return all_of(
        "by_block", cite, leads_block(cite), exceeded(f"{cite}.a"), united(f"{cite}.b"),
        by="results", vi=f"Dẫn đầu cụm, khối thi đua hằng năm (khoản {clause})", en="Yearly leader of a block",
    )  # fmt: skip


def leads_movement(
    cite: str, launched_by: tuple[str, ...], years: int, stage: tuple[str, ...], **how: Any
) -> Condition:
    return c(
        "leads_movement", "movement", cite, by="movement", **how,
        launched_by=launched_by, years=years, result=("leader",), stage=stage,
        vi=f"Dẫn đầu phong trào thi đua có thời gian từ {years:02d} năm trở lên",
        en=f"Leader of a movement of {years} years or more",
    )  # fmt: skip


CO_TINH_A = (exceeded(f"{A} 26.1"), new_model(f"{A} 26.2"), united(f"{A} 26.3"))
CO_TINH_B = one_of(
    "standards", f"{B} 26",
    by_block(f"{B} 26.1", "1"),
    leads_movement(f"{B} 26.2", ("tinh", "bo"), 3, ("final",)),
)  # fmt: skip
YEARLY_A = all_of(
    "by_year", f"{A} 25",
    exceeded(f"{A} 25.1"), new_model(f"{A} 25.2"), united(f"{A} 25.3"),
    by="results", vi="Tiêu biểu xuất sắc nhất trong năm", en="The most outstanding of the year",
)  # fmt: skip
# Decree 65/2014, article 6: the leaders of movements of five years; decree 91/2017 is taken to keep it.
CO_CP_OF_DECREES = one_of(
    "standards", f"{A} 25", YEARLY_A,
    leads_movement(
        "65/2014/NĐ-CP 6.3", ("ttg", "ctn"), 5, ("interim", "final"),
        confidence=SECONDARY, until=DECREE_91,
    ),
    leads_movement(
        "91/2017/NĐ-CP 11", ("ttg", "ctn"), 5, ("interim", "final"),
        confidence=UNVERIFIED, since=DECREE_91,
    ),
)  # fmt: skip


def by_central_block(cite: str) -> Condition:
    """To lead a block of the central council is enough; which block it was, the record doesn't say."""
    return all_of(
        "by_central_block", cite, leads_block(cite),
        judged(
            "central_block", cite, None,
            "Cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức",
            "A block organised by the central council",
        ),
        by="results", vi="Dẫn đầu cụm, khối thi đua của Hội đồng Trung ương (khoản 2)",
        en="Leader of a block of the central council",
    )  # fmt: skip


CO_CP_B = one_of(
    "standards", f"{B} 25",
    by_block(f"{B} 25.1", "1"),
    by_central_block(f"{B} 25.2"),
    leads_movement(f"{B} 25.3", ("ttg",), 5, ("interim", "final")),
)  # fmt: skip

RULES = (
    Rule("CO_TINH", "collective", LAW_2003, LAW_2022, CO_TINH_A, OBSTACLES),
    Rule("CO_TINH", "collective", LAW_2022, None, (CO_TINH_B,), OBSTACLES),
    Rule("CO_CP", "collective", LAW_2003, DECREE_65, (YEARLY_A,), OBSTACLES),
    Rule("CO_CP", "collective", DECREE_65, LAW_2022, (CO_CP_OF_DECREES,), OBSTACLES),
    Rule("CO_CP", "collective", LAW_2022, None, (CO_CP_B,), OBSTACLES),
)
