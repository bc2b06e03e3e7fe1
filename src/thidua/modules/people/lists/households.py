"""Lists of households, under the name of their head."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.kernel.text import fold
from thidua.modules.intake.api import Column, Judge, Kind, Line, Match, Setting, Verdict, take_back, words
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import policy
from thidua.modules.people.actions.recipients import add_households
from thidua.modules.people.lists.reading import Reader
from thidua.modules.people.lists.twice import Twice
from thidua.modules.people.lists.units import UNIT, Units
from thidua.modules.people.models import Household

LONGEST_NAME, LONGEST_ADDRESS = 120, 200
COLUMNS = (
    Column(
        "head",
        ("Chủ hộ", "họ và tên chủ hộ", "tên chủ hộ", "hộ gia đình", "họ và tên"),
        "Nguyễn Văn Mẫu",
        is_required=True,
    ),
    Column("address", ("Địa chỉ", "nơi ở", "số nhà"), "Số 3 ngõ 12"),
    UNIT,
)


class Listed(NamedTuple):
    head: str
    address: str
    organisation: Organisation

    @property
    def key(self) -> tuple[int, str, str]:
        return (self.organisation.pk, fold(self.head), fold(self.address))


def judge(setting: Setting) -> Judge:
    units, twice = Units(setting), Twice()

    def look(lines: Sequence[Line]) -> list[Verdict]:
        verdicts = [_verdict(line, units) for line in lines]
        good = [(line, one) for line, one in zip(lines, verdicts, strict=True) if not one.errors]
        for line, verdict in good:
            twice.mark(line, verdict, [verdict.value.key])
        _match([verdict for _line, verdict in good if not verdict.errors])
        return verdicts

    return look


def _verdict(line: Line, units: Units) -> Verdict:
    reader = Reader()
    head = reader.read(words, line.text("head"), LONGEST_NAME, "Chủ hộ") or ""
    reader.require(head, _("Enter the name of the head of the household."))
    address = reader.read(words, line.text("address"), LONGEST_ADDRESS, "Địa chỉ") or ""
    unit = reader.read(units.called, line.text("unit"))
    return (
        Verdict(Listed(head, address, unit)) if unit and not reader.errors else Verdict(errors=reader.errors)
    )


def _match(verdicts: Sequence[Verdict]) -> None:
    """The same head at the same address of the same group."""
    heads = {verdict.value.head for verdict in verdicts}
    units = {verdict.value.organisation.pk for verdict in verdicts}
    rows = Household.objects.filter(head_name__in=heads, organisation__in=units)
    there = {(row.organisation_id, fold(row.head_name), fold(row.address)): row for row in rows}
    for verdict in verdicts:
        if row := there.get(verdict.value.key):
            verdict.match = Match(row.pk, f"{row.head_name}, {row.address}")


def enter(setting: Setting, values: Sequence[Listed]) -> list[int]:
    ids: dict[int, int] = {}
    for unit in {one.organisation for one in values}:
        places = [place for place, one in enumerate(values) if one.organisation == unit]
        heads = [(values[place].head, values[place].address) for place in places]
        rows = add_households(organisation=unit, heads=heads, actor=setting.actor)
        ids |= {place: row.pk for place, row in zip(places, rows, strict=True)}
    return [ids[place] for place in range(len(values))]


def undo(setting: Setting, ids: Sequence[int]) -> None:
    del setting
    take_back(Household, ids)


HOUSEHOLDS = Kind(
    code="ho-gia-dinh",
    label=gettext_lazy("Households"),
    note=gettext_lazy(
        "Head of the household and address; a residential group in each line, or one for the list."
    ),
    columns=COLUMNS,
    may=policy.may_edit,
    judge=judge,
    enter=enter,
    undo=undo,
    after="households_list",
)
