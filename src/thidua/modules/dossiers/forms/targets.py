from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.foundation.forms import Form, RowField, offer
from thidua.modules.dossiers.drafts import TargetDraft
from thidua.modules.organisations.api import Actor, organisation_choices
from thidua.modules.organisations.models import Organisation


class TargetForm(Form):
    unit = RowField(
        Organisation.objects.none(), label=_("For the unit, and those below it"), empty_label=None
    )
    honour = forms.ChoiceField(label=_("Honour"), required=False)
    percent = forms.IntegerField(label=_("Direct workers at least, %"), min_value=1, max_value=100)
    since = forms.DateField(label=_("Since"))
    basis = forms.CharField(label=_("By which paper"), max_length=200, required=False)
    is_printed = forms.BooleanField(label=_("Write the share in the submittal (tờ trình)"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", organisation_choices(actor))
        known = [row for row in law.catalogue().values() if "individual" in row.recipient]
        field: Any = self.fields["honour"]
        field.choices = [
            ("", _("all honours of a file together")),
            *((row.code, row.name_vi) for row in reversed(known) if row.exists_on(actor.on)),
        ]

    def draft(self) -> TargetDraft:
        return TargetDraft(**self.cleaned_data)
