from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.campaigns.drafts import AmendmentDraft
from thidua.modules.campaigns.forms.campaign import add_field
from thidua.modules.campaigns.forms.indicator import FigureField
from thidua.modules.campaigns.models import Campaign, Indicator


class AmendmentForm(Form):
    number = forms.CharField(
        label=_("Number of the amending paper"), max_length=60, help_text=_("The paper that amends the plan.")
    )
    on = forms.DateField(label=_("Day of the amending paper"))
    text = forms.CharField(
        label=_("What is amended, and why"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    last_day = forms.DateField(label=_("Last day"), required=False)

    def __init__(
        self, *args: Any, campaign: Campaign, indicators: Sequence[Indicator], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = indicators
        if campaign.until:
            self.fields["last_day"].initial = campaign.until - timedelta(days=1)
        for one in indicators:
            label = _("Target: %(name)s (%(unit)s)") % {"name": one.name, "unit": one.unit}
            target = FigureField(label=label, required=False, initial=one.target)
            add_field(self, f"target_{one.pk}", target)

    def draft(self) -> AmendmentDraft:
        said = self.cleaned_data
        targets = {one.pk: said.get(f"target_{one.pk}") for one in self.indicators}
        return AmendmentDraft(
            number=said["number"],
            on=said["on"],
            text=said["text"],
            last_day=said["last_day"],
            targets={pk: value for pk, value in targets.items() if value is not None},
        )
