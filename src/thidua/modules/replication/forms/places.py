from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, RowField
from thidua.modules.organisations.models import Organisation
from thidua.modules.replication.drafts import MeasureDraft
from thidua.modules.replication.forms.effects import BeforeFields


class PilotForm(Form):
    organisation = RowField(Organisation.objects.none(), label=_("Pilot unit"))
    since = forms.DateField(label=_("Pilot since"))
    until = forms.DateField(label=_("Pilot until"))

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset = units


class AdoptForm(BeforeFields):
    """“Áp dụng mô hình này”: since when, learnt from whom, and how the unit stands before."""

    organisation = RowField(Organisation.objects.none(), label=_("Unit that applies it"))
    since = forms.DateField(label=_("Applied since"))
    learnt_from = RowField(
        Organisation.objects.none(),
        label=_("Learnt from"),
        required=False,
        help_text=_("Left empty: from the unit that began it."),
    )
    way = forms.CharField(
        label=_("How the unit does it"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is taken over, what is done differently here."),
    )

    def __init__(self, *args: Any, units: Any, sources: Any, own: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["organisation"]
        offered.queryset, offered.initial = units, own
        source: Any = self.fields["learnt_from"]
        source.queryset = sources

    def measure(self) -> MeasureDraft:
        return MeasureDraft(**self.before_values())


class WithdrawForm(Form):
    ended_on = forms.DateField(label=_("Applied until"))
    reason = forms.CharField(
        label=_("Why it is applied no more"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
