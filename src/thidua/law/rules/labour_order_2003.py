"""Huân chương Lao động by the law of 2003 before its amendment: articles 42–44 as they stood until 31/5/2014."""

from typing import Any

from thidua.law.conditions import Condition
from thidua.law.rules.build import AMENDED_LAW, LAW_2003, Rule, all_of, c, judged, one_of
from thidua.law.rules.ladder import base_award
from thidua.law.rules.obstacles import FORMS

A = "15/2003/QH11"
RESULTS: dict[str, Any] = {"by": "results", "vi": "Kết quả hằng năm", "en": "Yearly results"}
BASES = {"HCLD2": "award:HCLD3", "HCLD1": "award:HCLD2"}


def given(cite: str, of: str, times: int, **years: Any) -> Condition:
    code = f"{times}_{of.partition(':')[2]}"
    return c(code, "count", cite, of=of, at_least=times, **years)


def either(cite: str, first: Condition, second: Condition) -> Condition:
    vi, en = "Được tặng một trong các hình thức sau", "One of these was given"
    return one_of("either", cite, first, second, vi=vi, en=en)


def sudden(cite: str) -> Condition:
    return judged("sudden", cite, "sudden", "Lập được thành tích xuất sắc đột xuất", "A sudden feat")


def other_limbs(cite: str) -> tuple[Condition, ...]:
    work = "Có công trình, phát minh, sáng chế, tác phẩm, sáng kiến xuất sắc"
    return (
        sudden(cite),
        judged("work", cite, "contribution", work, "An outstanding work or invention"),
        judged("career", cite, "career", "Có quá trình cống hiến lâu dài", "Long service in office"),
    )


def individual(cite: str, *results: Condition) -> tuple[Condition, ...]:
    return (one_of("standards", cite, all_of("results", cite, *results, **RESULTS), *other_limbs(cite)),)


def collective(cite: str, *results: Condition) -> tuple[Condition, ...]:
    return (one_of("standards", cite, all_of("results", cite, *results, **RESULTS), sudden(cite)),)


def five_titles(cite: str, **years: Any) -> Condition:
    """Five excellent titles in a row; after the base award where the article says "tiếp theo"."""
    of = "title:TTLDXS|title:DVQT"
    return c("five_titles", "run", cite, of=of, at_least=5, ending="any", **years)


def after(honour: str) -> dict[str, Any]:
    return {"after": BASES[honour]}


THIRD = individual(
    f"{A} 44.1.a",
    c("seven_titles", "run", f"{A} 44.1.a", of="title:CSTDCS", at_least=7, ending="any"),
    either(f"{A} 44.1.a", given(f"{A} 44.1.a", "award:BK_TINH", 2), given(f"{A} 44.1.a", "award:BK_TTG", 1)),
)
SECOND = individual(
    f"{A} 43.1.a",
    base_award(f"{A} 43.1.a", BASES["HCLD2"]),
    either(
        f"{A} 43.1.a",
        given(f"{A} 43.1.a", "title:CSTDCT", 2, **after("HCLD2")),
        given(f"{A} 43.1.a", "award:BK_TTG", 1, **after("HCLD2")),
    ),
)
FIRST = individual(
    f"{A} 42.2.a",
    base_award(f"{A} 42.2.a", BASES["HCLD1"]),
    given(f"{A} 42.2.a", "title:CSTDTQ", 1, **after("HCLD1")),
)
THIRD_GROUP = collective(
    f"{A} 44.2.a",
    five_titles(f"{A} 44.2.a"),
    either(f"{A} 44.2.a", given(f"{A} 44.2.a", "title:CO_TINH", 1), given(f"{A} 44.2.a", "award:BK_TTG", 1)),
)
SECOND_GROUP = collective(
    f"{A} 43.2.a",
    base_award(f"{A} 43.2.a", BASES["HCLD2"]),
    five_titles(f"{A} 43.2.a", **after("HCLD2")),
    either(
        f"{A} 43.2.a",
        given(f"{A} 43.2.a", "title:CO_TINH", 2, **after("HCLD2")),
        given(f"{A} 43.2.a", "title:CO_CP", 1, **after("HCLD2")),
    ),
)
FIRST_GROUP = collective(
    f"{A} 42.3.a",
    base_award(f"{A} 42.3.a", BASES["HCLD1"]),
    five_titles(f"{A} 42.3.a", **after("HCLD1")),
    either(
        f"{A} 42.3.a",
        given(f"{A} 42.3.a", "title:CO_TINH", 3, **after("HCLD1")),
        given(f"{A} 42.3.a", "title:CO_CP", 2, **after("HCLD1")),
    ),
)

RULES = (
    Rule("HCLD3", "individual", LAW_2003, AMENDED_LAW, THIRD, FORMS),
    Rule("HCLD2", "individual", LAW_2003, AMENDED_LAW, SECOND, FORMS),
    Rule("HCLD1", "individual", LAW_2003, AMENDED_LAW, FIRST, FORMS),
    Rule("HCLD3", "collective", LAW_2003, AMENDED_LAW, THIRD_GROUP, FORMS),
    Rule("HCLD2", "collective", LAW_2003, AMENDED_LAW, SECOND_GROUP, FORMS),
    Rule("HCLD1", "collective", LAW_2003, AMENDED_LAW, FIRST_GROUP, FORMS),
)
