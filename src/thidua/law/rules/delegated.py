"""Honours whose standards the law leaves to provinces, ministries or the village meeting."""

from datetime import date
from typing import Any

from thidua.law.conditions import Condition
from thidua.law.rules.build import (
    DECREE_122,
    FAMILY_FRAME,
    LAW_2003,
    LAW_2022,
    SECONDARY,
    UNVERIFIED,
    Rule,
    c,
    judged,
    local,
)
from thidua.law.rules.obstacles import FORMS, REGISTERED, TITLES

A, B = "15/2003/QH11", "06/2022/QH15"
FINED = ("child_marriage", "public_order", "gambling", "social_evil", "fire_safety", "domestic_violence")
ALWAYS = ("crime", "military_duty", "tax_duty")
NO_VIOLATION_VI = "Không có thành viên vi phạm thuộc trường hợp không xét"
NO_VIOLATION_EN = "No member did what shuts the title"


def no_violation(cite: str, **how: Any) -> Condition:
    return c(
        "no_violation", "no_violation", cite, when_fined=FINED, always=ALWAYS,
        vi=NO_VIOLATION_VI, en=NO_VIOLATION_EN, **how,
    )  # fmt: skip


FAMILY_OBSTACLES = (
    REGISTERED,
    no_violation("122/2018/NĐ-CP", confidence=UNVERIFIED, since=DECREE_122, until=FAMILY_FRAME),
    no_violation("86/2023/NĐ-CP", confidence=SECONDARY, since=FAMILY_FRAME),
)
FAMILY_A = judged(
    "family_criteria",
    f"{A} 29",
    None,
    "Gia đình gương mẫu, hòa thuận, lao động, học tập đạt hiệu quả (họp thôn, tổ dân phố bình xét)",
    "An exemplary, harmonious, hard-working family (weighed by the village meeting)",
)
FAMILY_B = local(
    f"{B} 31.2",
    "Đạt tiêu chuẩn Gia đình văn hóa do Ủy ban nhân dân cấp tỉnh quy định",
    "Meets the details set by the province",
)
VILLAGE_A = judged(
    "village_criteria",
    f"{A} 30",
    None,
    "Đạt 05 tiêu chuẩn về kinh tế, văn hóa, môi trường, pháp luật, đoàn kết",
    "Meets the five criteria",
)
VILLAGE_B = local(
    f"{B} 30.2",
    "Đạt tiêu chuẩn thôn, tổ dân phố văn hóa do Ủy ban nhân dân cấp tỉnh quy định",
    "Meets the details set by the province",
)
COMMUNE = local(
    f"{B} 29.2",
    "Đạt tiêu chuẩn xã, phường tiêu biểu do Ủy ban nhân dân cấp tỉnh quy định",
    "Meets the details set by the province",
)
MEDAL_A = local(
    f"{A} 69",
    "Đạt tiêu chuẩn kỷ niệm chương do bộ, ban, ngành, đoàn thể trung ương quy định",
    "Meets the criteria of the ministry or organisation",
)
MEDAL_B = local(
    f"{B} 71.2",
    "Đạt tiêu chuẩn kỷ niệm chương do Bộ, ban, ngành, Hội đồng nhân dân cấp tỉnh quy định",
    "Meets the criteria of the ministry, organisation or provincial council",
)
BADGE = local(
    f"{A} 69",
    "Đạt tiêu chuẩn huy hiệu do bộ, ngành, Hội đồng nhân dân cấp tỉnh quy định",
    "Meets the criteria of the ministry or provincial council",
)
GOOD_DEEDS = local(
    "77/2025/QĐ-UBND",
    "Đạt tiêu chuẩn “Người tốt, việc tốt” của thành phố Hà Nội",
    "Meets Hà Nội's criteria",
    confidence=SECONDARY,
)
EXCELLENT_CITIZEN = local(
    "71/2025/QĐ-UBND",
    "Đạt tiêu chuẩn “Công dân Thủ đô ưu tú” của thành phố Hà Nội",
    "Meets Hà Nội's criteria",
    confidence=SECONDARY,
)

RULES = (
    Rule("GDVH", "household", LAW_2003, LAW_2022, (FAMILY_A,), FAMILY_OBSTACLES),
    Rule("GDVH", "household", LAW_2022, None, (FAMILY_B,), FAMILY_OBSTACLES),
    Rule("TVH", "collective", LAW_2003, LAW_2022, (VILLAGE_A,), TITLES),
    Rule("TVH", "collective", LAW_2022, None, (VILLAGE_B,), TITLES),
    Rule("XPTB", "collective", LAW_2022, None, (COMMUNE,), TITLES),
    Rule("KNC", "individual", LAW_2003, LAW_2022, (MEDAL_A,), FORMS),
    Rule("KNC", "individual", LAW_2022, None, (MEDAL_B,), FORMS),
    Rule("HUYHIEU", "individual", LAW_2003, LAW_2022, (BADGE,), FORMS),
    Rule("NTVT", "individual", date(2025, 12, 18), None, (GOOD_DEEDS,), FORMS),
    Rule("CDTDUT", "individual", date(2025, 12, 6), None, (EXCELLENT_CITIZEN,), FORMS),
)
