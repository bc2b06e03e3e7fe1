"""Titles of collectives: 15/2003/QH11 articles 27–28, 06/2022/QH15 articles 27–28."""

from thidua.law.conditions import Condition
from thidua.law.rules.build import LAW_2003, LAW_2022, Rule, c, united
from thidua.law.rules.obstacles import NOT_DISSOLVED, TITLES

A, B = "15/2003/QH11", "06/2022/QH15"
OBSTACLES = (*TITLES, NOT_DISSOLVED)


def movement(cite: str) -> Condition:
    return c(
        "movement", "presumed", cite,
        vi="Phong trào thi đua thường xuyên, thiết thực, hiệu quả",
        en="Regular, practical and effective emulation",
    )  # fmt: skip


def result(cite: str, grade: str) -> Condition:
    return c("result", "in_year", cite, of=f"grade:{grade}")


def advanced_share(cite: str, percent: int, *, more_than: bool = False) -> Condition:
    return c("advanced_share", "share", cite, part="ldtt", percent=percent, more_than=more_than)


def nobody_warned(cite: str) -> Condition:
    return c("nobody_warned", "members", cite, part="warned", at_most=0)


def has_fighter(cite: str) -> Condition:
    return c("has_fighter", "members", cite, part="cstdcs", at_least=1)


def all_completed(cite: str) -> Condition:
    return c(
        "all_completed", "truth", cite, of="all_completed",
        vi="100% cá nhân hoàn thành nhiệm vụ được giao",
        en="All members completed their tasks",
    )  # fmt: skip


def armed(cite: str) -> Condition:
    return c("armed", "group", cite, any_of=("armed_forces",), unknown_too=True)


def advanced_a(share_cite: str) -> tuple[Condition, ...]:
    return (
        result(f"{A} 28.1.a", "good"),
        movement(f"{A} 28.1.b"),
        advanced_share(share_cite, 50, more_than=True),
        united(f"{A} 28.1.d"),
    )


def advanced_b(share_cite: str) -> tuple[Condition, ...]:
    return (
        result(f"{B} 28.1.a", "good"),
        movement(f"{B} 28.1.b"),
        advanced_share(share_cite, 70),
        nobody_warned(share_cite),
        united(f"{B} 28.1.d"),
    )


def excellent_a(share_cite: str) -> tuple[Condition, ...]:
    return (
        result(f"{A} 27.1.a", "excellent"),
        movement(f"{A} 27.1.b"),
        all_completed(share_cite),
        advanced_share(share_cite, 70),
        has_fighter(f"{A} 27.1.d"),
        nobody_warned(f"{A} 27.1.d"),
        united(f"{A} 27.1.đ"),
    )


def excellent_b(share_cite: str) -> tuple[Condition, ...]:
    """Since 2024 the article no longer asks that nobody was disciplined; provinces may."""
    return (
        result(f"{B} 27.1.a", "excellent"),
        movement(f"{B} 27.1.b"),
        all_completed(share_cite),
        advanced_share(share_cite, 70),
        has_fighter(f"{B} 27.1.d"),
        united(f"{B} 27.1.đ"),
    )


def rules(honour: str, before: tuple[Condition, ...], after: tuple[Condition, ...]) -> list[Rule]:
    return [
        Rule(honour, "collective", LAW_2003, LAW_2022, before, OBSTACLES),
        Rule(honour, "collective", LAW_2022, None, after, OBSTACLES),
    ]


RULES = (
    *rules(
        "TTLDTT",
        (*advanced_a(f"{A} 28.1.c"), nobody_warned(f"{A} 28.1.c")),
        advanced_b(f"{B} 28.1.c"),
    ),
    # Of units of the armed forces the law of 2003 asked points a, b and d: not that nobody was disciplined.
    *rules(
        "DVTT",
        (armed(f"{A} 28.2"), *advanced_a(f"{A} 28.2")),
        (armed(f"{B} 28.2"), *advanced_b(f"{B} 28.2")),
    ),
    *rules("TTLDXS", excellent_a(f"{A} 27.1.c"), excellent_b(f"{B} 27.1.c")),
    *rules(
        "DVQT",
        (armed(f"{A} 27.2"), *excellent_a(f"{A} 27.2")),
        (armed(f"{B} 27.2"), *excellent_b(f"{B} 27.2")),
    ),
)
