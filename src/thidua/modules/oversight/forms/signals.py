from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField, offer
from thidua.modules.organisations.api import Actor, organisation_choices
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.detectors import TABLE, Detector
from thidua.modules.oversight.models import SignalState


class SignalFilter(FilterForm):
    dau_hieu = forms.ChoiceField(label=_("Sign"))
    don_vi = RowField(Organisation.objects.none(), label=_("Unit"), empty_label=_("all"))
    trang_thai = forms.ChoiceField(label=_("State"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "don_vi", organisation_choices(actor))
        signs: Any = self.fields["dau_hieu"]
        signs.choices = [("", _("all")), *((one.code, one.title) for one in TABLE)]
        states: Any = self.fields["trang_thai"]
        states.choices = [("", _("still open")), *SignalState.choices, ("gone", _("no longer found"))]


class ReasonForm(Form):
    reason = forms.CharField(
        label=_("What is said"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ThresholdForm(Form):
    """Tried with the button “See what it would find” first."""

    value = forms.IntegerField(label=_("Threshold"), min_value=0, max_value=100_000)
    is_off = forms.BooleanField(label=_("switched off"), required=False)
    since = forms.DateField(label=_("Since"))
    basis = forms.CharField(label=_("Why, by which paper"), max_length=200)

    def __init__(self, *args: Any, detector: Detector, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].help_text = str(detector.threshold_label)
