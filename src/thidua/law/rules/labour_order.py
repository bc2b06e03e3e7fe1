"""Huân chương Lao động: 15/2003/QH11 articles 42–44, 06/2022/QH15 articles 42–44."""

from typing import Any

from thidua.law.conditions import Condition
from thidua.law.rules import labour_order_2003 as before_2014
from thidua.law.rules.build import (
    AMENDED_LAW,
    DECREE_91,
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
    EXCELLENT,
    base_award,
    flag_choices,
    window,
    within,
    without_flags,
    years_after,
)
from thidua.law.rules.limbs import contribution, in_movement, labour_feats, labourers, sudden
from thidua.law.rules.obstacles import FORMS, NOT_DISSOLVED

A, B = "15/2003/QH11", "06/2022/QH15"
BASES = {"HCLD3": "award:BK_TTG", "HCLD2": "award:HCLD3", "HCLD1": "award:HCLD2"}
ARTICLES = {"HCLD3": 44, "HCLD2": 43, "HCLD1": 42}
DECREE_ARTICLES = {"HCLD3": 24, "HCLD2": 23, "HCLD1": 22}
RESULTS: dict[str, Any] = {"by": "results", "vi": "Kết quả hằng năm", "en": "Yearly results"}
CO_CP, CO_TINH, BK_TINH = "title:CO_CP", "title:CO_TINH", "award:BK_TINH"


def base_of(honour: str, *, by_results: bool) -> str:
    """Since 1/7/2025 a certificate for a sudden feat or a movement is no base for yearly merit."""
    base = BASES[honour]
    return f"{base}:results" if by_results and base == "award:BK_TTG" else base


def invention(cite: str) -> Condition:
    return judged(
        "invention", cite, "contribution",
        "Có phát minh, sáng chế, công trình, tác phẩm xuất sắc", "An invention or outstanding work",
    )  # fmt: skip


def international_prize(cite: str) -> Condition:
    return judged("prize", cite, "sudden", "Được giải thưởng quốc tế cao", "A high international prize")


def career(cite: str) -> Condition:
    return judged(
        "career", cite, "career",
        "Có quá trình cống hiến lâu dài trong cơ quan, tổ chức, đơn vị", "Long service in office",
    )  # fmt: skip


# Points of the clause on individuals, which the three articles letter differently.
POINTS = {
    "HCLD3": {
        "sudden": "d",
        "prize": "đ",
        "invention": "b",
        "contribution": "c",
        "results": "e",
        "career": "g",
    },
    "HCLD2": {
        "sudden": "a",
        "prize": "b",
        "invention": "c",
        "contribution": "d",
        "results": "đ",
        "career": "e",
    },
    "HCLD1": {
        "sudden": "a",
        "prize": "b",
        "invention": "c",
        "contribution": "d",
        "results": "đ",
        "career": "e",
    },
}
# How many excellent years, and how often which fighter title, within the years after the base award.
WITHIN = {
    "HCLD3": (1, "title:CSTDCS", 3),
    "HCLD2": (2, "title:CSTDCT", 1),
    "HCLD1": (3, "title:CSTDCT", 2),
}
INITIATIVES = {"HCLD3": 1, "HCLD2": 2, "HCLD1": 3}
MODEL_YEARS = {"HCLD3": 3, "HCLD2": 4, "HCLD1": 5}


def results_2024(honour: str, base: str) -> Condition:
    cite = f"{B} {ARTICLES[honour]}.1.{POINTS[honour]['results']}"
    excellent, title, times = WITHIN[honour]
    years = window(honour, base, "grade:good")
    return all_of(
        "results",
        cite,
        base_award(cite, base),
        years_after(cite, honour, base, "grade:good"),
        within("excellent_years", cite, "grade:excellent", excellent, years),
        within("fighter_titles", cite, title, times, years),
        **RESULTS,
    )


def worker(cite: str, times: int) -> Condition:
    return all_of(
        "worker", cite, c("is_worker", "group", cite, any_of=("worker",)),
        c("initiatives", "count", cite, of="initiative:province:initiative", at_least=times),
        c(
            "training", "truth", cite, of="training",
            vi="Có đóng góp đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp", en="Helped to train colleagues",
        ),
        by="work", vi="Công nhân có sáng kiến", en="A worker with initiatives",
    )  # fmt: skip


def farmer(cite: str, times: int, years: int) -> Condition:
    return all_of(
        "farmer", cite, c("is_farmer", "group", cite, any_of=("farmer",)),
        one_of(
            "initiatives_or_model", cite,
            c("initiatives", "count", cite, of="initiative:province:initiative", at_least=times),
            c(
                "model", "model", cite, years=years, scope="province",
                vi=f"Mô hình sản xuất hiệu quả, ổn định từ {years:02d} năm trở lên, giúp hộ khác, tạo việc làm",
                en=f"A model of {years} years or more that helps others and gives jobs",
            ),
        ),
        by="work", vi="Nông dân có sáng kiến hoặc mô hình sản xuất", en="A farmer with initiatives or a model",
    )  # fmt: skip


def individual_2024(honour: str, base: str) -> Condition:
    article, point = f"{B} {ARTICLES[honour]}", POINTS[honour]
    movement = [in_movement(f"{article}.1.a", ("tinh", "bo"), years=5)] if honour == "HCLD3" else []
    return one_of(
        "standards",
        f"{article}.1",
        *movement,
        sudden(f"{article}.1.{point['sudden']}"),
        international_prize(f"{article}.1.{point['prize']}"),
        invention(f"{article}.1.{point['invention']}"),
        contribution(f"{article}.1.{point['contribution']}"),
        results_2024(honour, base),
        career(f"{article}.1.{point['career']}"),
        worker(f"{article}.2.b", INITIATIVES[honour]),
        farmer(f"{article}.2.c", INITIATIVES[honour], MODEL_YEARS[honour]),
    )


FLAGS = {
    "HCLD3": ((((CO_CP, 1),), ((CO_TINH, 2),), ((CO_TINH, 1), (BK_TINH, 1))), 2),
    "HCLD2": ((((CO_CP, 1), (CO_TINH, 1)), ((CO_TINH, 3),)), 3),
    "HCLD1": ((((CO_CP, 2),), ((CO_CP, 1), (CO_TINH, 2)), ((CO_TINH, 4),)), 4),
}


def collective_2024(honour: str, base: str) -> Condition:
    article = f"{B} {ARTICLES[honour]}"
    cite = f"{article}.4.đ" if honour == "HCLD3" else f"{article}.4.d"
    years = window(honour, base, EXCELLENT)
    choices, certificates = FLAGS[honour]
    age = [c("ten_years", "age", cite, at_least=10)] if honour == "HCLD3" else []
    long_movement = [in_movement(f"{article}.4.c", ("tinh", "bo"), years=5)] if honour == "HCLD3" else []
    return one_of(
        "standards",
        f"{article}.4",
        sudden(f"{article}.4.a"),
        contribution(f"{article}.4.b"),
        in_movement(f"{article}.4.c", ("ttg", "ctn")),
        *long_movement,
        all_of(
            "results",
            cite,
            *age,
            base_award(cite, base),
            years_after(cite, honour, base, EXCELLENT),
            one_of(
                "flags", cite,
                *flag_choices(cite, years, *choices),
                without_flags(cite, years, certificates),
                vi="Cờ thi đua hoặc bằng khen trong thời gian đó", en="Flags or certificates in that time",
            ),
            **RESULTS,
        ),
    )  # fmt: skip


def unread_decree(honour: str) -> Condition:
    """The decree adds figures to the statute that nobody has read in full."""
    return judged(
        "decree_details", f"91/2017/NĐ-CP {DECREE_ARTICLES[honour]}", None,
        "Điều kiện chi tiết theo nghị định (chưa có toàn văn)", "The details of the decree (text not at hand)",
        confidence=UNVERIFIED,
    )  # fmt: skip


def four_initiatives() -> Condition:
    cite = "91/2017/NĐ-CP 22"
    return all_of(
        "worker", cite, c("is_worker", "group", cite, confidence=SECONDARY, any_of=("worker",)),
        c(
            "initiatives", "count", cite, confidence=SECONDARY,
            of="initiative:province:initiative", at_least=4,
        ),
        by="work", vi="Công nhân có sáng kiến", en="A worker with initiatives",
    )  # fmt: skip


def individual_2014(honour: str, *, decree_91: bool) -> Condition:
    article = f"{A} {ARTICLES[honour]}" + (".2" if honour == "HCLD1" else ".1")
    exact = honour == "HCLD1" and decree_91
    work = four_initiatives() if exact else labourers(f"{article}.b", labour_feats(f"{article}.b"))
    return one_of(
        "standards",
        article,
        judged(
            "results", f"{article}.a", "results",
            "Thành tích sau lần khen trước, có phạm vi ảnh hưởng (chi tiết theo nghị định)",
            "Merit with influence after the base award (details by decree)",
        ),
        career(f"{article}.a"),
        sudden(f"{article}.b"),
        invention(f"{article}.b"),
        work,
    )  # fmt: skip


def collective_2014(honour: str) -> Condition:
    article = f"{A} {ARTICLES[honour]}" + (".3" if honour == "HCLD1" else ".2")
    cite, base = f"{article}.b", BASES[honour]
    age = [c("ten_years", "age", cite, at_least=10)] if honour == "HCLD3" else []
    return one_of(
        "standards",
        article,
        sudden(f"{article}.a"),
        all_of(
            "results", cite, *age, base_award(cite, base),
            years_after(cite, honour, base, "grade:excellent"), unread_decree(honour), **RESULTS,
        ),
    )  # fmt: skip


def rules(honour: str) -> list[Rule]:
    group = (*FORMS, NOT_DISSOLVED)
    plain, strict = base_of(honour, by_results=False), base_of(honour, by_results=True)
    people, bodies = individual_2024, collective_2024
    return [
        Rule(
            honour, "individual", AMENDED_LAW, DECREE_91, (individual_2014(honour, decree_91=False),), FORMS
        ),
        Rule(honour, "individual", DECREE_91, LAW_2022, (individual_2014(honour, decree_91=True),), FORMS),
        Rule(honour, "individual", LAW_2022, TWO_LEVELS, (people(honour, plain),), FORMS),
        Rule(honour, "individual", TWO_LEVELS, None, (people(honour, strict),), FORMS),
        Rule(honour, "collective", AMENDED_LAW, LAW_2022, (collective_2014(honour),), group),
        Rule(honour, "collective", LAW_2022, TWO_LEVELS, (bodies(honour, plain),), group),
        Rule(honour, "collective", TWO_LEVELS, None, (bodies(honour, strict),), group),
    ]


RULES = (
    *before_2014.RULES,
    *rules("HCLD3"),
    *rules("HCLD2"),
    *rules("HCLD1"),
)
