"""Campaigns of a ward and of a school below it."""

from datetime import date
from decimal import Decimal

from conftest import NOW, TODAY
from factories.dossiers import Place
from thidua.modules.campaigns.actions import answering, fields, indicators, launching, preparing
from thidua.modules.campaigns.drafts import CampaignDraft, IndicatorDraft
from thidua.modules.campaigns.models import Campaign, Field, Indicator
from thidua.modules.organisations.models import Organisation

AIM = "Một trăm phần trăm tuyến phố không còn lấn chiếm vỉa hè, lòng đường để kinh doanh"
TEXTS = {
    "aim": AIM,
    "subjects": "Cán bộ, công chức, người lao động và nhân dân",
    "content": "Mỗi đơn vị nhận một tuyến phố, một việc cụ thể",
    "criteria": "Không còn điểm vi phạm; có nếp kiểm tra hằng tuần",
    "measures": "Ra quân mỗi sáng thứ bảy; tổ tự quản nhắc nhở",
    "carrying_out": "Phát động ngày 01/9; thực hiện đến hết năm",
    "inspection": "Phòng Kinh tế kiểm tra mỗi tháng một lần",
    "publicity": "Bản tin truyền thanh nêu gương mỗi tuần",
    "reviews": "Sơ kết tháng 12, tổng kết tháng 6",
    "rewards": "Giấy khen cho 5 tập thể, 10 cá nhân",
}
DRAFT = {"name": "Vỉa hè thông thoáng", "since": date(2026, 9, 1), "until": date(2027, 7, 1)}


def field(organisation: Organisation, name: str = "Trật tự đô thị") -> Field:
    found, _made = Field.objects.get_or_create(organisation=organisation, name=name)
    return found


def campaign(at: Place, **values: object) -> Campaign:
    """A draft of the ward with every text that the law asks for, and its plan's number and day."""
    known = DRAFT | {"plan_number": "163/KH-UBND", "plan_on": date(2026, 8, 28)} | values
    draft = CampaignDraft(field_id=known.pop("field_id", field(at.ward).pk), **known)
    row = preparing.create(organisation=at.ward, draft=draft, actor=at.specialist, now=NOW)
    return preparing.write(campaign=row, parts=TEXTS, version=0, actor=at.specialist, now=NOW)


def indicator(at: Place, row: Campaign, name: str = "Tuyến phố thông thoáng", **values: object) -> Indicator:
    known = {"unit": "tuyến", "baseline": Decimal(2), "target": Decimal(12)} | values
    actor = at.specialist if row.organisation_id == at.ward.pk else at.officer
    return indicators.add_indicator(campaign=row, draft=IndicatorDraft(name=name, **known), actor=actor)


def launched(at: Place, *, launched_on: date = date(2026, 9, 1), **values: object) -> Campaign:
    row = campaign(at, **values)
    indicator(at, row)
    return launching.launch(campaign=row, launched_on=launched_on, actor=at.specialist, on=TODAY, now=NOW)


def plan(at: Place, above: Campaign) -> Campaign:
    """The school's own, still empty."""
    return answering.plan(campaign=above, organisation=at.school, actor=at.officer, now=NOW)


def begun(at: Place) -> list[Field]:
    return fields.begin_catalogue(organisation=at.ward, actor=at.specialist)


def own_plan(at: Place, above: Campaign, target: int = 6) -> Campaign:
    """The school's own, launched."""
    own = plan(at, above)
    mine = own.indicators.get()
    indicators.change_indicator(
        indicator=mine,
        draft=IndicatorDraft(name=mine.name, unit=mine.unit, target=Decimal(target)),
        actor=at.officer,
    )
    preparing.write(campaign=own, parts=TEXTS, version=0, actor=at.officer, now=NOW)
    draft = CampaignDraft(
        name=own.name,
        field_id=own.field_id,
        since=own.since,
        until=own.until,
        plan_link="https://example.vn/kh",
    )
    preparing.describe(campaign=own, draft=draft, version=1, actor=at.officer, now=NOW)
    return launching.launch(campaign=own, launched_on=date(2026, 9, 5), actor=at.head, on=TODAY, now=NOW)
