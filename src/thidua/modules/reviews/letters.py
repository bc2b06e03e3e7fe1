"""The review as a report (báo cáo sơ kết, tổng kết)."""

from datetime import date, timedelta

from thidua.documents.letters import CampaignReport, Recipients, ReportPart
from thidua.modules.organisations.api import name_on
from thidua.modules.papers.api import letterhead, signature_for_all, signers_of
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
        signature=signature_for_all(signers_of(review.organisation, day).first()),
        recipients=_recipients(review, day),
    )


def _recipients(review: Review, day: date) -> Recipients:
    """A report has nobody above it to say “như trên” of: the superior, who took part, the archive."""
    superior = review.organisation.parent
    to = [f"{name_on(superior, day)} (để báo cáo)"] if superior else []
    if review.campaign.units.exists():
        to.append("Các đơn vị tham gia phong trào")
    return Recipients(copies=tuple(to))


def _parts(review: Review) -> tuple[ReportPart, ...]:
    """Those that say something, numbered anew: a paper does not go from II to IV."""
    said = [
        (heading, text) for code, heading in HEADINGS.items() if (text := str(review.parts.get(code, "")))
    ]
    return tuple(
        ReportPart(heading=f"{numeral}. {heading.partition('. ')[2]}", text=text)
        for numeral, (heading, text) in zip(NUMERALS, said, strict=False)
    )
