"""A campaign over three levels: the city launches it, wards plan it, their units report."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from thidua.modules.campaigns.actions import (
    answering,
    entering,
    fields,
    indicators,
    launching,
    preparing,
    reporting,
)
from thidua.modules.campaigns.drafts import CampaignDraft, EnteredDraft, IndicatorDraft, ReportDraft
from thidua.modules.campaigns.models import Campaign
from thidua.modules.campaigns.periods import ends_on, periods_of
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.site.sample.stage import Stage
from thidua.site.sample.texts import TEXTS

# Units of the ward whose figures its officer received in one sheet; the others have not reported.
ENTERED = {"TH1": 71, "TH2": 64, "CS1": 58, "YT": 62}


def launch_from_the_city(stage: Stage) -> None:
    """What the wards find in their own lists as launched above; two of them have their plans."""
    city, actor = stage.units["HN"], stage.actor("thanhpho")
    known = fields.begin_catalogue(organisation=city, actor=actor)
    since = stage.ago(75)
    draft = CampaignDraft(
        name="Chuyển đổi số từ cơ sở, phục vụ nhân dân tốt hơn",
        field_id=known[1].pk,
        since=since,
        until=since + timedelta(days=400),
        launching_body="Ủy ban nhân dân thành phố Hà Nội",
        plan_number="318/KH-UBND",
        plan_on=since - timedelta(days=5),
        plan_link="https://example.vn/ke-hoach-318",
    )
    now = stage.at(since)
    row = preparing.create(organisation=city, draft=draft, actor=actor, now=now)
    aim = "Mỗi xã, phường có mô hình chuyển đổi số được người dân dùng hằng ngày."
    row = preparing.write(campaign=row, parts=TEXTS | {"aim": aim}, version=0, actor=actor, now=now)
    wards = [unit.pk for code, unit in stage.units.items() if code == "P" or code.startswith("P-")]
    row = preparing.choose_units(
        campaign=row, reach="chosen", units=wards, version=1, actor=actor, now=stage.at(stage.on)
    )
    figures = IndicatorDraft(
        name="Hồ sơ nộp trực tuyến toàn trình",
        unit="%",
        baseline=Decimal(40),
        target=Decimal(80),
        source="Hệ thống một cửa điện tử",
        adding="mean",
    )
    indicators.add_indicator(campaign=row, draft=figures, actor=actor)
    row = launching.launch(campaign=row, launched_on=since, actor=actor, on=stage.on, now=now)
    _of_the_ward(stage, row)
    _of_a_neighbour(stage, row)


def _of_the_ward(stage: Stage, above: Campaign) -> None:
    """The ward has planned, and has entered one sheet for some of its units."""
    desk = stage.actor("chuyenvien")
    on = min(stage.ago(66), stage.on)
    own = _planned(stage, above, stage.units["P"], desk, on)
    period = _over(own, stage.on)
    if period is None:
        return
    one = own.indicators.get()
    reached = set(own.units.values_list("organisation", flat=True))
    drafts = [
        EnteredDraft(organisation_id=unit.pk, values={one.pk: Decimal(share)})
        for code, share in ENTERED.items()
        if (unit := stage.units.get(code)) and unit.pk in reached
    ]
    told = min(ends_on(period, own.cadence) + timedelta(days=4), stage.on)
    entering.enter(
        campaign=own,
        period=period,
        drafts=drafts,
        actor=replace(desk, on=told),
        on=told,
        now=stage.at(told),
    )


def _of_a_neighbour(stage: Stage, above: Campaign) -> None:
    """Another ward reports for itself."""
    desk, unit = stage.actor("bachmai"), stage.units["P-Bạch Mai"]
    own = _planned(stage, above, unit, desk, min(stage.ago(60), stage.on))
    period = _over(own, stage.on)
    if period is None:
        return
    values = {one.pk: Decimal(66) for one in own.indicators.all()}
    told = min(ends_on(period, own.cadence) + timedelta(days=2), stage.on)
    reporting.report(
        campaign=own,
        organisation=unit,
        drafts=[ReportDraft(period=period, values=values)],
        actor=replace(desk, on=told),
        on=told,
        now=stage.at(told),
    )


def _planned(stage: Stage, above: Campaign, unit: Organisation, desk: Actor, on: date) -> Campaign:
    now = stage.at(on)
    own = answering.plan(campaign=above, organisation=unit, actor=desk, now=now)
    own = preparing.write(campaign=own, parts=TEXTS | {"aim": AIM}, version=0, actor=desk, now=now)
    draft = CampaignDraft(
        name=own.name,
        field_id=own.field_id,
        since=own.since,
        until=own.until,
        launching_body=f"Ủy ban nhân dân {unit.name[0].lower()}{unit.name[1:]}",
        plan_number="96/KH-UBND",
        plan_on=on,
    )
    own = preparing.describe(campaign=own, draft=draft, version=1, actor=desk, now=now)
    for one in own.indicators.all():
        aimed = IndicatorDraft(
            name=one.name,
            unit=one.unit,
            baseline=Decimal(45),
            target=Decimal(85),
            source=one.source,
            adding=one.adding,
        )
        indicators.change_indicator(indicator=one, draft=aimed, actor=desk)
    return launching.launch(campaign=own, launched_on=on, actor=desk, on=stage.on, now=now)


def _over(own: Campaign, on: date) -> date | None:
    over = [one for one in periods_of(own, on) if ends_on(one, own.cadence) <= on]
    return over[-1] if over else None


AIM = "Mỗi đơn vị của phường nhận hồ sơ trực tuyến toàn trình, người dân không phải đi lại lần hai."
