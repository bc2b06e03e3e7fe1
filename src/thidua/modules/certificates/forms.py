from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField, offer
from thidua.modules.certificates.models import Certificate, Receiver, Why
from thidua.modules.certificates.wording import Wording
from thidua.modules.organisations.models import Organisation

HONORIFICS = _("Ông, Bà, Cháu, Em, Cụ, Đồng chí, a rank, “Gia đình ông”; empty for a collective.")


class CertificateFilter(FilterForm):
    q = forms.CharField(label=_("Name, unit or decision"), max_length=100)
    don_vi = RowField(Organisation.objects.none(), label=_("Unit"), empty_label=_("all"))

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "don_vi", units)

    def filters(self) -> dict[str, Any]:
        names = {"q": "words", "don_vi": "organisation"}
        return {names[name]: value for name, value in self.chosen().items()}


class WordingForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    verb = forms.CharField(label=_("First line (TẶNG, TRUY TẶNG…)"), max_length=40)
    award = forms.CharField(label=_("Name of the award"), max_length=160)
    honorific = forms.CharField(label=_("Honorific"), max_length=30, required=False, help_text=HONORIFICS)
    name = forms.CharField(label=_("Name as printed"), max_length=200)
    description = forms.CharField(label=_("Post, unit or address"), max_length=330, required=False)
    merit = forms.CharField(
        label=_("Text of the merit (“Đã có thành tích…”)"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kept_reason = forms.CharField(
        label=_("Why a difference is kept"),
        max_length=300,
        required=False,
        help_text=_(
            "Only where the certificate is right although it differs from the register or the record."
        ),
    )

    def wording(self) -> Wording:
        given = self.cleaned_data
        return Wording(**{name: given[name] for name in Wording.__dataclass_fields__})


def initial_of(row: Certificate) -> dict[str, Any]:
    return {name: getattr(row, name) for name in WordingForm.base_fields}


class HandOverForm(Form):
    on = forms.DateField(label=_("Given on"))
    receiver = forms.ChoiceField(label=_("Received by"), choices=Receiver.choices)
    to = forms.CharField(
        label=_("Name of the receiver"),
        max_length=160,
        required=False,
        help_text=_("Only where somebody else received it."),
    )
    note = forms.CharField(label=_("Where, on what occasion"), max_length=200, required=False)


class ReplaceForm(Form):
    why = forms.ChoiceField(
        label=_("Why issued anew"), choices=[one for one in Why.choices if one[0] != Why.FIRST]
    )
    reason = forms.CharField(
        label=_("What happened, by which request"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class HandOverManyForm(Form):
    on = forms.DateField(label=_("Given on"))
    note = forms.CharField(label=_("Where, on what occasion"), max_length=200, required=False)


class ProofForm(Form):
    file = forms.FileField(
        label=_("The list as the head of the unit has signed it"),
        required=False,
        help_text=_("PDF, or a picture of it."),
    )
    remark = forms.CharField(
        label=_("What is wrong, and how it is written rightly"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CodeForm(Form):
    ma = forms.CharField(
        label=_("Code on the certificate"),
        max_length=40,
        help_text=_("Sixteen letters and figures in the lower left corner, for example 7K2M-9QXA-03CV-HT5W."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
