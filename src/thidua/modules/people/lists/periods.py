"""Evaluation periods as lists name them: by their name, by a year, by the two years of a school year."""

import re
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from thidua.kernel.text import fold
from thidua.modules.intake.api import CannotRead, Column
from thidua.modules.organisations.models import Organisation, Period, YearKind

PERIOD = Column(
    "period",
    ("Năm, năm học", "năm", "năm học", "kỳ", "kỳ đánh giá", "năm đánh giá", "năm xếp loại", "năm đề nghị"),
    "2025",
    is_required=True,
)
SHOWN = 60
DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212/]\s*")
ONE_YEAR = re.compile(r"(?:nam )?(\d{4})")
TWO_YEARS = re.compile(r"(?:nam hoc |nh )?(\d{4})-(\d{4})")


class Periods:
    """Those begun by the day. `beside`: kinds that are open to units whatever they are evaluated by."""

    def __init__(self, on: date, *, beside: Collection[str] = ()) -> None:
        self._beside = frozenset(beside)
        self._rows = list(Period.objects.filter(since__lte=on).order_by("id"))
        self._by_name = {(row.kind, _bare(row.label)): row for row in self._rows}

    def called(self, text: str, unit: Organisation) -> Period:
        """Raises CannotRead for a period that is not kept here, or by which this unit is not evaluated."""
        if not text:
            raise CannotRead(_("Enter the year or the school year."))
        word = _bare(text)
        found = [
            row for kind in (unit.year_kind, *self._beside) if (row := self._by_name.get((kind, word)))
        ] or self._of_years(word, unit)
        if len(found) == 1:
            return found[0]
        raise CannotRead(self._refusal(unit) % {"text": text[:SHOWN], "kind": unit.get_year_kind_display()})

    def _of_years(self, word: str, unit: Organisation) -> list[Period]:
        one, two = ONE_YEAR.fullmatch(word), TWO_YEARS.fullmatch(word)
        if one and unit.year_kind == YearKind.CALENDAR:
            return self._dated(YearKind.CALENDAR, int(one[1]))
        if two and unit.year_kind == YearKind.SCHOOL and int(two[2]) == int(two[1]) + 1:
            return self._dated(YearKind.SCHOOL, int(two[2]))
        return []

    def _dated(self, kind: str, year: int) -> list[Period]:
        return [row for row in self._rows if row.kind == kind and row.year == year]

    def _refusal(self, unit: Organisation) -> str:
        if unit.year_kind == YearKind.SCHOOL:
            return _(
                "“%(text)s” is no period of this unit, which is evaluated by %(kind)s: write it as 2024-2025, or by its name."
            )
        return _(
            "“%(text)s” is no period of this unit, which is evaluated by %(kind)s: write it as 2025, or by its name."
        )


def _bare(text: str) -> str:
    return DASHES.sub("-", fold(text))
