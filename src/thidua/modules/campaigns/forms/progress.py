from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.foundation.sheets import SheetForm
from thidua.modules.campaigns.drafts import ReportDraft
from thidua.modules.campaigns.forms.campaign import add_field
from thidua.modules.campaigns.forms.indicator import FigureField
from thidua.modules.campaigns.models import Indicator

MOST_PASTED = 100_000


class ReportForm(Form):
    """One month or quarter: a figure for each indicator, what was done, what shows it."""

    note = forms.CharField(
        label=_("What the unit did"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    link = forms.URLField(
        label=_("Link to the evidence"), max_length=500, required=False, assume_scheme="https"
    )
    file = forms.FileField(
        label=_("Evidence as a file"),
        required=False,
        help_text=_("PDF, Word, Excel or a picture, at most 20 MB."),
    )

    def __init__(
        self, *args: Any, indicators: Sequence[Indicator], known: Mapping[int, Decimal], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = indicators
        for one in indicators:
            figure = FigureField(label=f"{one.name} ({one.unit})", required=False, initial=known.get(one.pk))
            add_field(self, f"figure_{one.pk}", figure)

    def figures(self) -> list[tuple[Indicator, forms.BoundField]]:
        return [(one, self[f"figure_{one.pk}"]) for one in self.indicators]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self._values():
            self.add_error(None, _("Enter at least one figure."))
        return said

    def _values(self) -> dict[int, Decimal]:
        said = {one.pk: self.cleaned_data.get(f"figure_{one.pk}") for one in self.indicators}
        return {pk: value for pk, value in said.items() if value is not None}

    def draft(self, period: date) -> ReportDraft:
        return ReportDraft(
            period=period,
            values=self._values(),
            note=self.cleaned_data["note"],
            link=self.cleaned_data["link"],
        )


class PasteForm(Form):
    text = forms.CharField(
        label=_("Figures from Excel"),
        max_length=MOST_PASTED,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_(
            "Indicators down and months across or the other way round, as in the sheet; or on each line month,"
            " indicator, figure."
        ),
    )


class EnterForm(SheetForm):
    """One sheet for many units, of one month or quarter."""

    period = forms.ChoiceField(label=_("Month or quarter"))

    field_order = ("period", "text", "file")

    def __init__(self, *args: Any, periods: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["period"]
        assert isinstance(offered, forms.ChoiceField)
        offered.choices = list(periods)
        self.fields["text"].help_text = _(
            "Units down and indicators across, as they stand in the sheet; or on each line unit, indicator, figure."
        )

    def day(self) -> date:
        year, month = self.cleaned_data["period"].split("-")
        return date(int(year), int(month), 1)
