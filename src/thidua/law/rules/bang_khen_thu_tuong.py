"""Bằng khen of the Prime Minister: 15/2003/QH11 article 71, 06/2022/QH15 article 73."""

from thidua.law.cite import Confidence
from thidua.law.conditions import Condition
from thidua.law.rules.build import (
    AMENDED_LAW,
    DECREE_91,
    LAW_2003,
    LAW_2022,
    SECONDARY,
    TWO_LEVELS,
    UNVERIFIED,
    Rule,
    all_of,
    c,
    judged,
    one_of,
)
from thidua.law.rules.ladder import (
    EXCELLENT_OR_VICTOR,
    base_award,
    flag_choices,
    window,
    within,
    years_after,
)
from thidua.law.rules.limbs import (
    contribution,
    household_gifts,
    in_movement,
    labour_feats,
    labourers,
    sudden,
)
from thidua.law.rules.obstacles import FORMS, NOT_DISSOLVED

A, B = "15/2003/QH11", "06/2022/QH15"
HONOUR = "BK_TTG"
LAUNCHERS = ("tinh", "bo", "ttg", "ctn")
BASE = "award:BK_TINH"
BASE_BY_RESULTS = "award:BK_TINH:results"
VI, EN = "Kết quả hằng năm sau bằng khen cấp tỉnh", "Yearly results after the provincial certificate"


def results_2003(cite: str, of: str, years: int) -> Condition:
    """The certificate and, not necessarily after it, so many titles in a row."""
    return all_of(
        "results", cite, base_award(cite, BASE),
        c("titles_in_a_row", "run", cite, of=of, at_least=years, ending="any"),
        by="results", vi=VI, en=EN,
    )  # fmt: skip


def results_2014(decree: str, confidence: Confidence) -> Condition:
    years = window(HONOUR, BASE, "grade:excellent")
    return all_of(
        "results", f"{A} 71.1.b", base_award(f"{A} 71.1.b", BASE),
        years_after(f"{A} 71.1.b", HONOUR, BASE, "grade:excellent"),
        within("five_solutions", decree, "initiative:base:any", 5, years, confidence=confidence),
        by="results", vi=VI, en=EN,
    )  # fmt: skip


def results_2024(base: str) -> Condition:
    cite = f"{B} 73.1.b"
    return all_of(
        "results", cite, base_award(cite, base),
        years_after(cite, HONOUR, base, "grade:good"),
        within("three_fighter_titles", cite, "title:CSTDCS", 3, window(HONOUR, base, "grade:good")),
        by="results", vi=VI, en=EN,
    )  # fmt: skip


def farmers_model(cite: str, confidence: Confidence = Confidence.TEXT) -> Condition:
    return all_of(
        "farmer", cite, c("is_farmer", "group", cite, confidence=confidence, any_of=("farmer",)),
        c(
            "model", "model", cite, confidence=confidence, years=2, scope="district",
            vi="Mô hình sản xuất hiệu quả từ 02 năm trở lên, ảnh hưởng trong cấp huyện, giúp hộ khác, tạo việc làm",
            en="A model of two years or more with influence in the district, helping others and giving jobs",
        ),
        by="work", vi="Nông dân có mô hình sản xuất", en="A farmer with a model",
    )  # fmt: skip


def worker_with_initiative(cite: str) -> Condition:
    return all_of(
        "worker", cite, c("is_worker", "group", cite, any_of=("worker",)),
        c("initiative", "count", cite, of="initiative:district:initiative", at_least=1),
        c(
            "training", "truth", cite, of="training",
            vi="Có đóng góp đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp", en="Helped to train colleagues",
        ),
        by="work", vi="Công nhân có sáng kiến", en="A worker with an initiative",
    )  # fmt: skip


def individual_2014(decree: str, work: str, confidence: Confidence) -> Condition:
    return one_of(
        "standards", f"{A} 71.1",
        in_movement(f"{A} 71.1.a", LAUNCHERS),
        results_2014(decree, confidence),
        sudden(f"{A} 71.1.c"),
        farmers_model(work, confidence),
        labourers(f"{A} 71.1.c", labour_feats(f"{A} 71.1.c")),
    )  # fmt: skip


def individual_2024(base: str) -> Condition:
    return one_of(
        "standards", f"{B} 73.1",
        in_movement(f"{B} 73.1.a", LAUNCHERS),
        results_2024(base),
        sudden(f"{B} 73.1.c"),
        contribution(f"{B} 73.1.d"),
        labourers(f"{B} 73.2.b", labour_feats(f"{B} 73.2.b")),
        worker_with_initiative(f"{B} 73.2.c"),
        farmers_model(f"{B} 73.2.d"),
    )  # fmt: skip


INDIVIDUAL_2003 = one_of(
    "standards", f"{A} 71.1", results_2003(f"{A} 71", "title:CSTDCS", 5), sudden(f"{A} 71")
)
COLLECTIVE_2003 = one_of(
    "standards", f"{A} 71.2", results_2003(f"{A} 71", "title:TTLDXS|title:DVQT", 3), sudden(f"{A} 71")
)
COLLECTIVE_2014 = one_of(
    "standards", f"{A} 71.2",
    sudden(f"{A} 71.2.a"),
    in_movement(f"{A} 71.2.b", LAUNCHERS),
    all_of(
        "results", f"{A} 71.2.c", base_award(f"{A} 71.2.c", BASE),
        years_after(f"{A} 71.2.c", HONOUR, BASE, "grade:excellent"),
        by="results", vi=VI, en=EN,
    ),
)  # fmt: skip


def collective_2024(base: str) -> Condition:
    cite = f"{B} 73.4.e"
    years = window(HONOUR, base, EXCELLENT_OR_VICTOR)
    return one_of(
        "standards", f"{B} 73.4",
        sudden(f"{B} 73.4.a"),
        contribution(f"{B} 73.4.b"),
        in_movement(f"{B} 73.4.d", ("ttg", "ctn")),
        in_movement(f"{B} 73.4.d", ("tinh", "bo"), years=3),
        judged(
            "political_task", f"{B} 73.4.đ", "contribution",
            "Có thành tích xuất sắc phục vụ nhiệm vụ chính trị", "Excellent in a political task",
        ),
        all_of(
            "results", cite, base_award(cite, base),
            years_after(cite, HONOUR, base, EXCELLENT_OR_VICTOR),
            one_of(
                "flags", cite,
                *flag_choices(cite, years, (("title:CO_TINH", 1),), (("award:BK_TINH", 2),)),
                vi="Có 01 Cờ thi đua hoặc 02 bằng khen cấp tỉnh trong thời gian đó",
                en="One flag or two certificates of the province in that time",
            ),
            by="results", vi=VI, en=EN,
        ),
    )  # fmt: skip


OLD = individual_2014("65/2014/NĐ-CP 23.1.c", "65/2014/NĐ-CP 23.2", SECONDARY)
RULES_A = individual_2014("91/2017/NĐ-CP 38", "91/2017/NĐ-CP 38", UNVERIFIED)
GROUP_OBSTACLES = (*FORMS, NOT_DISSOLVED)
RULES = (
    Rule(HONOUR, "individual", LAW_2003, AMENDED_LAW, (INDIVIDUAL_2003,), FORMS),
    Rule(HONOUR, "individual", AMENDED_LAW, DECREE_91, (OLD,), FORMS),
    Rule(HONOUR, "individual", DECREE_91, LAW_2022, (RULES_A,), FORMS),
    Rule(HONOUR, "individual", LAW_2022, TWO_LEVELS, (individual_2024(BASE),), FORMS),
    Rule(HONOUR, "individual", TWO_LEVELS, None, (individual_2024(BASE_BY_RESULTS),), FORMS),
    Rule(HONOUR, "collective", LAW_2003, AMENDED_LAW, (COLLECTIVE_2003,), GROUP_OBSTACLES),
    Rule(HONOUR, "collective", AMENDED_LAW, LAW_2022, (COLLECTIVE_2014,), GROUP_OBSTACLES),
    Rule(HONOUR, "collective", LAW_2022, TWO_LEVELS, (collective_2024(BASE),), GROUP_OBSTACLES),
    Rule(HONOUR, "collective", TWO_LEVELS, None, (collective_2024(BASE_BY_RESULTS),), GROUP_OBSTACLES),
    Rule(HONOUR, "household", AMENDED_LAW, LAW_2022, (household_gifts(f"{A} 73.3"),), FORMS),
    Rule(HONOUR, "household", LAW_2022, None, (household_gifts(f"{B} 73.6"),), FORMS),
)
