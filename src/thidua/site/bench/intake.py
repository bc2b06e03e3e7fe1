"""A list of a hundred thousand people in Excel, timed: read, checked line by line, entered, taken back."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO

from django.utils import timezone

from thidua.documents.spreadsheet import SheetColumn, Value, write_xlsx
from thidua.kernel.days import civil_day
from thidua.modules.accounts.models import User
from thidua.modules.intake import actions
from thidua.modules.intake.kinds import Setting
from thidua.modules.intake.models import Intake
from thidua.modules.intake.offered import kind_called
from thidua.modules.organisations.api import actor_for
from thidua.site.bench.backend import Backend

TITLES = (
    "STT",
    "Họ và tên",
    "Xưng hô",
    "Ngày sinh",
    "Giới tính",
    "Số định danh",
    "Địa chỉ",
    "Chức vụ",
    "Đối tượng",
    "Vị trí",
    "Từ ngày",
    "Điện thoại",
    "Dân tộc",
    "Trình độ",
    "Ghi chú",
)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Vũ", "Bùi", "Đỗ", "Phan")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Quang", "Thu", "Hồng", "Thanh", "Xuân")
GIVEN = ("An", "Ánh", "Bình", "Cường", "Dũng", "Đức", "Hạnh", "Hương", "Khánh", "Lan", "Nga", "Phúc", "Yến")
POSTS = ("Giáo viên", "Nhân viên", "Công nhân", "Tổ trưởng tổ chuyên môn", "Kế toán")


def intake_of_people(n_rows: int) -> Iterator[str]:
    """Of one commune's officer; every line another person with a number of his own."""
    content = _excel(n_rows)
    user = User.objects.get(username="bench-commune")
    now = timezone.now()
    on = civil_day(now)
    actor = actor_for(user_id=user.pk, name="", on=on)
    unit = actor.organisation
    assert unit is not None  # the account was made with its commune
    began = _most()
    intake = actions.bring(
        kind=kind_called("ca-nhan"),
        organisation=unit,
        content=content,
        name="bench.xlsx",
        actor=actor,
        now=now,
    )
    setting = Setting(unit, actor, on, now)
    yield "| step | rows | seconds | rows a second | processor: Python s | PostgreSQL s | MB at most |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    yield _line("read and checked", n_rows, lambda: actions.carry_out(intake, setting))
    intake = Intake.objects.get(pk=intake.pk)
    actions.approve(intake=intake, actor=actor, now=now)
    yield _line("entered", n_rows, lambda: actions.carry_out(intake, setting))
    intake = Intake.objects.get(pk=intake.pk)
    yield _line(
        "taken back", n_rows, lambda: actions.undo(intake=intake, organisation=unit, actor=actor, now=now)
    )
    yield ""
    counted = ", ".join(f"{name} {n:,}" for name, n in intake.counts.items())
    yield f"{len(TITLES)} columns, {len(content) // 1024:,} kB; {began:,} MB before the first step; {counted}"


def _line(step: str, n_rows: int, act: Callable[[], object]) -> str:
    backend = Backend()
    began, worked = time.perf_counter(), time.process_time()
    act()
    seconds, own = time.perf_counter() - began, time.process_time() - worked
    speed = f"{seconds:.1f} | {n_rows / seconds:,.0f} | {own:.1f} | {backend.seconds():.1f}"
    return f"| {step} | {n_rows:,} | {speed} | {_most():,} |"


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _excel(n_rows: int) -> bytes:
    target = BytesIO()
    chance = random.Random(163)  # noqa: S311 -- the same list every time
    rows = (_row(n, chance) for n in range(n_rows))
    write_xlsx([SheetColumn(title) for title in TITLES], rows, target, name="Danh sách")
    return target.getvalue()


def _row(n: int, chance: random.Random) -> Sequence[Value]:
    pick = chance.choice
    day = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(1960, 2003)}"
    return (
        n + 1,
        f"{pick(FAMILY)} {pick(MIDDLE)} {pick(MIDDLE)} {pick(GIVEN)}",
        "",
        day,
        pick(("Nam", "Nữ")),
        f"001{n:09}",
        f"Số {chance.randint(1, 400)} phố Bạch Mai",
        pick(POSTS),
        pick(("Viên chức", "Người lao động")),
        pick(("Trực tiếp", "Quản lý")),
        "01/09/2020",
        f"09{chance.randint(0, 99_999_999):08}",
        "Kinh",
        pick(("Đại học", "Cao đẳng", "Trung cấp")),
        "",
    )
