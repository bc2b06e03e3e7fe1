from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import DayInput, FilterForm
from thidua.modules.rulebook.catalogue import KINDS

DAYS = ["%d/%m/%Y", "%Y-%m-%d"]


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, input_formats=DAYS, widget=DayInput(), **more)


class CatalogueForm(FilterForm):
    q = forms.CharField(label=_("Name or short name"), max_length=100)
    doi_tuong = forms.ChoiceField(label=_("For whom"), choices=[("", _("all")), *KINDS.items()])
    ngay = day_field(_("By the law of the day"))
