"""The review as a report (báo cáo sơ kết, tổng kết)."""

from datetime import date, timedelta

from thidua.documents.letters import CampaignReport, ReportPart
from thidua.modules.papers.api import letterhead, signature, signers_of
from thidua.modules.reviews.facts import HEADINGS
from thidua.modules.reviews.models import Review, ReviewKind

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII")
WORDS = {ReviewKind.INTERIM: "Sơ kết", ReviewKind.FINAL: "Tổng kết"}


def report(review: Review, on: date) -> CampaignReport:
    day = review.issued_on or on
    number, _slash, symbol = review.number.partition("/")
    last = review.until - timedelta(days=1)
    name = f"phong trào thi đua “{review.campaign.name}”"
    return CampaignReport(
        head=letterhead(review.organisation, day, number=number or None, symbol=symbol),
        about=f"{WORDS[ReviewKind(review.kind)]} {name} (từ {review.since:%d/%m/%Y} đến {last:%d/%m/%Y})",
        parts=_parts(review),
        signature=signature(signers_of(review.organisation, day).first()),
    )


def _parts(review: Review) -> tuple[ReportPart, ...]:
    """Those that say something, numbered anew: a paper does not go from II to IV."""
    said = [
        (heading, text) for code, heading in HEADINGS.items() if (text := str(review.parts.get(code, "")))
    ]
    return tuple(
        ReportPart(heading=f"{numeral}. {heading.partition('. ')[2]}", text=text)
        for numeral, (heading, text) in zip(NUMERALS, said, strict=False)
    )
