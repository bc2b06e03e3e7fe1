"""What the orders and the Prime Minister's certificate share: a base award, then unbroken years."""

from typing import Any

from thidua.law.cite import Confidence
from thidua.law.conditions import Condition
from thidua.law.rules.build import all_of, c

EXCELLENT = "grade:excellent|title:TTLDXS"
EXCELLENT_OR_VICTOR = f"{EXCELLENT}|title:DVQT"


def window(honour: str, base: str, run: str) -> dict[str, Any]:
    """The unbroken years up to the proposal, after the base award and the last of the same kind."""
    return {"after": base, "fresh": f"award:{honour}:results", "clean": True, "run": run}


def base_award(cite: str, base: str, confidence: Confidence = Confidence.TEXT) -> Condition:
    return c("base_award", "count", cite, confidence=confidence, of=base, at_least=1)


def years_after(cite: str, honour: str, base: str, of: str, *, n_years: int = 5) -> Condition:
    """So many unbroken years up to the proposal, after the base award."""
    years = {key: value for key, value in window(honour, base, of).items() if key != "run"}
    return c("years_after", "run", cite, of=of, at_least=n_years, ending="latest", **years)


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


def flag_choices(cite: str, years: dict[str, Any], *choices: tuple[tuple[str, int], ...]) -> list[Condition]:
    """Each choice is a tuple of honours with how often each was given in those years."""
    return [
        all_of(
            "flags_" + "_".join(f"{times}{series.partition(':')[2]}" for series, times in choice),
            cite,
            *(within(f"of_{series}", cite, series, times, years) for series, times in choice),
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
