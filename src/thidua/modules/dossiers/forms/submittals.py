from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import period_choices
from thidua.modules.organisations.models import Period


class GatherForm(Form):
    title = forms.CharField(label=_("Title of the submittal"), max_length=200)
    addressed_to = forms.CharField(label=_("Addressed to"), max_length=200)
    period = forms.ModelChoiceField(Period.objects.none(), label=_("Evaluation period"), required=False)
    dossiers = forms.ModelMultipleChoiceField(
        Dossier.objects.none(), label=_("Dossiers"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, dossiers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["period"].queryset = period_choices()
        fields["dossiers"].queryset = dossiers
        fields["dossiers"].label_from_instance = lambda row: f"{row.code} · {row.title} · {row.organisation}"
