from dataclasses import fields
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.campaigns.drafts import IndicatorDraft
from thidua.modules.campaigns.figures import read_figure, written
from thidua.modules.campaigns.models import Adding, Direction, Indicator

NAMES = [one.name for one in fields(IndicatorDraft)]


class FigureField(forms.Field):
    """A number as it is written here, with at most two decimals."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "maxlength": 30})

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        if not (text := str(value or "").strip()):
            return None
        if (found := read_figure(text)) is None:
            raise forms.ValidationError(_("Write a number, for example 1.250 or 12,5."))
        return found


class IndicatorForm(Form):
    name = forms.CharField(label=_("Indicator"), max_length=200)
    unit = forms.CharField(
        label=_("Unit of measure"), max_length=40, help_text=_("%, case, household, day …")
    )
    baseline = FigureField(label=_("Baseline"), required=False, help_text=_("Where it stands before."))
    target = FigureField(label=_("Target"), required=False)
    direction = forms.ChoiceField(label=_("Direction"), choices=Direction)
    adding = forms.ChoiceField(label=_("Figures of units are"), choices=Adding)
    source = forms.CharField(label=_("Where the figures come from"), max_length=200, required=False)

    def __init__(self, *args: Any, indicator: Indicator | None = None, **kwargs: Any) -> None:
        if indicator is not None:
            kwargs.setdefault("initial", {name: getattr(indicator, name) for name in NAMES})
        super().__init__(*args, **kwargs)

    def draft(self) -> IndicatorDraft:
        return IndicatorDraft(**{name: self.cleaned_data[name] for name in NAMES})
