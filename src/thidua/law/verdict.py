"""Three values, in Kleene's sense."""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @property
    def label_vi(self) -> str:
        return LABELS[self]

    @property
    def opposite(self) -> "Verdict":
        return OPPOSITES[self]


LABELS = {
    Verdict.YES: "đủ tiêu chuẩn để xét",
    Verdict.NO: "chưa đạt",
    Verdict.UNKNOWN: "chưa đủ căn cứ",
}
OPPOSITES = {
    Verdict.YES: Verdict.NO,
    Verdict.NO: Verdict.YES,
    Verdict.UNKNOWN: Verdict.UNKNOWN,
}


def every(verdicts: Iterable[Verdict]) -> Verdict:
    """No when one is no, yes when all are yes."""
    seen = set(verdicts)
    if Verdict.NO in seen:
        return Verdict.NO
    return Verdict.UNKNOWN if Verdict.UNKNOWN in seen else Verdict.YES


def some(verdicts: Iterable[Verdict]) -> Verdict:
    """Yes when one is yes, no when all are no."""
    return every(verdict.opposite for verdict in verdicts).opposite
