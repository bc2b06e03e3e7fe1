"""Huân chương Lao động: 06/2022/QH15 articles 42–44, and the rules of all periods in order."""

from datetime import date

from thidua.law.conditions import Condition
from thidua.law.rules import labour_order_2003 as before_2014
from thidua.law.rules.build import (
    AMENDED_LAW,
    DECREE_65,
    DECREE_91,
    LAW_2022,
    TWO_LEVELS,
    Rule,
    all_of,
    c,
    judged,
    one_of,
)
from thidua.law.rules.labour_limbs import (
    ARTICLES,
    BASES,
    BK_TINH,
    CO_CP,
    CO_TINH,
    LONG_SERVICE_98,
    LONG_SERVICE_ARTICLES,
    MODEL_YEARS,
    RESULTS,
    B,
    career,
    farmer,
    international_prize,
    invention,
)
from thidua.law.rules.labour_order_2014 import (
    base_of_2014,
    collective_2014,
    decree_of,
    individual_2014,
    individual_by_statute,
)
from thidua.law.rules.ladder import (
    EXCELLENT,
    base_award,
    counted_again,
    flag_choices,
    restarting,
    run_of,
    within,
    without_flags,
)
from thidua.law.rules.limbs import contribution, in_movement, sudden
from thidua.law.rules.obstacles import FORMS, NOT_DISSOLVED

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


def base_of(honour: str, *, by_results: bool) -> str:
    """Since 2024 a certificate for a sudden feat or a movement is no base for yearly merit."""
    base = BASES[honour]
    return f"{base}:results" if by_results and base == "award:BK_TTG" else base


def results_2024(honour: str, base: str) -> Condition:
    cite = f"{B} {ARTICLES[honour]}.1.{POINTS[honour]['results']}"
    excellent, title, times = WITHIN[honour]
    years = restarting(honour, base, "grade:good")
    return all_of(
        "results",
        cite,
        base_award(cite, base),
        run_of(cite, years),
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


def individual_2024(honour: str, base: str, decree: str) -> Condition:
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
        career(
            f"{article}.1.{point['career']}",
            f"{decree} {LONG_SERVICE_ARTICLES[honour]}",
            months=LONG_SERVICE_98[honour],
            list_of="98",
        ),
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
    years = restarting(honour, base, EXCELLENT)
    choices, certificates = FLAGS[honour]
    age = [c("ten_years", "age", cite, at_least=10)] if honour == "HCLD3" else []
    only_third = (
        [in_movement(f"{article}.4.c", ("tinh", "bo"), years=5), political_task(f"{article}.4.d")]
        if honour == "HCLD3"
        else []
    )
    return one_of(
        "standards",
        f"{article}.4",
        sudden(f"{article}.4.a"),
        contribution(f"{article}.4.b"),
        in_movement(f"{article}.4.c", ("ttg", "ctn")),
        *only_third,
        all_of(
            "results",
            cite,
            *age,
            base_award(cite, base),
            run_of(cite, years),
            one_of(
                "flags", cite,
                *flag_choices(cite, years, *choices),
                without_flags(cite, years, certificates),
                vi="Cờ thi đua hoặc bằng khen trong thời gian đó", en="Flags or certificates in that time",
            ),
            **RESULTS,
        ),
    )  # fmt: skip


def political_task(cite: str) -> Condition:
    return judged(
        "political_task", cite, "contribution",
        "Có thành tích xuất sắc phục vụ nhiệm vụ chính trị", "Excellent in a political task",
    )  # fmt: skip


def rules(honour: str) -> list[Rule]:
    strict = base_of(honour, by_results=True)
    people, bodies, group = individual_2014, collective_2014, (*FORMS, NOT_DISSOLVED)
    old, new = base_of_2014(honour, is_91=False), base_of_2014(honour, is_91=True)
    by_65, by_91 = decree_of(honour, is_91=False), decree_of(honour, is_91=True)
    dated: tuple[tuple[date, date | None, Condition, Condition], ...] = (
        (AMENDED_LAW, DECREE_65, individual_by_statute(honour), bodies(honour, None, old)),
        (DECREE_65, DECREE_91, people(honour, is_91=False), bodies(honour, by_65, old)),
        (DECREE_91, LAW_2022, people(honour, is_91=True), bodies(honour, by_91, new)),
        (
            LAW_2022,
            TWO_LEVELS,
            individual_2024(honour, strict, "98/2023/NĐ-CP"),
            collective_2024(honour, strict),
        ),
        (
            TWO_LEVELS,
            None,
            individual_2024(honour, strict, "152/2025/NĐ-CP"),
            collective_2024(honour, strict),
        ),
    )
    again = counted_again()
    return [
        rule
        for since, until, individual, collective in dated
        for rule in (
            Rule(honour, "individual", since, until, (individual, *again), FORMS),
            Rule(honour, "collective", since, until, (collective, *again), group),
        )
    ]


RULES = (
    *before_2014.RULES,
    *rules("HCLD3"),
    *rules("HCLD2"),
    *rules("HCLD1"),
)
