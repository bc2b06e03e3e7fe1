from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.privacy.actions import RequestDraft
from thidua.modules.privacy.models import DataRequest, RequestKind, RequestWay


class RequestForm(Form):
    kind = forms.ChoiceField(label=_("What is requested"), choices=RequestKind)
    way = forms.ChoiceField(label=_("How it was asked"), choices=RequestWay)
    asked_by = forms.CharField(
        label=_("Who asks"),
        max_length=160,
        help_text=_("The person, or who acts for him and by which paper."),
    )
    received_on = forms.DateField(label=_("Asked on"))
    text = forms.CharField(
        label=_("What exactly is asked"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    is_proven = forms.BooleanField(
        label=_("Who asks has proved to be that person, or to act for him"), required=False
    )
    due_on = forms.DateField(label=_("To be answered by"), required=False)
    due_basis = forms.CharField(
        label=_("Provision that sets the day"),
        max_length=200,
        required=False,
        help_text=_("Article of the law or rule, as your authority applies it."),
    )

    def __init__(self, *args: Any, row: DataRequest | None = None, **kwargs: Any) -> None:
        if row:
            kwargs["initial"] = {name: getattr(row, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)

    def draft(self) -> RequestDraft:
        return RequestDraft(**self.cleaned_data)


class AnswerForm(Form):
    answer = forms.CharField(
        label=_("Answer"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What was done or said, with the number of the paper if there was one."),
    )
