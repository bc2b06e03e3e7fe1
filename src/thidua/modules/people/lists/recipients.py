"""Whom a line names: the columns for it, and the record that is meant."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from django.utils.translation import gettext as _

from thidua.modules.intake.api import Column, Line, Match, Named, day, year
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import personal_numbers
from thidua.modules.people.lists.finding import Finder
from thidua.modules.people.lists.likeness import YEAR, Asked
from thidua.modules.people.lists.reading import Reader
from thidua.modules.people.lists.units import Units
from thidua.modules.people.models import Collective, Household, Person

KINDS = Named(
    "Cá nhân hay tập thể",
    {
        "Cá nhân": "person",
        "Tập thể": "collective",
        "Hộ gia đình": "household",
        "Hộ": "household",
        "Gia đình": "household",
    },
)
NAME = Column(
    "name",
    (
        "Họ và tên, tên tập thể",
        "họ và tên",
        "họ tên",
        "họ, tên",
        "họ và tên cán bộ",
        "họ và tên, chủ hộ",
        "tên tập thể",
        "tên cá nhân, tập thể",
        "cá nhân, tập thể",
        "tên cá nhân, tập thể, hộ gia đình",
        "chủ hộ",
        "tên",
    ),
    "Nguyễn Thị Mẫu",
    is_required=True,
)
KIND = Column("kind", ("Cá nhân hay tập thể", "loại đối tượng", "cá nhân, tập thể hay hộ"), "Cá nhân")
BORN = Column(
    "born",
    ("Ngày sinh", "ngày tháng năm sinh", "năm sinh", "ngày, tháng, năm sinh", "sinh ngày"),
    "22/11/1980",
)
NUMBER = Column(
    "number",
    (
        "Số định danh",
        "số định danh cá nhân",
        "cccd",
        "số cccd",
        "căn cước",
        "số căn cước",
        "cmnd/cccd",
    ),
)
Row: TypeAlias = Person | Collective | Household


class Meant(NamedTuple):
    """The record that a line means; `doubt` where its name only reads nearly the same."""

    kind: str
    row: Row
    doubt: Match | None = None


class Addressed(NamedTuple):
    """A line with the unit and the words by which its recipient is looked for; None where a cell is wrong."""

    line: Line
    reader: Reader
    home: Organisation | None
    asked: Asked | None


def addressed(lines: Sequence[Line], units: Units, finder: Finder, on: date) -> list[Addressed]:
    """Each line read so far; what the finder needs for all of them is read at once."""
    read = [_addressed(line, Reader(), units, on) for line in lines]
    finder.prepare([one.asked for one in read if one.asked])
    return read


def _addressed(line: Line, reader: Reader, units: Units, on: date) -> Addressed:
    home = reader.read(units.called, line.text("unit"))
    born_on, born_in = reader.read(birth, line.text("born"), on) or (None, None)
    number = reader.read(personal_numbers.normal, line.text("number")) if line.text("number") else ""
    name = line.text("name")
    reader.require(name, _("Enter the name of the person, collective or head of the household."))
    if home is None or reader.errors:
        return Addressed(line, reader, home, None)
    born = f"{born_on:%d/%m/%Y}" if born_on else str(born_in or "")
    return Addressed(line, reader, home, Asked(name, home.pk, born, number or "", line.text("address")))


def birth(text: str, on: date) -> tuple[date | None, int | None]:
    """A day as 22/11/1980, or the year alone; what is neither is not guessed at."""
    if len(text) == YEAR:
        return None, year(text, last=on.year)
    born = day(text, last=on)
    return born, born.year if born else None


def meant(asked: Asked, finder: Finder, kind: str = "") -> Meant:
    """Where no kind is said, a collective of this name before a person. Raises CannotRead."""
    if kind == "household":
        return Meant(kind, finder.household(asked))
    if kind == "collective" or (not kind and finder.has_collective(asked)):
        return Meant("collective", finder.collective(asked))
    found = finder.person_or_alike(asked)
    return Meant("person", found.person, found.doubt)
