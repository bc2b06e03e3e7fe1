"""Models of a school below a ward, in any state of their life."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from conftest import NOW, TODAY
from factories.dossiers import Place
from factories.organisations import OrganisationFactory, actor
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Organisation
from thidua.modules.replication.actions import adoptions, effects, models, pilots
from thidua.modules.replication.drafts import LessonDraft, MeasureDraft, ModelDraft
from thidua.modules.replication.models import Adoption, Pilot, PracticeModel

BEFORE = MeasureDraft(
    name="Tỷ lệ hộ phân loại rác",
    unit="%",
    before=Decimal(12),
    before_on=date(2026, 8, 1),
    before_by="Tổ trưởng",
    before_source="Kiểm đếm",
)
AFTER = {
    "after": Decimal("61.5"),
    "after_on": date(2026, 11, 20),
    "after_by": "Tổ trưởng",
    "after_source": "Kiểm đếm",
}
MEASURED = replace(BEFORE, **AFTER)
LESSON = LessonDraft(kind="worked", text="Đặt điểm tập kết trước khi vận động.", for_whom="tổ dân phố")


def draft(**fields: object) -> ModelDraft:
    values = {
        "name": "Ngõ phố không rác",
        "novelty": "Các hộ tự trông điểm tập kết",
        "solutions": "Lịch trực theo tuần",
        "conditions": "Ngõ rộng từ 2 m",
        "cost": 6_500_000,
    }
    return ModelDraft(**(values | fields))


def begun(at: Place, **fields: object) -> PracticeModel:
    return models.begin(organisation=at.school, draft=draft(**fields), actor=at.officer, on=TODAY, now=NOW)


def step(at: Place, model: PracticeModel, name: str, reason: str = "Theo kết quả") -> PracticeModel:
    who = at.head if name in {"propose", "take_back", "take_up", "drop"} else at.specialist
    return models.move(model=model, step=name, actor=who, on=TODAY, now=NOW, reason=reason)


def proposed(at: Place, **fields: object) -> PracticeModel:
    return step(at, begun(at, **fields), "propose")


def chosen(at: Place, model: PracticeModel, unit: Organisation | None = None) -> Pilot:
    return pilots.choose(
        model=model,
        organisation=unit or at.school,
        since=TODAY - timedelta(days=90),
        until=TODAY,
        actor=at.specialist,
        on=TODAY,
        now=NOW,
    )


def piloted(at: Place, **fields: object) -> tuple[PracticeModel, Pilot]:
    model = proposed(at, **fields)
    pilot = chosen(at, model)
    return step(at, model, "pilot"), pilot


def tried(at: Place, pilot: Pilot) -> Pilot:
    """Measured, learnt from, and concluded."""
    effects.add_measure(place=pilot, draft=MEASURED, actor=at.head, on=TODAY)
    effects.note_lesson(place=pilot, draft=LESSON, actor=at.head, on=TODAY)
    return pilots.end(pilot=pilot, step="conclude", reason="Đạt 61,5%", actor=at.head, on=TODAY)


def reviewed(at: Place, verdict: str = "worth", **fields: object) -> PracticeModel:
    model, pilot = piloted(at, **fields)
    tried(at, pilot)
    said = {"verdict": verdict, "reason": "Tăng rõ, dễ làm"}
    return models.review(model=model, actor=at.specialist, on=TODAY, now=NOW, **said)


def listed(at: Place, **fields: object) -> PracticeModel:
    return step(at, reviewed(at, **fields), "list")


def unit_beside(at: Place) -> Organisation:
    return OrganisationFactory(parent=at.ward)


def adopted(at: Place, model: PracticeModel, unit: Organisation | None = None, **fields: object) -> Adoption:
    unit = unit or unit_beside(at)
    values = {"since": TODAY - timedelta(days=100), "measure": BEFORE, "on": TODAY, "now": NOW}
    values["actor"] = actor(unit, Role.UNIT_HEAD)
    return adoptions.adopt(model=model, organisation=unit, **(values | fields))
