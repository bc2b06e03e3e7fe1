"""Lists of collectives: tổ, phòng, khoa, lớp of the units."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.kernel.text import fold
from thidua.modules.intake.api import (
    Column,
    Judge,
    Kind,
    Line,
    Match,
    Setting,
    Verdict,
    day,
    take_back,
    words,
)
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import policy
from thidua.modules.people.actions.recipients import add_collective
from thidua.modules.people.lists.people import GROUPS
from thidua.modules.people.lists.reading import Reader
from thidua.modules.people.lists.twice import Twice
from thidua.modules.people.lists.units import UNIT, Units
from thidua.modules.people.models import Collective

LONGEST = 200
COLUMNS = (
    Column(
        "name",
        ("Tên tập thể", "tập thể", "tên phòng, ban, tổ", "tên tổ, khoa, phòng", "tên"),
        "Tổ chuyên môn khối 4",
        is_required=True,
    ),
    UNIT,
    Column("group", ("Đối tượng", "nhóm đối tượng"), "Viên chức"),
    Column("founded", ("Ngày thành lập", "thành lập ngày"), "01/09/2010"),
)


class Listed(NamedTuple):
    name: str
    organisation: Organisation
    group: str
    founded_on: date | None

    @property
    def key(self) -> tuple[int, str]:
        return (self.organisation.pk, fold(self.name))


def judge(setting: Setting) -> Judge:
    units, twice = Units(setting), Twice()

    def look(lines: Sequence[Line]) -> list[Verdict]:
        verdicts = [_verdict(line, units, setting.on) for line in lines]
        good = [(line, one) for line, one in zip(lines, verdicts, strict=True) if not one.errors]
        for line, verdict in good:
            twice.mark(line, verdict, [verdict.value.key])
        _match([verdict for _line, verdict in good if not verdict.errors])
        return verdicts

    return look


def _verdict(line: Line, units: Units, on: date) -> Verdict:
    reader = Reader()
    name = reader.read(words, line.text("name"), LONGEST, "Tên tập thể") or ""
    reader.require(name, _("Enter the name of the collective."))
    group = reader.read(GROUPS.value, line.text("group")) or ""
    founded_on = reader.read(day, line.text("founded"), last=on)
    unit = reader.read(units.called, line.text("unit"))
    if unit is None or reader.errors:
        return Verdict(errors=reader.errors)
    return Verdict(Listed(name, unit, group, founded_on))


def _match(verdicts: Sequence[Verdict]) -> None:
    rows = Collective.objects.filter(organisation__in={verdict.value.organisation.pk for verdict in verdicts})
    there = {(row.organisation_id, fold(row.name)): row for row in rows}
    for verdict in verdicts:
        if row := there.get(verdict.value.key):
            verdict.match = Match(row.pk, row.name)


def enter(setting: Setting, values: Sequence[Listed]) -> list[int]:
    return [
        add_collective(
            organisation=one.organisation,
            name=one.name,
            status_group=one.group,
            founded_on=one.founded_on,
            actor=setting.actor,
        ).pk
        for one in values
    ]


def undo(setting: Setting, ids: Sequence[int]) -> None:
    del setting
    take_back(Collective, ids)


COLLECTIVES = Kind(
    code="tap-the",
    label=gettext_lazy("Collectives"),
    note=gettext_lazy("Name of the tổ, phòng, khoa; the unit that it belongs to."),
    columns=COLUMNS,
    may=policy.may_edit,
    judge=judge,
    enter=enter,
    undo=undo,
    after="collectives_list",
)
