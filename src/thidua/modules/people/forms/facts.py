from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.organisations.models import Period
from thidua.modules.people.kinds import DisciplineKind, LeaveKind, MatterKind, StudyResult

BLANK: tuple[str, str] = ("", "—")


def year_field(**options: Any) -> forms.IntegerField:
    return forms.IntegerField(label=_("Year"), min_value=1950, max_value=2100, **options)


class DisciplineForm(Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=DisciplineKind.choices)
    decided_on = forms.DateField(label=_("Decided on"))
    until = forms.DateField(label=_("In effect until"), required=False)
    decision = forms.CharField(label=_("By decision"), max_length=120)


class LeaveForm(Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=LeaveKind.choices)
    year = year_field()
    months = forms.IntegerField(label=_("Months"), min_value=0, max_value=12, required=False)
    n_days = forms.IntegerField(label=_("Number of working days"), min_value=0, max_value=366, required=False)
    result = forms.ChoiceField(
        label=_("Result of study"), choices=[BLANK, *StudyResult.choices], required=False
    )
    rules_obeyed = forms.NullBooleanField(label=_("Obeyed the rules of the school"), required=False)


class TrainingForm(Form):
    year = year_field()
    basis = forms.CharField(label=_("Paper that recognises it"), max_length=200)


class MatterForm(Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=MatterKind.choices)
    since = forms.DateField(label=_("Since"))
    basis = forms.CharField(
        label=_("Paper"), max_length=200, help_text=_("By which it was accepted for handling (thụ lý).")
    )


class CloseMatterForm(Form):
    until = forms.DateField(label=_("Closed on"))
    is_cleared = forms.BooleanField(label=_("Without fault"), required=False)


class HeadCountForm(Form):
    period = forms.ModelChoiceField(Period.objects.none(), label=_("Period"))
    n_members = forms.IntegerField(label=_("Members"), min_value=1, max_value=1_000_000)
    n_warned = forms.IntegerField(
        label=_("Disciplined with a warning or more"), min_value=0, initial=0, max_value=1_000_000
    )
    n_ldtt = forms.IntegerField(label=_("With LĐTT"), min_value=0, required=False, max_value=1_000_000)
    n_cstdcs = forms.IntegerField(label=_("With CSTĐCS"), min_value=0, required=False, max_value=1_000_000)
    all_completed = forms.NullBooleanField(label=_("Everyone completed the tasks"), required=False)

    def __init__(self, *args: Any, periods: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].queryset = periods  # type: ignore[attr-defined]
