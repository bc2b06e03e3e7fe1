"""What forms hand to the actions: plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thidua.modules.replication.models import Aim


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelDraft:
    """A model as it is described; all but the name may come later."""

    name: str
    novelty: str = ""
    solutions: str = ""
    conditions: str = ""
    cost: int | None = None
    field_id: int | None = None
    campaign_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDraft:
    """One indicator; the value after, with all that belongs to it, may come later."""

    name: str
    unit: str
    before: Decimal
    before_on: date
    before_by: str
    before_source: str
    aim: str = Aim.MORE
    after: Decimal | None = None
    after_on: date | None = None
    after_by: str = ""
    after_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonDraft:
    kind: str
    text: str
    for_whom: str
