"""What the orders and the Prime Minister's certificate share: a base award, then unbroken years."""

from typing import Any

from thidua.law.cite import Confidence
from thidua.law.conditions import Condition
from thidua.law.rules.build import DECREE_65, DECREE_91, LAW_2022, SECONDARY, TWO_LEVELS, all_of, c

EXCELLENT = "grade:excellent|title:TTLDXS"
EXCELLENT_OR_VICTOR = f"{EXCELLENT}|title:DVQT"


def counted_again() -> tuple[Condition, ...]:
    """Decrees say in so many words that the next award counts merit after the one before."""
    spans = (
        ("65/2014/NĐ-CP 2.4", DECREE_65, DECREE_91),
        ("98/2023/NĐ-CP 30.9", LAW_2022, TWO_LEVELS),
        ("152/2025/NĐ-CP 33.7", TWO_LEVELS, None),
    )
    return tuple(
        c(
            "counted_after", "presumed", cite, since=since, until=until, confidence=SECONDARY,
            vi="Thành tích tính sau thời gian đã được khen lần trước",
            en="Merit is counted after the period rewarded last",
        )
        for cite, since, until in spans
    )  # fmt: skip


def window(honour: str, base: str, run: str) -> dict[str, Any]:
    """The unbroken years up to the proposal, after the base award and the last of the same kind."""
    return {"after": base, "fresh": f"award:{honour}:results", "clean": True, "run": run}


def restarting(honour: str, base: str, run: str) -> dict[str, Any]:
    """The same, where a later base award begins the years again."""
    years = window(honour, base, run)
    return {"after_latest": years.pop("after"), **years}


def any_time(honour: str, run: str) -> dict[str, Any]:
    """The unbroken years up to the proposal, where the law doesn't say that they follow the base award."""
    return {"fresh": f"award:{honour}:results", "clean": True, "run": run}


def base_award(cite: str, base: str, confidence: Confidence = Confidence.TEXT) -> Condition:
    return c("base_award", "count", cite, confidence=confidence, of=base, at_least=1)


def run_of(
    cite: str, years: dict[str, Any], *, n_years: int = 5, confidence: Confidence = Confidence.TEXT
) -> Condition:
    """So many unbroken years up to the proposal, within those that count."""
    narrowed = {key: value for key, value in years.items() if key != "run"}
    return c(
        "years_after", "run", cite, confidence=confidence,
        of=years["run"], at_least=n_years, ending="latest", **narrowed,
    )  # fmt: skip


def years_after(cite: str, honour: str, base: str, of: str, *, n_years: int = 5) -> Condition:
    """So many unbroken years up to the proposal, after the base award."""
    return run_of(cite, window(honour, base, of), n_years=n_years)


def within(
    code: str,
    cite: str,
    of: str,
    times: int,
    years: dict[str, Any],
    *,
    confidence: Confidence = Confidence.TEXT,
) -> Condition:
    """So many in those years."""
    return c(code, "count", cite, confidence=confidence, of=of, at_least=times, **years)


def flag_choices(
    cite: str,
    years: dict[str, Any],
    *choices: tuple[tuple[str, int], ...],
    confidence: Confidence = Confidence.TEXT,
) -> list[Condition]:
    """Each choice is a tuple of honours with how often each was given in those years."""
    return [
        all_of(
            "flags_" + "_".join(f"{times}{series.partition(':')[2]}" for series, times in choice),
            cite,
            *(
                within(f"of_{series}", cite, series, times, years, confidence=confidence)
                for series, times in choice
            ),
            confidence=confidence,
            vi="Được tặng trong thời gian đó",
            en="Given in that time",
        )
        for choice in choices
    ]


def without_flags(cite: str, years: dict[str, Any], times: int) -> Condition:
    """Certificates stand for flags only where a collective can't be given flags."""
    return all_of(
        "without_flags",
        cite,
        c(
            "no_flags", "truth", cite, of="gets_flags", want=False,
            vi="Tập thể không thuộc đối tượng được tặng cờ thi đua",
            en="The collective is outside the flag system",
        ),
        within("certificates", cite, "award:BK_TINH", times, years),
        vi="Bằng khen thay cho cờ thi đua",
        en="Certificates in place of flags",
    )  # fmt: skip
