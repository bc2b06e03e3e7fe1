from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, RowField, offer
from thidua.modules.exchange.kinds import Happening, Scope
from thidua.modules.organisations.api import Actor, organisation_choices
from thidua.modules.organisations.models import Organisation


class TokenForm(Form):
    system_name = forms.CharField(
        label=_("Outside system"),
        max_length=120,
        help_text=_("As its owner calls it, for example: document system of the ward."),
    )
    contact = forms.CharField(
        label=_("Who answers for it there"), max_length=200, help_text=_("Name, agency, telephone.")
    )
    unit = RowField(
        Organisation.objects.none(),
        label=_("Unit whose data it reaches"),
        help_text=_("This unit and all below it; nothing else exists for the system."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"), choices=Scope, widget=forms.CheckboxSelectMultiple
    )
    last_day = forms.DateField(label=_("Last day"), help_text=_("At most one year from today."))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", organisation_choices(actor))
        self.fields["unit"].initial = actor.organisation_id


class RevokeForm(Form):
    reason = forms.CharField(label=_("Why it is revoked"), max_length=300)


class SubscriptionForm(Form):
    address = forms.CharField(
        label=_("Address that is told"),
        max_length=400,
        help_text=_("With https://, open to this server: each message is posted there."),
    )
    events = forms.MultipleChoiceField(
        label=_("Of what"), choices=Happening, widget=forms.CheckboxSelectMultiple
    )
