"""A year of campaigns: launched by the ward and the city, planned by units, one that moves for each that does not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from random import Random
from typing import Any

import yaml

from thidua.modules.campaigns.actions import (
    answering,
    fields,
    indicators,
    launching,
    preparing,
    registering,
    reporting,
)
from thidua.modules.campaigns.drafts import CampaignDraft, IndicatorDraft, PledgeDraft, ReportDraft
from thidua.modules.campaigns.models import Campaign, Field, Indicator, Registration
from thidua.modules.campaigns.periods import ends_on, periods_of
from thidua.modules.organisations.api import Actor, Role
from thidua.site.sample.city import launch_from_the_city
from thidua.site.sample.stage import Stage
from thidua.site.sample.texts import TEXTS

SEED = 2017
OWN_AIMS = (
    "Đơn vị nhận hai việc cụ thể phù hợp với người và điều kiện của mình, làm xong trước thời hạn một tháng.",
    "Mỗi tổ, mỗi bộ phận có một việc làm theo và một người chịu trách nhiệm, cuối tháng báo bằng con số.",
    "Làm dứt điểm từng điểm khó còn tồn tại từ năm trước, không dàn trải.",
)
DONE = (
    "Đã làm theo kế hoạch, có biên bản kiểm tra của đơn vị.",
    "Thêm hai điểm làm mới; một điểm chậm do thời tiết, dời sang tháng sau.",
    "Đã họp rút kinh nghiệm, phân công lại người phụ trách.",
)
OWN_TEXTS = {
    "subjects": "Toàn thể người của đơn vị.",
    "content": "Giao từng việc cho từng người, ghi vào bảng việc của tháng; cuối tháng xem lại tại cuộc họp đơn vị.",
    "criteria": "Xong việc đã nhận, đúng hạn; người khác làm theo được.",
    "measures": "Người phụ trách báo số liệu ngày 25 hằng tháng; việc chậm thì nêu lý do và đề nghị hỗ trợ.",
    "carrying_out": "Bàn và giao việc tại cuộc họp đơn vị tháng đầu; xem lại vào cuộc họp mỗi tháng.",
    "inspection": "Phó thủ trưởng đơn vị xem tại chỗ hai tuần một lần.",
    "publicity": "Nêu tên người làm tốt trên bảng tin của đơn vị; mời người làm tốt kể lại cách làm.",
    "reviews": "Rút kinh nghiệm mỗi quý; tổng kết cùng thời gian với phường.",
    "rewards": "Thư khen của thủ trưởng đơn vị; chọn hai người đề nghị phường tặng giấy khen.",
}


@dataclass(frozen=True, slots=True)
class Story:
    """One campaign of the year as it was written down, with the day it is counted from."""

    told: dict[str, Any]
    stage: Stage

    @property
    def since(self) -> date:
        return self.stage.ago(self.told["since"])

    def codes(self) -> list[str]:
        """Units by the plan's codes; "TDP" stands for all whose code begins with it."""
        wanted = tuple(self.told["reach"])
        below = (
            code for code, unit in self.stage.units.items() if unit.parent_id == self.stage.units["P"].pk
        )
        return sorted(code for code in below if code.startswith(wanted))

    def draft(self, field: Field) -> CampaignDraft:
        number = self.told.get("number", "")
        return CampaignDraft(
            name=self.told["name"],
            field_id=field.pk,
            since=self.since,
            until=self.since + timedelta(days=self.told["lasts"]),
            kind=self.told.get("kind", "thematic"),
            launching_body="Ủy ban nhân dân phường Hai Bà Trưng",
            plan_number=number,
            plan_on=self.since - timedelta(days=6) if number else None,
        )


def load_campaigns(stage: Stage) -> None:
    chance = Random(SEED)
    specialist = stage.actor("chuyenvien")
    known = fields.begin_catalogue(organisation=stage.units["P"], actor=specialist)
    for story in _stories(stage):
        row = _prepared(story, known[story.told["field"]], specialist)
        if not story.told.get("draft"):
            _live(story, row, specialist, chance)
    launch_from_the_city(stage)


def _stories(stage: Stage) -> Iterator[Story]:
    text = files("thidua.site.sample").joinpath("campaigns.yaml").read_text(encoding="utf-8")
    for told in yaml.safe_load(text):
        yield Story(told, stage)


def _prepared(story: Story, field: Field, actor: Actor) -> Campaign:
    stage, told = story.stage, story.told
    now = stage.at(min(story.since - timedelta(days=10), stage.on))
    row = preparing.create(organisation=stage.units["P"], draft=story.draft(field), actor=actor, now=now)
    texts = {"aim": told["aim"]} | (dict(list(TEXTS.items())[:4]) if told.get("draft") else TEXTS)
    row = preparing.write(campaign=row, parts=texts, version=0, actor=actor, now=now)
    units = [stage.units[code].pk for code in story.codes()]
    row = preparing.choose_units(
        campaign=row, reach="chosen", units=units, version=1, actor=actor, now=stage.at(stage.on)
    )
    for name, unit, baseline, target, adding, direction, source in told["indicators"]:
        draft = IndicatorDraft(
            name=name,
            unit=unit,
            baseline=Decimal(baseline),
            target=Decimal(target),
            source=source,
            direction=direction,
            adding=adding,
        )
        indicators.add_indicator(campaign=row, draft=draft, actor=actor)
    return row


def _live(story: Story, row: Campaign, actor: Actor, chance: Random) -> None:
    stage = story.stage
    row = launching.launch(
        campaign=row,
        launched_on=story.since,
        actor=actor,
        on=stage.on,
        now=stage.at(story.since),
        note="Phát động tại hội nghị giao ban của phường.",
    )
    codes = story.codes()
    for n, code in enumerate(codes[: story.told["plans"]]):
        _planned(story, row, code, n, chance)
    if len(codes) > story.told["plans"] + 1:
        answering.stand_aside(
            campaign=row,
            organisation=stage.units[codes[-1]],
            reason="Đơn vị không có nhiệm vụ thuộc nội dung này.",
            actor=stage.of_unit(codes[-1], Role.UNIT_HEAD, stage.on),
            on=story.since + timedelta(days=12),
        )
    if story.told.get("registers"):
        _registered(story, row, actor)
    if told := story.told.get("ended"):
        on = story.since + timedelta(days=story.told["lasts"] + 8)
        launching.move(campaign=row, step="end", actor=actor, on=on, now=stage.at(on), reason=told)


def _planned(story: Story, above: Campaign, code: str, n: int, chance: Random) -> Campaign:
    """The unit's own plan: every third took its aim and its targets over from above."""
    stage, on = story.stage, min(story.since + timedelta(days=6 + n), story.stage.on)
    head, copies = stage.of_unit(code, Role.UNIT_HEAD, stage.on), n % 3 == 2
    own = answering.plan(campaign=above, organisation=stage.units[code], actor=head, now=stage.at(on))
    aim = above.parts["aim"] if copies else OWN_AIMS[n % len(OWN_AIMS)]
    own = preparing.write(
        campaign=own, parts=OWN_TEXTS | {"aim": aim}, version=0, actor=head, now=stage.at(on, 10)
    )
    number = f"{3 + n}/KH-{code}"
    draft = CampaignDraft(
        name=own.name,
        field_id=own.field_id,
        since=own.since,
        until=own.until,
        kind=own.kind,
        scope=own.scope,
        launching_body=own.launching_body,
        plan_number=number,
        plan_on=on,
    )
    own = preparing.describe(campaign=own, draft=draft, version=1, actor=head, now=stage.at(on, 11))
    for one in own.indicators.select_related("above", "campaign"):
        _aimed(one, head, chance, copies=copies, share=story.told["plans"])
    own = launching.launch(campaign=own, launched_on=on, actor=head, on=stage.on, now=stage.at(on, 15))
    _report(story, own, head, chance)
    return own


def _report(story: Story, own: Campaign, head: Actor, chance: Random) -> None:
    """Month by month towards the target; where nothing moves, the first month only."""
    stage = story.stage
    over = [one for one in periods_of(own, stage.on) if ends_on(one, own.cadence) <= stage.on]
    if not over:
        return
    told = over if story.told["moves"] else over[:1]
    known = list(own.indicators.select_related("above").order_by("position"))
    pace = chance.uniform(0.75, 1.15) / len(over)
    drafts = [
        ReportDraft(
            period=period,
            values={one.pk: _figure(one, story, pace * (n + 1), chance) for one in known},
            note=chance.choice(DONE),
        )
        for n, period in enumerate(told)
    ]
    last = ends_on(told[-1], own.cadence) + timedelta(days=2)
    on = min(last, stage.on)
    reporting.report(
        campaign=own,
        organisation=own.organisation,
        drafts=drafts,
        actor=replace(head, on=on),
        on=on,
        now=stage.at(on),
    )


def _figure(one: Indicator, story: Story, share: float, chance: Random) -> Decimal:
    """On the way to the unit's part of the whole, whatever target its plan has taken over."""
    assert one.above is not None
    base, target = one.baseline or Decimal(0), one.above.target or Decimal(0)
    if one.adding == "sum":
        target = target / story.told["plans"]
    value = base + (target - base) * Decimal(str(round(share * chance.uniform(0.9, 1.1), 3)))
    best = min(value, Decimal(100)) if one.unit == "%" else max(value, Decimal(0))
    return best.quantize(Decimal("0.1") if one.adding == "mean" else Decimal(1))


def _registered(story: Story, row: Campaign, actor: Actor) -> None:
    """Units of the campaign register in turn: approved, waiting, refused, not sent."""
    stage = story.stage
    for n, code in enumerate(story.codes()[:4]):
        on = min(story.since + timedelta(days=9 + n), stage.on)
        head = stage.of_unit(code, Role.UNIT_HEAD, stage.on)
        unit = stage.units[code]
        one = registering.register(campaign=row, organisation=unit, actor=head, now=stage.at(on))
        enrolled: dict[str, Any] = {"registration": one, "actor": head, "on": stage.on}
        people = [person.pk for person in stage.workers(code, 4 + n)]
        target = "Hoàn thành phần việc được giao trước thời hạn."
        registering.enrol(kind="person", ids=people, target=target, honours=["GK"], **enrolled)
        registering.enrol(
            kind="collective", ids=[stage.whole(code).pk], target="", honours=["GK"], **enrolled
        )
        draft = PledgeDraft(
            pledge="Thực hiện đúng kế hoạch; báo số liệu trung thực; giúp đơn vị bạn khi được hỏi cách làm.",
            pledged_on=on,
            pledged_with="Các đơn vị cùng được phát động",
        )
        registering.pledge(registration=one, draft=draft, version=0, actor=head)
        later = replace(actor, on=min(on + timedelta(days=3), stage.on))
        _answered(one, replace(head, on=on), later, ("approve", "", "refuse", None)[n])


def _answered(one: Registration, head: Actor, desk: Actor, answer: str | None) -> None:
    """None: not sent; "": sent and waiting. The actors act on the days of their story."""
    if answer is None:
        return
    registering.move(registration=one, step="send", actor=head, on=head.on)
    if answer:
        reason = "Chưa nêu mức phấn đấu của từng người: bổ sung rồi gửi lại." if answer == "refuse" else ""
        registering.move(registration=one, step=answer, actor=desk, on=desk.on, reason=reason)


def _aimed(one: Indicator, actor: Actor, chance: Random, *, copies: bool, share: int) -> None:
    """Its own baseline and target: a share of what is added up, a little more or less of what is averaged."""
    assert one.above is not None
    assert one.above.target is not None
    assert one.above.baseline is not None
    baseline, target = one.above.baseline, one.above.target
    if one.adding == "sum":
        baseline, target = (Decimal(-(-value // share)) for value in (baseline, target))
        target += chance.randint(0, 2) if one.direction == "more" else 0
    else:
        target = min(target + chance.randint(-1, 1), Decimal(100))
    draft = IndicatorDraft(
        name=one.name,
        unit=one.unit,
        baseline=baseline,
        target=one.above.target if copies else target,
        source=one.source,
        direction=one.direction,
        adding=one.adding,
    )
    indicators.change_indicator(indicator=one, draft=draft, actor=actor)
