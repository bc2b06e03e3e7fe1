from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form
from thidua.modules.accounts.models import User
from thidua.modules.appraisal.models import Finding


class ListFilter(FilterForm):
    q = forms.CharField(label=_("Dossier or unit"), max_length=100)


class ReceiveForm(Form):
    n_days = forms.IntegerField(label=_("Working days allowed"), min_value=1, max_value=200)
    days_basis = forms.CharField(
        label=_("By which rule"),
        max_length=200,
        help_text=_("The clock starts on the working day after today."),
    )


class AssignForm(Form):
    assignee = forms.ModelChoiceField(
        User.objects.none(), label=_("Assigned to"), required=False, empty_label=_("nobody yet")
    )

    def __init__(self, *args: Any, specialists: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = specialists  # type: ignore[attr-defined]


class CandidateForm(Form):
    finding = forms.ChoiceField(label=_("Conclusion"), choices=Finding.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)


class ConcludeForm(Form):
    conclusion = forms.CharField(
        label=_("Conclusion of the appraisal"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)
