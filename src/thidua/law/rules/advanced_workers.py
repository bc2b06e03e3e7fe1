"""Lao động tiên tiến, Chiến sĩ tiên tiến: 15/2003/QH11 and 06/2022/QH15 article 24."""

from typing import Any

from thidua.law.conditions import Condition
from thidua.law.rules.build import CIRCULAR_02, LAW_2022, Rule, all_of, c, conduct, one_of, takes_part
from thidua.law.rules.obstacles import ADVANCED_WORKER, TITLES

GRADED = ("official", "public_employee", "worker", "entrepreneur")
UNGRADED = ("worker", "farmer", "citizen", "entrepreneur")
A, B = "15/2003/QH11", "06/2022/QH15"


def good_year(cite: str) -> Condition:
    return c("good_year", "in_year", cite, of="grade:good")


def ungraded(cite: str, kind: str, why_vi: str, why_en: str) -> Condition:
    """Workers and farmers outside any yearly grading: effective production, weighed on the spot."""
    return all_of(
        "ungraded",
        cite,
        c("ungraded_group", "group", cite, any_of=UNGRADED),
        c("no_grade", "no_grade", cite),
        c("production", kind, cite, vi=why_vi, en=why_en),
        vi="Công nhân, nông dân, người lao động không thuộc diện xếp loại hằng năm",
        en="Workers and farmers who are not graded",
    )


UNGRADED_A = ungraded(
    f"{A} 24.3",
    "judgement",
    "Lao động sản xuất có hiệu quả, gương mẫu (đơn vị xem xét)",
    "Effective production, exemplary (the unit weighs it)",
)
UNGRADED_B = ungraded(
    f"{B} 24.3",
    "local_rule",
    "Đạt tiêu chuẩn do Ủy ban nhân dân cấp tỉnh quy định chi tiết (Điều 24 khoản 6)",
    "Meets the details set by the province (article 24 clause 6)",
)


def graded(cite: str) -> Condition:
    return all_of(
        "graded",
        cite,
        c("graded_group", "group", cite, unknown_too=True, any_of=GRADED),
        good_year(f"{cite}.a"),
        vi="Cán bộ, công chức, viên chức, người lao động được xếp loại hằng năm",
        en="Officials, public employees and workers who are graded",
    )


ADVANCED_A = one_of("result", f"{A} 24", graded(f"{A} 24.1"), UNGRADED_A)
ADVANCED_B = one_of("result", f"{B} 24", graded(f"{B} 24.1"), UNGRADED_B)
IN_ARMED_FORCES: dict[str, Any] = {"any_of": ("armed_forces",), "unknown_too": True}
LDTT = (
    Rule(
        "LDTT",
        "individual",
        CIRCULAR_02,
        LAW_2022,
        (ADVANCED_A, takes_part(f"{A} 24.1.b"), conduct(f"{A} 24.1.b")),
        (*TITLES, *ADVANCED_WORKER),
    ),
    Rule(
        "LDTT",
        "individual",
        LAW_2022,
        None,
        (ADVANCED_B, takes_part(f"{B} 24.1.b")),
        (*TITLES, *ADVANCED_WORKER),
    ),
)
CSTT = (
    Rule(
        "CSTT",
        "individual",
        CIRCULAR_02,
        LAW_2022,
        (c("armed", "group", f"{A} 24.2", **IN_ARMED_FORCES), good_year(f"{A} 24.1.a")),
        (*TITLES, *ADVANCED_WORKER),
    ),
    Rule(
        "CSTT",
        "individual",
        LAW_2022,
        None,
        (c("armed", "group", f"{B} 24.2", **IN_ARMED_FORCES), good_year(f"{B} 24.1.a")),
        (*TITLES, *ADVANCED_WORKER),
    ),
)

RULES = (*LDTT, *CSTT)
