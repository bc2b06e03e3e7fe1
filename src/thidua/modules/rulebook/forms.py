from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.foundation.forms import DayInput, FilterForm, Form
from thidua.modules.rulebook.words import KINDS, place_name, places

DAYS = ["%Y-%m-%d", "%d/%m/%Y"]


def day_field(label: Any, **more: Any) -> forms.DateField:
    wrong = {"invalid": _("Write a day as 22/11/2026.")}
    return forms.DateField(label=label, input_formats=DAYS, widget=DayInput(), error_messages=wrong, **more)


def place_field() -> forms.ChoiceField:
    """National rules alone, or with those of a place that ships with the program."""
    return forms.ChoiceField(label=_("Rules of"), choices=places, required=False)


class PlacedForm(Form):
    """What is asked by the law of a day (`ngay`) and of a place (`noi`)."""

    @property
    def book(self) -> law.Book:
        return law.national_book().at(self.cleaned_data.get("noi") or None)

    @property
    def place_name(self) -> str:
        return place_name(self.book.place)

    @property
    def standing(self) -> str:
        """The place's own instruments that stand on the day."""
        return "; ".join(rules.number for rules in self.book.standing(self.cleaned_data["ngay"]))


class CatalogueForm(FilterForm):
    q = forms.CharField(label=_("Name or short name"), max_length=100)
    doi_tuong = forms.ChoiceField(label=_("For whom"), choices=[("", _("all")), *KINDS.items()])
    ngay = day_field(_("By the law of the day"))


class DaysForm(Form):
    """The day looked at, and the one it is laid beside."""

    ngay = day_field(_("By the law of the day"), required=False)
    so_voi = day_field(_("Beside the day"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["so-voi"] = self.fields.pop("so_voi")
