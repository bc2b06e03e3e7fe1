from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import DayInput, FilterForm, Form
from thidua.modules.rulebook.words import KINDS

DAYS = ["%Y-%m-%d", "%d/%m/%Y"]


def day_field(label: Any, **more: Any) -> forms.DateField:
    wrong = {"invalid": _("Write a day as 22/11/2026.")}
    return forms.DateField(label=label, input_formats=DAYS, widget=DayInput(), error_messages=wrong, **more)


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
