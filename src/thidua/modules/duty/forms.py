from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.duty.models import Side
from thidua.modules.duty.parts import Mark, Month


class NoneForm(Form):
    """There was none, and why."""

    sides = forms.MultipleChoiceField(
        label=_("There was none"), choices=Side, widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, month: Month, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marks = {Side.OWN: month.own, Side.UPWARD: month.upward}
        free = [side for side, mark in marks.items() if mark not in (Mark.COMMENDED, Mark.PROPOSED)]
        field: Any = self.fields["sides"]
        field.choices = [(side.value, side.label) for side in free]
        field.initial = [side.value for side in free]
