"""The plan that launches a campaign, as a plain letter. A paper is Vietnamese whatever the language of the screen."""

from collections.abc import Iterator
from datetime import date, timedelta

from thidua.documents.letters import LaunchPlan, PaperPart, PaperTable, Recipients
from thidua.documents.wording import legal_day
from thidua.modules.campaigns.figures import figure
from thidua.modules.campaigns.models import Campaign, Indicator, Reach
from thidua.modules.campaigns.requirements import parts_of
from thidua.modules.papers.api import TERRITORIES, instruments, letterhead, signature_for_all, signers_of


def plan_letter(campaign: Campaign, on: date) -> LaunchPlan:
    """Part by part as the law asks for them; number and day as the wizard knows them, else left open."""
    body = campaign.organisation
    given, _slash, symbol = campaign.plan_number.partition("/")
    number = int(given) if given.strip().isdecimal() else given or None
    usual = "KH-UBND" if body.kind in TERRITORIES else "KH"
    return LaunchPlan(
        head=letterhead(body, on, number=number, symbol=symbol or usual, day=campaign.plan_on),
        subject=f"Phát động phong trào thi đua “{campaign.name}”",
        opening=tuple(_opening(campaign, on)),
        parts=tuple(_parts(campaign, on)),
        signature=signature_for_all(signers_of(body, on).first()),
        recipients=_recipients(campaign),
    )


def _opening(campaign: Campaign, on: date) -> Iterator[str]:
    for text in instruments(campaign.organisation, on):
        yield f"Căn cứ {text};"
    if campaign.above:
        plan = campaign.above.plan_number
        of = f" theo Kế hoạch số {plan}" if plan else ""
        yield f"Thực hiện phong trào thi đua “{campaign.above.name}” của {campaign.above.launching_body}{of};"
    agency = letterhead(campaign.organisation, on).agency
    yield f"{agency} ban hành Kế hoạch phát động phong trào thi đua “{campaign.name}” như sau:"


def _parts(campaign: Campaign, on: date) -> Iterator[PaperPart]:
    for part in parts_of(campaign, on):
        if part.code == "time":
            yield PaperPart(heading="Thời gian thực hiện", text=_time(campaign))
            yield PaperPart(heading="Chỉ tiêu thi đua", table=_targets(campaign))
        elif part.text:
            yield PaperPart(heading=part.requirement.label_vi, text=part.text)


def _time(campaign: Campaign) -> str:
    last = f" đến hết {legal_day(campaign.until - timedelta(days=1))}" if campaign.until else ""
    return f"Từ {legal_day(campaign.since)}{last}."


def _targets(campaign: Campaign) -> PaperTable:
    return PaperTable(
        titles=("Chỉ tiêu", "Đơn vị tính", "Hiện trạng", "Mức phấn đấu"),
        widths=(8, 3, 2.5, 2.5),
        rows=tuple(map(_target, campaign.indicators.order_by("position", "id"))),
    )


def _target(row: Indicator) -> tuple[str, ...]:
    return row.name, row.unit, figure(row.baseline), figure(row.target)


def _recipients(campaign: Campaign) -> Recipients:
    if campaign.reach == Reach.ALL:
        return Recipients(copies=("Các đơn vị trực thuộc (để thực hiện)",))
    return Recipients(copies=("Các đơn vị tham gia phong trào (để thực hiện)",))
