"""The points that the law leaves to a province, and whether its rule is loaded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.law.cite import Cite
from thidua.law.honours import catalogue
from thidua.law.local.delegation import CRITERIA, OTHER_FORMS, PROCEDURE, SETS
from thidua.law.local.rules import LocalRules

PRACTICE = Cite.parse("152/2025/NĐ-CP")


@dataclass(frozen=True, slots=True)
class Slot:
    """`filled_by` empty: the rule isn't loaded ("chưa nạp"), and answers say so."""

    label_vi: str
    label_en: str
    cite: Cite
    honour: str | None
    filled_by: tuple[str, ...]

    @property
    def is_loaded(self) -> bool:
        return bool(self.filled_by)


def slots(local: Sequence[LocalRules], on: date) -> tuple[Slot, ...]:
    """Every delegated point of a day with the instruments of the place that settle it."""
    standing = [rules for rules in local if rules.holds_on(on)]
    return (
        *_criteria(standing, on),
        *_procedures(standing, on),
        *_others(standing),
        *_own(standing),
    )


def _criteria(standing: Sequence[LocalRules], on: date) -> Iterator[Slot]:
    for left in CRITERIA:
        if left.spans(on):
            by = [r.number for r in standing if any(c.honour == left.honour for c in r.criteria)]
            found = catalogue()[left.honour]
            labels = f"Tiêu chuẩn {found.name_vi}", f"Standards: {found.name_en}"
            yield Slot(*labels, left.cite, left.honour, tuple(by))


def _procedures(standing: Sequence[LocalRules], on: date) -> Iterator[Slot]:
    for left in PROCEDURE:
        if left.spans(on):
            by = [r.number for r in standing if _has_procedure(r, left.honour)]
            found = catalogue()[left.honour]
            labels = f"Hồ sơ, thủ tục {found.name_vi}", f"Dossier, procedure: {found.name_en}"
            yield Slot(*labels, left.cite, left.honour, tuple(by))


def _has_procedure(rules: LocalRules, honour: str) -> bool:
    listed = any(papers.honour == honour for papers in rules.papers)
    return listed or any(honour in term.row["honours"] for term in rules.deadlines)


def _others(standing: Sequence[LocalRules]) -> Iterator[Slot]:
    for label_vi, label_en, cite, family in OTHER_POINTS:
        by = [r.number for r in standing if any(v.name.startswith(family) for v in r.values)]
        yield Slot(label_vi, label_en, cite, None, tuple(by))


OTHER_POINTS = (
    ("Số bộ hồ sơ cấp tỉnh, cấp xã", "Sets of a dossier", SETS, "sets/"),
    ("Tỷ lệ Chiến sĩ thi đua cơ sở", "Share of base fighters", PRACTICE, "quotas/CSTDCS-"),
    ("Số thành viên Hội đồng phải có mặt", "Members who must be present", PRACTICE, "councils/"),
)


def _own(standing: Sequence[LocalRules]) -> Iterator[Slot]:
    """Forms of encouragement of the place itself."""
    by = [r.number for r in standing if r.honours or r.deciders]
    yield Slot("Hình thức khen thưởng riêng", "Forms of the place's own", OTHER_FORMS, None, tuple(by))
