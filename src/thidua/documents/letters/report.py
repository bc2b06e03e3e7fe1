"""Báo cáo thành tích."""

from dataclasses import dataclass

from thidua.documents.letters.parts import Letterhead, Nominee, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPart:
    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementReportLetter:
    """What a candidate has achieved, under the headings of the sample form; an empty part is left open for the pen."""

    head: Letterhead
    asked_for: str
    nominee: Nominee
    period: str
    parts: tuple[ReportPart, ...]
    signatures: tuple[Signature, ...]
    """Who signs, the left side first."""
