"""Each line read into an identity, or into sentences on what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.documents.spreadsheet import Value
from thidua.documents.tables import Line, Sheet
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean, fold
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import personal_numbers
from thidua.modules.people.drafts import Identity
from thidua.modules.people.importing.columns import places
from thidua.modules.people.kinds import Sex
from thidua.modules.people.models import Person

MOST = 500
FIRST_YEAR = 1900
LONGEST_NAME, LONGEST_ADDRESS = 120, 200
SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE, "": ""}
DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


class CannotImport(Cannot):
    """The table has no column of names, or nobody in it."""


@dataclass(slots=True)
class Checked:
    """One line: `there` is the person of the records who seems to be the same."""

    n: int
    cells: dict[str, str]
    identity: Identity
    errors: list[str] = field(default_factory=list)
    there: Person | None = None

    @property
    def is_new(self) -> bool:
        return not self.errors and self.there is None


def check(sheet: Sheet, organisation: Organisation, on: date) -> list[Checked]:
    found = places(sheet.header)
    if "name" not in found:
        raise CannotImport(_("No column is called “Họ và tên”. Write the titles as in the template."))
    rows = [_checked(line, found, on) for line in sheet.lines]
    if not rows:
        raise CannotImport(_("Nobody stands below the titles. Fill in the list and upload it again."))
    _mark_twice(rows)
    _mark_there(rows, organisation)
    return rows


def _checked(line: Line, found: dict[str, int], on: date) -> Checked:
    raw = {name: line.cells[place] if place < len(line.cells) else None for name, place in found.items()}
    cells = {name: _shown(value) for name, value in raw.items()}
    row = Checked(line.n, cells, Identity(name=cells["name"], address=cells.get("address", "")))
    if not cells["name"]:
        row.errors.append(_("Enter the full name as on the identity card."))
    if len(cells["name"]) > LONGEST_NAME or len(cells.get("address", "")) > LONGEST_ADDRESS:
        row.errors.append(_("The name or the address is too long."))
    _read_birth(row, cells.get("born", ""), on)
    _read_sex(row, cells.get("sex", ""))
    _read_number(row, cells.get("number", ""))
    return row


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return "" if value is None else clean(str(value))


def _read_birth(row: Checked, text: str, on: date) -> None:
    """A day as 22/11/1980, or the year alone; what is neither is not guessed at."""
    if not text:
        return
    if re.fullmatch(r"\d{4}", text) and FIRST_YEAR <= int(text) <= on.year:
        row.identity = replace(row.identity, birth_year=int(text))
        return
    day = _day(text)
    if day is None or day.year < FIRST_YEAR or day > on:
        row.errors.append(
            _("“%(text)s” is no day of birth: write it as 22/11/1980, or the year.") % {"text": text[:20]}
        )
    else:
        row.identity = replace(row.identity, born_on=day, birth_year=day.year)


def _day(text: str) -> date | None:
    found = DAY.fullmatch(text)
    try:
        return datetime(int(found[3]), int(found[2]), int(found[1])).date() if found else None  # noqa: DTZ001
    except ValueError:
        return None


def _read_sex(row: Checked, text: str) -> None:
    sex = SEXES.get(fold(text))
    if sex is None:
        row.errors.append(_("“%(text)s” is neither Nam nor Nữ.") % {"text": text[:20]})
    else:
        row.identity = replace(row.identity, sex=sex)


def _read_number(row: Checked, text: str) -> None:
    """Excel drops the zero at the beginning of a number that was typed as one: nothing is put before it here."""
    if not text:
        return
    try:
        row.identity = replace(row.identity, number=personal_numbers.normal(text))
    except personal_numbers.CannotKeepNumber as refusal:
        row.errors.append(str(refusal))


def _keys(row: Checked) -> Iterator[tuple[object, ...]]:
    who = row.identity
    if who.number:
        yield ("number", who.number)
    if who.name and who.birth_year:
        yield ("name", fold(who.name), who.born_on or who.birth_year)


def _mark_twice(rows: list[Checked]) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for row in rows:
        for key in _keys(row):
            first = seen.setdefault(key, row.n)
            if first != row.n:
                row.errors.append(_("The same person stands in row %(n)s.") % {"n": first})
                break


def _mark_there(rows: list[Checked], organisation: Organisation) -> None:
    """The same number anywhere; or, in the unit, the same name and birth. Two queries, however many lines."""
    keys = {row.n: personal_numbers.keys_of(row.identity.number) for row in rows if row.identity.number}
    people = Person.objects.filter(merged_into__isnull=True)
    every_key = [key for several in keys.values() for key in several]
    by_number = {one.number_key: one for one in people.filter(number_key__in=every_key)}
    names = {row.identity.name for row in rows if row.identity.birth_year}
    by_name = {
        (one.name, one.birth_year): one for one in people.filter(organisation=organisation, name__in=names)
    }
    for row in rows:
        known = [by_number[key] for key in keys.get(row.n, []) if key in by_number]
        row.there = known[0] if known else by_name.get((row.identity.name, row.identity.birth_year))
