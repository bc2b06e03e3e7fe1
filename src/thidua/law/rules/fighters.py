"""Fighters: 15/2003/QH11 articles 21–23 as amended, 06/2022/QH15 articles 21–23."""

from datetime import date

from thidua.law.cite import Confidence
from thidua.law.conditions import Condition
from thidua.law.rules.advanced_workers import UNGRADED_A, UNGRADED_B, good_year
from thidua.law.rules.build import (
    AMENDED_LAW,
    CIRCULAR_02,
    DECREE_42,
    DECREE_65,
    DECREE_91,
    LAW_2022,
    SECONDARY,
    UNVERIFIED,
    Rule,
    all_of,
    c,
    one_of,
)
from thidua.law.rules.obstacles import ADVANCED_WORKER, NO_DISCIPLINE_IN_YEAR, TITLES

A, B = "15/2003/QH11", "06/2022/QH15"


def advanced(cite: str, without_grade: Condition) -> Condition:
    """The standard of the lower title is met, or the title is held or proposed for that year."""
    return one_of(
        "advanced",
        cite,
        c(
            "held_ldtt",
            "in_year",
            cite,
            of="title:LDTT|title:CSTT",
            vi="Có danh hiệu “Lao động tiên tiến”, “Chiến sĩ tiên tiến” của năm, hoặc đề nghị cùng hồ sơ",
            en="Holds the advanced title of the year, or is proposed for it in the same file",
        ),
        good_year(cite),
        without_grade,
        vi="Đạt tiêu chuẩn danh hiệu “Lao động tiên tiến” hoặc “Chiến sĩ tiên tiến”",
        en="Meets the standard of the advanced worker or fighter",
    )


def in_combat(cite: str, confidence: Confidence = Confidence.TEXT) -> Condition:
    """Wit in combat stands beside the initiative, for the armed forces only."""
    return all_of(
        "in_combat",
        cite,
        c("armed", "group", cite, confidence=confidence, any_of=("armed_forces",), stated=True),
        c(
            "wit",
            "judgement",
            cite,
            confidence=confidence,
            vi="Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu được công nhận",
            en="Wit and creativity in combat, recognised",
        ),
        confidence=confidence,
        vi="Mưu trí, sáng tạo trong chiến đấu (lực lượng vũ trang)",
        en="Wit in combat (armed forces)",
    )


def own_solution(cite: str) -> tuple[Condition, ...]:
    """An initiative or a topic recognised at the base for the year, not used for anything else."""
    return (
        c("initiative", "count", cite, of="initiative:base:any", at_least=1, last=1),
        c("older_initiative", "older", cite, of="initiative:base:any"),
        in_combat(cite),
    )


# Before the amendment the law knew initiatives only; that topics served too was said by decree.
TOPIC_BY_DECREE = c(
    "topic",
    "count",
    "42/2010/NĐ-CP",
    confidence=UNVERIFIED,
    of="initiative:base:topic",
    at_least=1,
    last=1,
)
CSTDCS = (
    Rule(
        "CSTDCS",
        "individual",
        CIRCULAR_02,
        AMENDED_LAW,
        (
            advanced(f"{A} 23.1", UNGRADED_A),
            one_of(
                "solution",
                f"{A} 23.2",
                c(
                    "initiative",
                    "count",
                    f"{A} 23.2",
                    of="initiative:base:initiative",
                    at_least=1,
                    last=1,
                ),
                TOPIC_BY_DECREE,
                c("older_initiative", "older", f"{A} 23.2", of="initiative:base:any"),
            ),
        ),
        (*TITLES, *ADVANCED_WORKER),
    ),
    Rule(
        "CSTDCS",
        "individual",
        AMENDED_LAW,
        LAW_2022,
        (
            advanced(f"{A} 23.1", UNGRADED_A),
            one_of("solution", f"{A} 23.2", *own_solution(f"{A} 23.2")),
        ),
        (*TITLES, *ADVANCED_WORKER),
    ),
    Rule(
        "CSTDCS",
        "individual",
        LAW_2022,
        None,
        (
            advanced(f"{B} 23.1", UNGRADED_B),
            one_of(
                "excellent_or_solution",
                f"{B} 23.2",
                c("excellent_year", "in_year", f"{B} 23.2", of="grade:excellent"),
                *own_solution(f"{B} 23.2"),
            ),
        ),
        (*TITLES, *ADVANCED_WORKER),
    ),
)


def three_in_a_row(cite: str) -> Condition:
    return c(
        "three_in_a_row", "run", cite,
        of="title:CSTDCS", at_least=3, ending="asked", fresh="title:CSTDCT",
    )  # fmt: skip


def wide_solution(cite: str, scope: str, years: int, confidence: Confidence = Confidence.TEXT) -> Condition:
    """An initiative with the wider effect, from the years that the title honours."""
    of = f"initiative:{scope}:any"
    return one_of(
        "wide_solution",
        cite,
        c("initiative", "count", cite, confidence=confidence, of=of, at_least=1, last=years),
        c("older_initiative", "older", cite, confidence=confidence, of=of),
        in_combat(cite, confidence),
        confidence=confidence,
        vi="Có sáng kiến, đề tài được công nhận hiệu quả và khả năng nhân rộng",
        en="An initiative or topic recognised as effective and replicable",
    )


# The third base title is of the year asked, and asks that nobody was disciplined in it.
OF_A_PROVINCE = (*TITLES, *NO_DISCIPLINE_IN_YEAR)
CSTDCT = (
    Rule(
        "CSTDCT",
        "individual",
        DECREE_42,
        DECREE_91,
        (
            three_in_a_row(f"{A} 22"),
            wide_solution("42/2010/NĐ-CP", "province", 3, confidence=UNVERIFIED),
        ),
        OF_A_PROVINCE,
    ),
    Rule(
        "CSTDCT",
        "individual",
        DECREE_91,
        LAW_2022,
        (
            three_in_a_row(f"{A} 22"),
            wide_solution("91/2017/NĐ-CP 9.2", "province", 3, confidence=SECONDARY),
        ),
        OF_A_PROVINCE,
    ),
    Rule(
        "CSTDCT",
        "individual",
        LAW_2022,
        None,
        (three_in_a_row(f"{B} 22.1.a"), wide_solution(f"{B} 22.1.b", "province", 3)),
        OF_A_PROVINCE,
    ),
)


def two_in_a_row(cite: str, slack: int = 1) -> Condition:
    """Two provincial titles three years apart; the national title is for the year of the second, or the next."""
    return c("two_in_a_row", "steps", cite, of="title:CSTDCT", at_least=2, apart=3, slack=slack)


def right_after(cite: str) -> Condition:
    return c(
        "right_after", "count", cite, confidence=SECONDARY, of="title:CSTDCT", at_least=1, last=2,
        vi="Đề nghị ngay sau năm được tặng danh hiệu cấp tỉnh lần thứ hai",
        en="Proposed right after the year of the second provincial title",
    )  # fmt: skip


def national(since: date, until: date | None, *standards: Condition) -> Rule:
    return Rule("CSTDTQ", "individual", since, until, standards, TITLES)


CSTDTQ = (
    national(
        DECREE_42, DECREE_65,
        two_in_a_row(f"{A} 21"), wide_solution("42/2010/NĐ-CP", "nation", 6, confidence=UNVERIFIED),
    ),
    national(
        DECREE_65, DECREE_91,
        two_in_a_row(f"{A} 21"), right_after("65/2014/NĐ-CP 3.4"),
        wide_solution("65/2014/NĐ-CP 3.2", "nation", 6, confidence=SECONDARY),
    ),
    national(
        DECREE_91, LAW_2022,
        two_in_a_row(f"{A} 21"), right_after("91/2017/NĐ-CP 48.1.a"),
        wide_solution("91/2017/NĐ-CP 9.1", "nation", 6, confidence=UNVERIFIED),
    ),
    national(
        LAW_2022, None, two_in_a_row(f"{B} 21.1.a"), wide_solution(f"{B} 21.1.b", "nation", 6)
    ),
)  # fmt: skip

RULES = (*CSTDCS, *CSTDCT, *CSTDTQ)
