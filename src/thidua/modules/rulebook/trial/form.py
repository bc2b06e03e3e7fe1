"""The form: who is asked for, and a table with a row for each year."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import dress
from thidua.modules.rulebook.forms import PlacedForm, day_field, place_field
from thidua.modules.rulebook.trial import choices

YEARS, MORE, MOST = 6, 5, 21
OLDEST, NEWEST = 1990, 2100
Words = Any  # a string, or one that is translated when it is shown
Make = Callable[[], forms.Field]


@dataclass(frozen=True, slots=True)
class Cell:
    """What is asked of a year under one heading: fields one below the other."""

    heading: Words
    names: tuple[str, ...]
    is_ticked: bool = False


def choose(label: Words, options: choices.Choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=options, required=False)


def count(label: Words, most: int, least: int = 0) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"class": "count", "inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=False, widget=widget)


def tick(label: Words) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


class TrialForm(PlacedForm):
    """Facts without a name. The fields of a year end with it: `xl-2025`."""

    kind = ""
    cells: tuple[Cell, ...] = ()
    yearly: Mapping[str, Make] = {}
    top: tuple[str, ...] = ("ngay", "so-voi", "nam", "can_cu", "nhom", "noi")
    numbers: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    ngay = day_field(_("By the law of the day"))
    nam = forms.IntegerField(label=_("Year proposed"), min_value=OLDEST, max_value=NEWEST)
    can_cu = choose(_("Ground considered"), choices.BYS)
    nhom = choose(_("Group"), choices.GROUPS)
    noi = place_field()
    dang = choose(_("Under consideration"), choices.PENDING)

    def __init__(self, data: Mapping[str, Any] | None, *, today: date) -> None:
        super().__init__(data, initial={"ngay": today, "nam": today.year, "can_cu": "results"})
        self.years = self._years(today)
        late: dict[str, forms.Field] = {"so-voi": day_field(_("Beside the day"), required=False)}
        late |= {f"{name}-{year}": make() for year in self.years for name, make in self.yearly.items()}
        for field in late.values():
            dress(field)
        self.fields |= late

    @property
    def n_years(self) -> int:
        n = _whole(self.data.get("so-nam"), YEARS) + (MORE if "them" in self.data else 0)
        return min(max(n, YEARS), MOST)

    def _years(self, today: date) -> list[int]:
        """The years up to the proposal, and any other that something is said of."""
        last = min(max(_whole(self.data.get("nam"), today.year), OLDEST), NEWEST)
        wanted = set(range(last, max(last - self.n_years, OLDEST - 1), -1))
        return sorted(wanted | set(self._years_said()), reverse=True)

    def _years_said(self) -> Iterator[int]:
        for key in self.data:
            name, _dash, written = key.rpartition("-")
            year = _whole(written, 0)
            if name in self.yearly and OLDEST <= year <= NEWEST and self.data[key]:
                yield year

    def clean(self) -> dict[str, Any]:
        """The year proposed has begun on each of the two days."""
        given: dict[str, Any] = self.cleaned_data
        year = given.get("nam")
        for name in ("ngay", "so-voi"):
            day = given.get(name)
            if year and day and day.year < year:
                said = _(
                    "The year %(year)s has not begun on this day. Choose a later day or an earlier year."
                )
                self.add_error(name, said % {"year": year})
        return given

    def of_year(self, name: str, year: int) -> Any:
        return self.cleaned_data.get(f"{name}-{year}")

    def top_fields(self) -> Iterator[BoundField]:
        return (self[name] for name in self.top)

    def number_fields(self) -> Iterator[BoundField]:
        return (self[name] for name in self.numbers)

    @property
    def has_more(self) -> bool:
        """Something was said, or is wrong, among the facts that are folded away."""
        return any(self[name].errors or self._says(name) for name in self.more)

    def _says(self, name: str) -> bool:
        """Something else than the first of the choices."""
        first = next(iter(getattr(self.fields[name], "choices", ())), ("", ""))[0]
        return self.data.get(name, "") not in ("", first) or bool(name == "khong" and self.data.get(name))

    def more_fields(self) -> Iterator[BoundField]:
        return (self[name] for name in self.more)

    def rows(self) -> Iterator[tuple[int, list[tuple[Cell, list[BoundField]]]]]:
        """The table as it is drawn: each year with its cells."""
        for year in self.years:
            yield year, [(cell, [self[f"{name}-{year}"] for name in cell.names]) for cell in self.cells]


def _whole(written: object, otherwise: int) -> int:
    text = str(written or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
