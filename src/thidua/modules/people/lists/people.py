"""Lists of people: who they are, and the post they hold."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.utils.translation import gettext_lazy

from thidua.modules.intake.api import (
    Column,
    Judge,
    Kind,
    Line,
    Named,
    Setting,
    Verdict,
    day,
    take_back,
    words,
)
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import personal_numbers, policy
from thidua.modules.people.actions.newcomers import (
    NO_POST,
    ListedPost,
    Newcomer,
    add_newcomers,
    require_untouched,
)
from thidua.modules.people.drafts import Identity
from thidua.modules.people.kinds import Position, Sex, StatusGroup
from thidua.modules.people.lists.known import KnownPeople
from thidua.modules.people.lists.reading import Reader
from thidua.modules.people.lists.recipients import BORN, NUMBER, birth
from thidua.modules.people.lists.twice import Twice
from thidua.modules.people.lists.units import UNIT, Units
from thidua.modules.people.models import Person, Post

LONGEST_NAME, LONGEST_ADDRESS, LONGEST_POST, LONGEST_HONORIFIC = 120, 200, 120, 20
# Translated where they are needed only: nearly every line is right.
NO_NAME = gettext_lazy("Enter the full name as on the identity card.")
NO_POST_TITLE = gettext_lazy("A day without a post: fill in “Chức vụ”, or empty the day.")
SEXES = Named("Giới tính", {"Nam": Sex.MALE, "Nữ": Sex.FEMALE})
GROUPS = Named(
    "Đối tượng",
    {
        "Cán bộ, công chức": StatusGroup.OFFICIAL,
        "Cán bộ": StatusGroup.OFFICIAL,
        "Công chức": StatusGroup.OFFICIAL,
        "Viên chức": StatusGroup.PUBLIC_EMPLOYEE,
        "Công nhân": StatusGroup.WORKER,
        "Người lao động": StatusGroup.WORKER,
        "Nông dân": StatusGroup.FARMER,
        "Lực lượng vũ trang": StatusGroup.ARMED_FORCES,
        "Doanh nhân": StatusGroup.ENTREPRENEUR,
        "Công dân": StatusGroup.CITIZEN,
    },
)
POSITIONS = Named(
    "Vị trí",
    {
        "Người trực tiếp lao động": Position.DIRECT_WORKER,
        "Trực tiếp": Position.DIRECT_WORKER,
        "Quản lý": Position.MANAGER,
        "Lãnh đạo": Position.LEADER,
    },
)
COLUMNS = (
    Column(
        "name",
        ("Họ và tên", "họ tên", "họ và tên khai sinh", "tên", "họ, tên", "họ và tên cán bộ"),
        "Nguyễn Thị Mẫu",
        is_required=True,
    ),
    Column("honorific", ("Xưng hô", "ông/bà", "danh xưng"), "bà"),
    BORN,
    Column("sex", ("Giới tính", "nam/nữ", "phái"), "Nữ"),
    NUMBER,
    Column("address", ("Địa chỉ", "nơi ở", "chỗ ở", "nơi thường trú", "thường trú"), "Số 1 phố Hoa Sữa"),
    UNIT,
    Column("post", ("Chức vụ", "chức danh", "nghề nghiệp", "chức vụ, chức danh", "công việc"), "Giáo viên"),
    Column("group", ("Đối tượng", "nhóm đối tượng"), "Viên chức"),
    Column("position", ("Vị trí", "vị trí việc làm", "tính chất công việc"), "Trực tiếp"),
    Column("since", ("Giữ chức vụ từ ngày", "từ ngày", "ngày vào cơ quan"), "01/09/2020"),
)


def judge(setting: Setting) -> Judge:
    units, twice, known = Units(setting), Twice(), KnownPeople(setting.actor)

    def look(lines: Sequence[Line]) -> list[Verdict]:
        verdicts = [_verdict(line, units, setting.on) for line in lines]
        for line, verdict in zip(lines, verdicts, strict=True):
            if verdict.value:
                twice.mark(line, verdict, _keys(verdict.value))
        known.match([verdict for verdict in verdicts if not verdict.errors])
        return verdicts

    return look


def _keys(newcomer: Newcomer) -> list[tuple[object, ...]]:
    who = newcomer.identity
    keys: list[tuple[object, ...]] = [("number", who.number)] if who.number else []
    if who.birth_year:
        keys.append((newcomer.organisation.pk, newcomer.folded, who.born_on or who.birth_year))
    return keys


def _verdict(line: Line, units: Units, on: date) -> Verdict:
    reader = Reader()
    identity = _identity(line, reader, on)
    unit = reader.read(units.called, line.text("unit"))
    post = _post(line, reader, on)
    return reader.verdict(lambda: Newcomer(identity, _there(unit), post))


def _there(unit: Organisation | None) -> Organisation:
    assert unit is not None  # else there is an error
    return unit


def _identity(line: Line, reader: Reader, on: date) -> Identity:
    name = reader.read(words, line.text("name"), LONGEST_NAME, "Họ và tên") or ""
    reader.require(name, NO_NAME)
    born_on, birth_year = reader.read(birth, line.text("born"), on) or (None, None)
    return Identity(
        name=name,
        honorific=reader.read(words, line.text("honorific"), LONGEST_HONORIFIC, "Xưng hô") or "",
        sex=reader.read(SEXES.value, line.text("sex")) or "",
        born_on=born_on,
        birth_year=birth_year,
        address=reader.read(words, line.text("address"), LONGEST_ADDRESS, "Địa chỉ") or "",
        number=_number(line.text("number"), reader),
    )


def _number(text: str, reader: Reader) -> str | None:
    """Excel drops the zero at the beginning of a number that was typed as one: nothing is put before it here."""
    return reader.read(personal_numbers.normal, text) if text else None


def _post(line: Line, reader: Reader, on: date) -> ListedPost:
    title = reader.read(words, line.text("post"), LONGEST_POST, "Chức vụ") or ""
    group = reader.read(GROUPS.value, line.text("group")) or ""
    position = reader.read(POSITIONS.value, line.text("position")) or ""
    since = reader.read(partial(day, last=on), line.text("since"))
    if since and not title:
        reader.require(title, NO_POST_TITLE)
    return ListedPost(title, position, group, since) if title or group or position else NO_POST


def enter(setting: Setting, values: Sequence[Newcomer]) -> list[int]:
    return add_newcomers(newcomers=values, actor=setting.actor)


def undo(setting: Setting, ids: Sequence[int]) -> None:
    del setting
    require_untouched(ids)
    take_back(Person, ids, made_with=(Post,))


PEOPLE = Kind(
    code="ca-nhan",
    label=gettext_lazy("Persons"),
    note=gettext_lazy("Full name; year of birth or personal number, so that namesakes are told apart."),
    columns=COLUMNS,
    may=policy.may_edit,
    judge=judge,
    enter=enter,
    undo=undo,
    after="people_list",
)
