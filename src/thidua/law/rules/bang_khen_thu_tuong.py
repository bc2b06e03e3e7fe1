"""Bằng khen of the Prime Minister: 15/2003/QH11 article 71, 06/2022/QH15 article 73."""

from datetime import date

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
from thidua.law.rules.ladder import (
    EXCELLENT_OR_VICTOR,
    any_time,
    base_award,
    counted_again,
    flag_choices,
    restarting,
    run_of,
    window,
    within,
    years_after,
)
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
HONOUR = "BK_TTG"
LAUNCHERS = ("tinh", "bo", "ttg", "ctn")
BASE = "award:BK_TINH"
# Movements give no base for what the centre gives (decree 91, article 3); since 2024 sudden feats neither.
BASE_BUT_MOVEMENT = "award:BK_TINH:!movement"
BASE_BY_RESULTS = "award:BK_TINH:results"
VI, EN = "Kết quả hằng năm và bằng khen cấp tỉnh", "Yearly results and the provincial certificate"


def results_2003(cite: str, of: str, years: int) -> Condition:
    """The certificate and, not necessarily after it, so many titles in a row."""
    return all_of(
        "results", cite, base_award(cite, BASE),
        c("titles_in_a_row", "run", cite, of=of, at_least=years, ending="any"),
        by="results", vi=VI, en=EN,
    )  # fmt: skip


def results_2014(base: str, decree: str | None, confidence: Confidence = Confidence.TEXT) -> Condition:
    years, of = restarting(HONOUR, base, "grade:excellent"), "initiative:base:any"
    solutions = [within("five_solutions", decree, of, 5, years, confidence=confidence)] if decree else []
    return all_of(
        "results", f"{A} 71.1.b", base_award(f"{A} 71.1.b", base),
        run_of(f"{A} 71.1.b", years), *solutions,
        by="results", vi=VI, en=EN,
    )  # fmt: skip


def results_2024() -> Condition:
    """Point b doesn't say that the years follow the certificate, as the articles on orders do."""
    cite, years = f"{B} 73.1.b", any_time(HONOUR, "grade:good")
    return all_of(
        "results", cite, base_award(cite, BASE_BY_RESULTS),
        run_of(cite, years),
        within("three_fighter_titles", cite, "title:CSTDCS", 3, years),
        by="results", vi=VI, en=EN,
    )  # fmt: skip


def farmers_model(cite: str, scope: str, confidence: Confidence = Confidence.TEXT) -> Condition:
    where = ", ảnh hưởng trong cấp huyện" if scope == "district" else ""
    return all_of(
        "farmer", cite, c("is_farmer", "group", cite, confidence=confidence, any_of=("farmer",)),
        c(
            "model", "model", cite, confidence=confidence, years=2, scope=scope,
            vi=f"Mô hình sản xuất hiệu quả từ 02 năm trở lên{where}, giúp hộ khác, tạo việc làm",
            en="A lasting model of two years or more that helps others and gives jobs",
        ),
        by="work", vi="Nông dân có mô hình sản xuất", en="A farmer with a model",
    )  # fmt: skip


def worker_with_initiatives(
    cite: str, scope: str, times: int, confidence: Confidence = Confidence.TEXT
) -> Condition:
    of = f"initiative:{scope}:initiative"
    return all_of(
        "worker", cite, c("is_worker", "group", cite, confidence=confidence, any_of=("worker",)),
        c("initiative", "count", cite, confidence=confidence, of=of, at_least=times),
        c(
            "training", "truth", cite, confidence=confidence, of="training",
            vi="Có đóng góp đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp", en="Helped to train colleagues",
        ),
        by="work", vi="Công nhân có sáng kiến", en="A worker with initiatives",
    )  # fmt: skip


def individual_2014(*limbs: Condition, review: int = 0) -> Condition:
    """A movement is reviewed after so many years."""
    return one_of(
        "standards", f"{A} 71.1",
        in_movement(f"{A} 71.1.a", LAUNCHERS, years=review),
        *limbs,
        sudden(f"{A} 71.1.c"),
        labourers(f"{A} 71.1.c", labour_feats(f"{A} 71.1.c")),
    )  # fmt: skip


STATUTE = individual_2014(results_2014(BASE, None))
DECREE_OF_2014 = individual_2014(
    results_2014(BASE, "65/2014/NĐ-CP 23.1.c", SECONDARY),
    worker_with_initiatives("65/2014/NĐ-CP 23.2.b", "base", 2, SECONDARY),
    farmers_model("65/2014/NĐ-CP 23.2", "base", SECONDARY),
    review=3,
)
DECREE_OF_2017 = individual_2014(
    results_2014(BASE_BUT_MOVEMENT, "91/2017/NĐ-CP 38.1", SECONDARY),
    worker_with_initiatives("91/2017/NĐ-CP 38.2", "base", 2, UNVERIFIED),
    farmers_model("91/2017/NĐ-CP 38.2", "base", UNVERIFIED),
    review=3,
)


INDIVIDUAL_2024 = one_of(
    "standards", f"{B} 73.1",
    in_movement(f"{B} 73.1.a", LAUNCHERS),
    results_2024(),
    sudden(f"{B} 73.1.c"),
    contribution(f"{B} 73.1.d"),
    labourers(f"{B} 73.2.b", labour_feats(f"{B} 73.2.b")),
    worker_with_initiatives(f"{B} 73.2.c", "district", 1),
    farmers_model(f"{B} 73.2.d", "district"),
    entrepreneurs(f"{B} 73.3"),
)  # fmt: skip
INDIVIDUAL_2003 = one_of(
    "standards", f"{A} 71.1", results_2003(f"{A} 71", "title:CSTDCS", 5), sudden(f"{A} 71")
)
COLLECTIVE_2003 = one_of(
    "standards", f"{A} 71.2", results_2003(f"{A} 71", "title:TTLDXS|title:DVQT", 3), sudden(f"{A} 71")
)


def collective_2014(base: str, flags: Condition | None, *, review: int = 0) -> Condition:
    cite = f"{A} 71.2.c"
    return one_of(
        "standards", f"{A} 71.2",
        sudden(f"{A} 71.2.a"),
        in_movement(f"{A} 71.2.b", LAUNCHERS, years=review),
        all_of(
            "results", cite, base_award(cite, base),
            years_after(cite, HONOUR, base, "grade:excellent"),
            *([flags] if flags else []),
            by="results", vi=VI, en=EN,
        ),
    )  # fmt: skip


def flag_in_the_years(cite: str, base: str, confidence: Confidence, *others: Condition) -> Condition:
    years = window(HONOUR, base, "grade:excellent")
    flag = flag_choices(cite, years, (("title:CO_TINH", 1),), confidence=confidence)
    return one_of(
        "flags", cite, *flag, *others,
        vi="Có 01 Cờ thi đua cấp tỉnh trong thời gian đó", en="A flag of the province in that time",
    )  # fmt: skip


def collective_2024() -> Condition:
    cite, base = f"{B} 73.4.e", BASE_BY_RESULTS
    years = window(HONOUR, base, EXCELLENT_OR_VICTOR)
    return one_of(
        "standards", f"{B} 73.4",
        sudden(f"{B} 73.4.a"),
        contribution(f"{B} 73.4.b"),
        judged(
            "central_block", f"{B} 73.4.c", "contribution",
            "Tiêu biểu trong cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức",
            "Outstanding in a block of the central council",
        ),
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
        entrepreneurs(f"{B} 73.5"),
    )  # fmt: skip


FLAG_65 = flag_in_the_years("65/2014/NĐ-CP 23.3.c", BASE, SECONDARY)
# That certificates could stand for the flag is how the law of 2022 took it over; the decree isn't at hand.
FLAG_91 = flag_in_the_years(
    "91/2017/NĐ-CP 38.3", BASE_BUT_MOVEMENT, UNVERIFIED,
    judged(
        "other_choices", "91/2017/NĐ-CP 38.3", None,
        "Hình thức khác thay cho cờ theo nghị định (chưa có toàn văn)",
        "Other choices of the decree (text not at hand)",
        confidence=UNVERIFIED,
    ),
)  # fmt: skip
GROUP_OBSTACLES = (*FORMS, NOT_DISSOLVED)


def rule(kind: str, since: date, until: date | None, standards: Condition, *more: Condition) -> Rule:
    obstacles = GROUP_OBSTACLES if kind == "collective" else FORMS
    return Rule(HONOUR, kind, since, until, (standards, *more), obstacles)


AGAIN = counted_again()
RULES = (
    rule("individual", LAW_2003, AMENDED_LAW, INDIVIDUAL_2003),
    rule("individual", AMENDED_LAW, DECREE_65, STATUTE),
    rule("individual", DECREE_65, DECREE_91, DECREE_OF_2014, *AGAIN),
    rule("individual", DECREE_91, LAW_2022, DECREE_OF_2017),
    rule("individual", LAW_2022, None, INDIVIDUAL_2024, *AGAIN),
    rule("collective", LAW_2003, AMENDED_LAW, COLLECTIVE_2003),
    rule("collective", AMENDED_LAW, DECREE_65, collective_2014(BASE, None)),
    rule("collective", DECREE_65, DECREE_91, collective_2014(BASE, FLAG_65, review=3), *AGAIN),
    rule("collective", DECREE_91, LAW_2022, collective_2014(BASE_BUT_MOVEMENT, FLAG_91, review=3)),
    rule("collective", LAW_2022, None, collective_2024(), *AGAIN),
    rule("household", AMENDED_LAW, LAW_2022, household_gifts(f"{A} 73.3")),
    rule("household", LAW_2022, None, household_gifts(f"{B} 73.6")),
)
