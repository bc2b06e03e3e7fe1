"""What is asked and answered, as the description in OpenAPI says it."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from thidua.modules.register.models import Ground

LARGEST = 2**63 - 1
Number = Annotated[int, Field(ge=1, le=LARGEST)]
Year = Annotated[int, Field(ge=1945, le=2200)]
Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,12}$")]
ONE_LINE = r"^[^\u0000-\u001f\u007f]*[^\u0000-\u0020\u007f\u00a0][^\u0000-\u001f\u007f]*$"


def _written(pattern: str, kind: str) -> BeforeValidator:
    """Days and times as they are written: a bare number is neither."""

    def check(value: Any) -> Any:
        if value is None or isinstance(value, date) or (isinstance(value, str) and re.match(pattern, value)):
            return value
        raise PydanticCustomError(kind, kind)

    return BeforeValidator(check)


def _universal(value: datetime) -> datetime:
    """The database knows fewer zones than there may be written."""
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError("datetime_written", "datetime_written") from None


Day = Annotated[date, _written(r"\d{4}-\d{2}-\d{2}$", "date_written")]
Moment = Annotated[
    AwareDatetime, _written(r"\d{4}-\d{2}-\d{2}[Tt ]", "datetime_written"), AfterValidator(_universal)
]


class Strict(Schema):
    model_config = ConfigDict(extra="forbid")


class Paged(Strict):
    cursor: str = Field("", max_length=600, description="Giá trị next của trang trước.")
    limit: int = Field(50, ge=1, le=200)


class AwardsWanted(Strict):
    year: Year | None = None
    honour: Code | None = None
    unit: Number | None = None
    changed_since: Moment | None = Field(
        None, description="Chỉ các dòng được ghi, đính chính hoặc thu hồi từ thời điểm này."
    )


class AwardsAsked(Paged, AwardsWanted):
    pass


class DecisionsAsked(Paged):
    unit: Number | None = Field(None, description="Cơ quan ban hành.")
    signed_since: Day | None = None
    kind: Literal["grant", "revoke", "correct"] | None = None


class CampaignsAsked(Paged):
    unit: Number | None = Field(None, description="Đơn vị phát động.")
    year: Year | None = Field(None, description="Năm có ngày của phong trào.")


class UnitsAsked(Paged):
    kind: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")] | None = None


class HonoursAsked(Strict):
    on: Day | None = Field(None, description="Chỉ các danh hiệu, hình thức có trong ngày này.")


class UnitRef(Schema):
    id: int
    code: str
    name: str


class Unit(UnitRef):
    kind: str
    parent: int | None
    since: date
    until: date | None


class Honour(Schema):
    code: str
    name: str
    recipients: list[str]
    level: str
    since: date
    until: date | None


class Award(Schema):
    id: int
    body: UnitRef
    number_in_book: int
    honour: str
    honour_name: str
    recipient: Literal["person", "collective", "household"]
    name: str
    post: str
    unit: UnitRef
    unit_name: str
    level: str
    decision: str
    decided_on: date | None
    decided_by: str
    signer: str
    ground: str
    line: str
    achievement: str
    period: str
    year: int
    is_revoked: bool
    is_checked: bool
    entered_at: datetime


class Decision(Schema):
    id: int
    kind: str
    number: str
    title: str
    body: UnitRef
    authority: str
    signed_on: date
    in_force_on: date


class DecisionWhole(Decision):
    awards: list[Award]


class Campaign(Schema):
    id: int
    name: str
    unit: UnitRef
    field: str
    kind: str
    scope: str
    state: str
    since: date
    last_day: date | None
    launched_on: date


class AwardPage(Schema):
    items: list[Award]
    next: str | None


class DecisionPage(Schema):
    items: list[Decision]
    next: str | None


class CampaignPage(Schema):
    items: list[Campaign]
    next: str | None


class UnitPage(Schema):
    items: list[Unit]
    next: str | None


class CandidateSent(Strict):
    kind: Literal["person", "collective", "household"]
    name: str = Field(max_length=200, pattern=ONE_LINE, description="Như trong dữ liệu của đơn vị.")
    born_on: Day | None = Field(None, description="Cần khi đơn vị có nhiều người cùng tên.")
    honours: list[Code] = Field(min_length=1, max_length=5)
    achievement: str = Field("", max_length=2000, pattern=r"^[^\u0000-\u0008\u000b-\u001f\u007f]*$")


class ProposalSent(Strict):
    unit: Number
    title: str = Field(max_length=200, pattern=ONE_LINE)
    ground: Ground = Ground.MERIT
    year: Year | None = Field(
        None, description="Năm hoặc năm học (năm kết thúc); không cần khi khen đột xuất."
    )
    deed_on: Day | None = None
    deed_place: str = Field("", max_length=200, pattern=r"^[^\u0000-\u001f\u007f]*$")
    confirmed_by: str = Field("", max_length=200, pattern=r"^[^\u0000-\u001f\u007f]*$")
    candidates: list[CandidateSent] = Field(min_length=1, max_length=100)


class Proposal(Schema):
    id: int
    code: str
    state: str
    unit: UnitRef
    candidates: int
    address: str


class FieldError(Schema):
    field: str
    message: str


class Problem(Schema):
    type: str
    title: str
    status: int
    detail: str | None = None
    errors: list[FieldError] | None = None
