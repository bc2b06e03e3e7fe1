"""A year of good deeds told over the units, and of exemplars in every state of their life."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from thidua.modules.exemplars.actions import exemplars, telling, triage
from thidua.modules.exemplars.drafts import ExemplarDraft, TipDraft
from thidua.modules.exemplars.models import Exemplar, Tip, TipDoor
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Kind
from thidua.modules.people.models import Person
from thidua.site.sample.stage import Stage

SEED = 1608
DAYS = 360
EVERY = 5
# What is done where: of neighbours, at work, at school.
OF_NEIGHBOURS = (
    ("nhặt được ví có giấy tờ và tiền, tìm đến tận nhà trả lại người mất", "chợ dân sinh của tổ"),
    ("đêm nào cũng dọn rác, thông cống cho cả ngõ suốt mùa mưa", "ngõ phố Hoa Sữa"),
    ("dạy bơi miễn phí cho hơn bốn mươi cháu nhỏ trong hè", "bể bơi của phường"),
    ("dùng bình cứu hỏa dập tắt đám cháy ở nhà hàng xóm trước khi xe chữa cháy đến", "phố Bằng Lăng"),
    ("nấu cơm mỗi tuần hai buổi cho người già neo đơn trong tổ", "nhà văn hóa tổ dân phố"),
    ("vận động các hộ lùi hàng rào, mở rộng ngõ đi chung thêm một mét", "ngõ phố Hoa Ban"),
    ("hiến máu lần thứ ba mươi và vận động cả gia đình cùng hiến", "trạm y tế phường"),
)
AT_WORK = (
    ("cải tiến đồ gá giúp tổ giảm một phần ba thời gian thay khuôn", "xưởng sản xuất"),
    ("xin ở lại sau giờ làm, hướng dẫn bà con nộp hồ sơ trực tuyến suốt ba tháng", "bộ phận một cửa"),
    ("phát hiện và báo kịp thời rò rỉ khí ga ở kho, tránh được tai nạn", "kho vật tư"),
    ("nhường suất hỗ trợ cho đồng nghiệp khó khăn hơn và kèm bạn mới vào nghề", "tổ sản xuất số 2"),
    ("trực nhiều đêm liền trong đợt ngập, đưa người già ra khỏi vùng nước sâu", "địa bàn phường"),
)
AT_SCHOOL = (
    ("dạy kèm miễn phí học sinh yếu mỗi chiều thứ bảy trong cả năm học", "lớp học tình thương"),
    ("cõng bạn khuyết tật đến lớp suốt hai năm học", "cổng trường"),
    ("sửa bàn ghế cũ, đóng thêm giá sách cho thư viện lớp", "thư viện trường"),
    ("nhặt được điện thoại đắt tiền trên sân trường, nộp lại để trả người mất", "sân trường"),
)
SETTING = {Kind.SCHOOL: AT_SCHOOL, Kind.NEIGHBOURHOOD: OF_NEIGHBOURS}
ENDS = ("found", "verified", "nurtured", "commended", "publicised", "replicated", "set_aside", "verified")
DOORS = ("CS1", "TH1", "DN1", "YT", "TDP01", "TDP02", "TDP03", "TDP05")


@dataclass(frozen=True, slots=True)
class Told:
    """One tip of the year: of which unit, by what chance it goes on."""

    code: str
    on: date
    who: Person
    deed: str
    place: str
    n: int


def _year(stage: Stage, chance: Random) -> Iterator[Told]:
    """Every few days another unit; some units tell more than others."""
    codes = sorted(code for code, unit in stage.units.items() if unit.parent_id == stage.units["P"].pk)
    for n, day in enumerate(range(DAYS, 0, -EVERY)):
        code = codes[n % len(codes)] if n % 3 else chance.choice(DOORS)
        unit = stage.units[code]
        deed, place = chance.choice(SETTING.get(Kind(unit.kind), AT_WORK))
        who = chance.choice(stage.workers(code, 12))
        yield Told(code, stage.ago(day), who, f"{who.honorific or 'Ông/bà'} {who.name} {deed}.", place, n)


def load_exemplars(stage: Stage) -> None:
    chance = Random(SEED)
    for code in DOORS:
        officer = stage.of_unit(code, Role.UNIT_OFFICER, stage.on)
        telling.open_door(organisation=stage.units[code], actor=officer, now=stage.at(stage.ago(DAYS)))
    for told in _year(stage, chance):
        tip = _tell(stage, told, chance)
        if told.on < stage.ago(12):
            _triage(stage, told, tip)


def _tell(stage: Stage, told: Told, chance: Random, *, again: bool = False) -> Tip:
    draft = TipDraft(
        deed=told.deed,
        place=told.place,
        deed_on=told.on - timedelta(days=chance.randint(0, 9)),
        who="" if again else told.who.name,
        witnesses="bà con xung quanh",
    )
    door = TipDoor.objects.filter(organisation=stage.units[told.code]).first()
    now = stage.at(told.on, 20)
    if door and told.n % 2:
        return telling.tell_publicly(door=door, draft=draft, actor=None, now=now)
    officer = stage.of_unit(told.code, Role.UNIT_OFFICER, told.on)
    return telling.tell(organisation=stage.units[told.code], draft=draft, actor=officer, now=now)


def _triage(stage: Stage, told: Told, tip: Tip) -> None:
    """Most become exemplars; some are told twice, some are none, one in the year was an accusation."""
    on = told.on + timedelta(days=1 + told.n % 3)
    officer = stage.of_unit(told.code, Role.UNIT_OFFICER, on)
    if told.n % 9 == 4:
        triage.decline(tip=tip, reason="Đã xác minh: việc không đúng như được kể.", actor=officer)
        return
    if told.n == 20:
        triage.refer(tip=tip, actor=officer)
        return
    row = triage.accept(tip=tip, name=told.who.name, kind="person", actor=officer, on=on, now=stage.at(on))
    if told.n % 7 == 2:
        second = _tell(stage, told, Random(told.n), again=True)
        triage.merge(tip=second, same_as=tip, actor=officer)
    _live(stage, told, row, on + timedelta(days=2))


def _live(stage: Stage, told: Told, row: Exemplar, on: date) -> None:
    """As far as its end says, a few days or weeks between the steps."""
    end = ENDS[told.n % len(ENDS)]
    head = stage.of_unit(told.code, Role.UNIT_HEAD, on)
    _know(stage, told, row, on)
    if end == "found":
        return
    exemplars.visit(
        exemplar=row,
        visited_on=on,
        by_whom="Công đoàn và đại diện đơn vị",
        note="Đã gặp người trong cuộc và hai người biết việc; nội dung đúng như được giới thiệu.",
        actor=head,
        on=on,
        now=stage.at(on),
    )
    for step, n_days, reason in _steps(end, told):
        on = min(on + timedelta(days=n_days), stage.on)
        head = stage.of_unit(told.code, Role.UNIT_HEAD, on)
        if step == "publicise":
            exemplars.answer_consent(
                exemplar=row, consent="given", consent_on=on, note="bằng văn bản", actor=head, on=on
            )
        exemplars.move(exemplar=row, step=step, actor=head, on=on, now=stage.at(on), reason=reason)


def _know(stage: Stage, told: Told, row: Exemplar, on: date) -> None:
    draft = ExemplarDraft(
        name=row.name,
        deed=row.deed,
        deed_on=row.deed_on,
        deed_place=row.deed_place,
        person_id=told.who.pk,
        status_group=told.who.status_group,
        natures=list(told.who.natures),
        confirmed_by=row.confirmed_by,
        mentor="Chi hội cơ sở",
        plan="Mỗi quý gặp một lần; hỗ trợ kinh phí và giới thiệu cách làm ở hội nghị của đơn vị.",
    )
    officer = stage.of_unit(told.code, Role.UNIT_OFFICER, on)
    exemplars.change(exemplar=row, draft=draft, version=0, actor=officer)


def _steps(end: str, told: Told) -> Iterator[tuple[str, int, str]]:
    yield "verify", 0, ""
    if end == "set_aside":
        yield "set_aside", 6, "Người được giới thiệu đề nghị không nêu tên."
        return
    if end == "nurtured" or (told.n % 2 and end in {"publicised", "replicated"}):
        yield "nurture", 3, ""
    if end in {"commended", "publicised", "replicated"}:
        yield "commend", 8, "Thư khen của thủ trưởng đơn vị, công bố tại cuộc họp tháng."
    if end in {"publicised", "replicated"}:
        yield "publicise", 9, "Bản tin truyền thanh của phường và bảng tin của đơn vị."
    if end == "replicated":
        yield "replicate", 25, "Ba tổ khác làm theo; mỗi tháng có thêm người tham gia."
