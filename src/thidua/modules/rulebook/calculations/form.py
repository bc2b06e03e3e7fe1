"""What the three forms have in common: the day, the place, and a list of honours."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.modules.rulebook.forms import PlacedForm, day_field, place_field
from thidua.modules.rulebook.words import NATURES, day_label, name_of

MOST_MEMBERS = 1000


def honours() -> list[tuple[Any, Any]]:
    """Named in the language of the reader, hence a callable."""
    known = law.catalogue().values()
    groups = [
        (label, [(each.code, name_of(each)) for each in known if each.nature == nature])
        for nature, label in NATURES.items()
    ]
    return [("", _("choose")), *groups]


def honour_field(*, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Honour"), choices=honours, required=required)


def not_given(code: str, on: date) -> str:
    """Why an honour cannot be given on the day, "" where it can."""
    if law.honour(code).exists_on(on):
        return ""
    return _("This honour is not given on %(day)s.") % {"day": day_label(on)}


class CalculationForm(PlacedForm):
    ngay = day_field(_("By the law of the day"))
    noi = place_field()

    def __init__(self, data: Mapping[str, Any] | None, *, today: date) -> None:
        super().__init__(data, initial={"ngay": today})

    def top_fields(self) -> Iterator[BoundField]:
        return iter(self.visible_fields())


class HonourForm(CalculationForm):
    """One honour on one day."""

    hinh_thuc = honour_field()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        code, on = given.get("hinh_thuc"), given.get("ngay")
        if code and on and (why := not_given(code, on)):
            self.add_error("hinh_thuc", why)
        return given
