"""Báo cáo thành tích; báo cáo sơ kết, tổng kết phong trào."""

from dataclasses import dataclass

from thidua.documents.letters.parts import AS_ABOVE, Letterhead, Nominee, Recipients, Signature


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignReport:
    """What came of a campaign, under the headings of a report; an empty part is left out."""

    head: Letterhead
    about: str
    parts: tuple[ReportPart, ...]
    signature: Signature
    recipients: Recipients = AS_ABOVE
