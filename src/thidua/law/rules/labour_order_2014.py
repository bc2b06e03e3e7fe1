"""Huân chương Lao động from June 2014 to 2023: 15/2003/QH11 as amended, decrees 65/2014 and 91/2017."""

from typing import Any

from thidua.law.cite import Confidence
from thidua.law.conditions import Condition
from thidua.law.rules.build import SECONDARY, UNVERIFIED, all_of, c, judged, one_of
from thidua.law.rules.labour_limbs import (
    ARTICLES,
    BASES,
    BK_TINH,
    CO_CP,
    CO_TINH,
    DECREE_ARTICLES,
    LONG_SERVICE_65,
    MODEL_YEARS,
    RESULTS,
    A,
    career,
    farmer,
    invention,
)
from thidua.law.rules.ladder import base_award, flag_choices, restarting, run_of, within
from thidua.law.rules.limbs import labour_feats, labourers, sudden

# Decree 65/2014 articles 15–17, in force until decree 91/2017 articles 22–24. Of the latter a legal site quotes
# the first class of workers and farmers; the other figures are carried over or inferred, and marked so.
DECREE_65_ARTICLES = {"HCLD1": 15, "HCLD2": 16, "HCLD3": 17}
SOLUTIONS_2014 = {"HCLD1": 4, "HCLD2": 3, "HCLD3": 2}
WORKERS_65 = {"HCLD1": (7, "province"), "HCLD2": (5, "province"), "HCLD3": (3, "district")}
WORKERS_91 = {"HCLD1": (4, "province"), "HCLD2": (3, "province"), "HCLD3": (2, "province")}
MODEL_YEARS_65 = {"HCLD1": 7, "HCLD2": 5, "HCLD3": 3}
FLAGS_2014 = {
    "HCLD3": (((CO_TINH, 2),), ((CO_TINH, 1), (BK_TINH, 2))),
    "HCLD2": (((CO_CP, 1), (CO_TINH, 1)), ((CO_TINH, 3),)),
    "HCLD1": (((CO_CP, 1), (CO_TINH, 2)), ((CO_TINH, 4),)),
}


def decree_of(honour: str, *, is_91: bool) -> tuple[str, Confidence]:
    if is_91:
        return f"91/2017/NĐ-CP {DECREE_ARTICLES[honour]}", UNVERIFIED
    return f"65/2014/NĐ-CP {DECREE_65_ARTICLES[honour]}", SECONDARY


def base_of_2014(honour: str, *, is_91: bool) -> str:
    """Since decree 91 a certificate for a movement is no base for what the centre gives."""
    base = BASES[honour]
    return f"{base}:!movement" if is_91 and base == "award:BK_TTG" else base


def results_2014(honour: str, article: str, *, is_91: bool) -> Condition:
    """Five years of excellent merit after the base award, with so many solutions of wider effect."""
    (decree, confidence), base = decree_of(honour, is_91=is_91), base_of_2014(honour, is_91=is_91)
    years, of = restarting(honour, base, "grade:excellent"), "initiative:province:any"
    cite, times = f"{decree}.1.b", SOLUTIONS_2014[honour]
    return all_of(
        "results",
        f"{article}.a",
        base_award(f"{article}.a" if honour != "HCLD3" else cite, base, confidence),
        run_of(cite, years, confidence=confidence),
        within("solutions", cite, of, times, years, confidence=confidence),
        **RESULTS,
    )


def worker_2014(honour: str, *, is_91: bool) -> Condition:
    (decree, confidence), (times, scope) = (
        decree_of(honour, is_91=is_91),
        (WORKERS_91 if is_91 else WORKERS_65)[honour],
    )
    how = SECONDARY if honour == "HCLD1" else confidence
    cite = f"{decree}.2" if not is_91 else decree
    return all_of(
        "worker", cite, c("is_worker", "group", cite, confidence=how, any_of=("worker",)),
        c("initiatives", "count", cite, confidence=how, of=f"initiative:{scope}:initiative", at_least=times),
        c(
            "training", "truth", cite, confidence=how, of="training",
            vi="Có đóng góp đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp", en="Helped to train colleagues",
        ),
        by="work", vi="Công nhân có sáng kiến", en="A worker with initiatives",
    )  # fmt: skip


def farmer_2014(honour: str, *, is_91: bool) -> Condition:
    decree, confidence = decree_of(honour, is_91=is_91)
    years = (MODEL_YEARS if is_91 else MODEL_YEARS_65)[honour]
    scope = "district" if honour == "HCLD3" and not is_91 else "province"
    return farmer(decree, 1, years, scope, SECONDARY if honour == "HCLD1" else confidence)


def long_service(honour: str, article: str, *, is_91: bool) -> Condition:
    """Decree 65/2014 lists posts and years; of decree 91/2017 a portal quotes the second class: the same."""
    decree = (
        f"91/2017/NĐ-CP {DECREE_ARTICLES[honour]}"
        if is_91
        else f"65/2014/NĐ-CP {DECREE_65_ARTICLES[honour]}.3"
    )
    return career(f"{article}.a", decree, months=LONG_SERVICE_65[honour])


def individual_2014(honour: str, *, is_91: bool) -> Condition:
    article = f"{A} {ARTICLES[honour]}" + (".2" if honour == "HCLD1" else ".1")
    return one_of(
        "standards",
        article,
        results_2014(honour, article, is_91=is_91),
        long_service(honour, article, is_91=is_91),
        sudden(f"{article}.b"),
        invention(f"{article}.b"),
        worker_2014(honour, is_91=is_91),
        farmer_2014(honour, is_91=is_91),
    )


def individual_by_statute(honour: str) -> Condition:
    """From the amended law until the decree that detailed it."""
    article = f"{A} {ARTICLES[honour]}" + (".2" if honour == "HCLD1" else ".1")
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
        labourers(f"{article}.b", labour_feats(f"{article}.b")),
    )  # fmt: skip


def collective_2014(honour: str, decree: tuple[str, Confidence] | None, base: str) -> Condition:
    article = f"{A} {ARTICLES[honour]}" + (".3" if honour == "HCLD1" else ".2")
    cite, years = f"{article}.b", restarting(honour, base, "grade:excellent")
    age = [c("ten_years", "age", cite, at_least=10)] if honour == "HCLD3" else []
    return one_of(
        "standards",
        article,
        feats(f"{article}.a"),
        all_of(
            "results", cite, *age, base_award(cite, base), run_of(cite, years),
            *flags_2014(honour, decree, years), **RESULTS,
        ),
    )  # fmt: skip


def feats(cite: str) -> Condition:
    return judged(
        "sudden", cite, "sudden",
        "Lập được thành tích xuất sắc có phạm vi ảnh hưởng và nêu gương", "Feats with influence, an example",
    )  # fmt: skip


def flags_2014(honour: str, decree: tuple[str, Confidence] | None, years: dict[str, Any]) -> list[Condition]:
    if decree is None:
        return []
    cite, confidence = f"{decree[0]}.4.b", decree[1]
    return [
        one_of(
            "flags", cite, *flag_choices(cite, years, *FLAGS_2014[honour], confidence=confidence),
            vi="Cờ thi đua, bằng khen trong thời gian đó", en="Flags or certificates in that time",
        )
    ]  # fmt: skip
