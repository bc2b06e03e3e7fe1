from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, RowField
from thidua.modules.dossiers.drafts import Feat
from thidua.modules.organisations.api import Actor, organisation_choices
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.api import Identity

HONOURS = (("GK", "Giấy khen"), ("BK_TINH", "Bằng khen của Chủ tịch UBND cấp tỉnh"))


class FeatForm(Form):
    """A sudden feat on a phone: who, what, when, where, who confirms it."""

    organisation = RowField(Organisation.objects.none(), label=_("Unit or residential group"))
    name = forms.CharField(label=_("Who did it (full name)"), max_length=120)
    honorific = forms.CharField(label=_("Honorific"), max_length=20, required=False)
    birth_year = forms.IntegerField(label=_("Year of birth"), min_value=1900, max_value=2100, required=False)
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    achievement = forms.CharField(
        label=_("What was done"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a few lines, as it may stand on the certificate."),
    )
    deed_on = forms.DateField(label=_("Day"))
    deed_place = forms.CharField(label=_("Place"), max_length=200)
    confirmed_by = forms.CharField(
        label=_("Who confirms it"), max_length=200, help_text=_("Police, witnesses, the unit …")
    )
    honour = forms.ChoiceField(label=_("Proposal"), choices=HONOURS)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset = organisation_choices(actor)
        field.initial = actor.organisation_id

    def identity(self) -> Identity:
        names = ("name", "honorific", "birth_year", "address")
        return Identity(**{name: self.cleaned_data[name] for name in names})

    def feat(self) -> Feat:
        names = ("achievement", "deed_on", "deed_place", "confirmed_by", "honour")
        return Feat(**{name: self.cleaned_data[name] for name in names})
