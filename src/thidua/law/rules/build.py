"""Short forms for writing rules: one call, one condition with its article."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.cite import Cite, Confidence
from thidua.law.conditions import Condition

SECONDARY, UNVERIFIED = Confidence.SECONDARY, Confidence.UNVERIFIED

LAW_2003 = date(2004, 7, 1)
DECREE_42 = date(2010, 6, 1)
CIRCULAR_02 = date(2011, 3, 10)
AMENDED_LAW = date(2014, 6, 1)  # 39/2013/QH13 in force
DECREE_65 = date(2014, 8, 20)
DECREE_91 = date(2017, 10, 1)
DECREE_122 = date(2018, 11, 5)
LAW_2022 = date(2024, 1, 1)
FAMILY_FRAME = date(2024, 1, 30)  # 86/2023/NĐ-CP
TWO_LEVELS = date(2025, 7, 1)  # 152/2025/NĐ-CP, 129/2025/NĐ-CP
CIRCULAR_15 = date(2025, 8, 5)


@dataclass(frozen=True, slots=True)
class Rule:
    """What one honour asks of one kind of recipient from one day to another.

    Obstacles look at stated facts only; standards must be shown by the record.
    """

    honour: str
    kind: str
    since: date
    until: date | None
    standards: tuple[Condition, ...]
    obstacles: tuple[Condition, ...] = ()

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def obstacles_on(self, day: date) -> tuple[Condition, ...]:
        return tuple(item for item in self.obstacles if item.holds_on(day))

    def standards_on(self, day: date) -> tuple[Condition, ...]:
        return tuple(item for item in self.standards if item.holds_on(day))


def c(
    code: str,
    kind: str,
    cite: str,
    *parts: Condition,
    confidence: Confidence = Confidence.TEXT,
    by: str | None = None,
    since: date | None = None,
    until: date | None = None,
    **args: Any,
) -> Condition:
    return Condition(code, kind, Cite.parse(cite), args, parts, confidence, by=by, since=since, until=until)


def one_of(code: str, cite: str, *limbs: Condition, **args: Any) -> Condition:
    return c(code, "one_of", cite, *limbs, **args)


def all_of(code: str, cite: str, *parts: Condition, **args: Any) -> Condition:
    return c(code, "all_of", cite, *parts, **args)


def judged(
    code: str, cite: str, by: str | None, vi: str, en: str, *, confidence: Confidence = Confidence.TEXT
) -> Condition:
    """A standard that only people can weigh."""
    return c(code, "judgement", cite, by=by, confidence=confidence, vi=vi, en=en)


def local(cite: str, vi: str, en: str, *, confidence: Confidence = Confidence.TEXT) -> Condition:
    """A standard that a province, a ministry or a body sets for itself."""
    return c("local_criteria", "local_rule", cite, confidence=confidence, vi=vi, en=en)


def presumed(code: str, cite: str, vi: str, en: str) -> Condition:
    return c(code, "presumed", cite, vi=vi, en=en)


def conduct(cite: str) -> Condition:
    return presumed(
        "conduct",
        cite,
        "Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
        "Obeys the policies and the law",
    )


def united(cite: str) -> Condition:
    return presumed("unity", cite, "Nội bộ đoàn kết, chấp hành tốt pháp luật", "United, obeys the law")


def takes_part(cite: str) -> Condition:
    return presumed(
        "takes_part",
        cite,
        "Tích cực tham gia phong trào thi đua, đoàn kết, tương trợ",
        "Takes an active part in emulation",
    )
