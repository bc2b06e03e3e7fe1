"""Forms of the stock of blanks."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.law import catalogue
from thidua.modules.certificates.actions.stock import StockDraft
from thidua.modules.certificates.models import BlankFate, BlankStock
from thidua.modules.decisions.api import has_certificate


def _honours() -> list[tuple[str, Any]]:
    found = [(code, one.name_vi) for code, one in catalogue().items() if has_certificate(code)]
    known = sorted(found, key=lambda one: (one[0] != "GK", one[1]))
    return [("", _("several awards")), *known]


class StockForm(Form):
    name = forms.CharField(label=_("Kind of blank"), max_length=120)
    honour = forms.ChoiceField(label=_("For which award"), choices=_honours, required=False)
    letters = forms.CharField(label=_("Letters before the number"), max_length=20, required=False)
    first = forms.IntegerField(label=_("First number"), min_value=0)
    last = forms.IntegerField(label=_("Last number"), min_value=0)
    received_on = forms.DateField(label=_("Blanks received on"))
    source = forms.CharField(label=_("From whom, by which paper"), max_length=200)

    def draft(self) -> StockDraft:
        said = dict(self.cleaned_data)
        return StockDraft(prefix=said.pop("letters"), **said)


class NumberForm(Form):
    stock = forms.ModelChoiceField(BlankStock.objects.none(), label=_("Stock of blanks"), empty_label=None)
    first = forms.IntegerField(
        label=_("First number"),
        min_value=0,
        required=False,
        help_text=_("Left empty: the first that is free."),
    )

    def __init__(self, *args: Any, stocks: QuerySet[BlankStock], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["stock"]
        field.queryset = stocks


class FateForm(Form):
    number = forms.IntegerField(label=_("Number of the blank"), min_value=0)
    fate = forms.ChoiceField(
        label=_("What became of it"),
        choices=[(one.value, one.label) for one in (BlankFate.SPOILT, BlankFate.MISSING)],
    )
    note = forms.CharField(label=_("What happened to it"), max_length=200)


class SpoilForm(Form):
    note = forms.CharField(label=_("What happened to it"), max_length=200)
