from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField, offer
from thidua.modules.clusters.drafts import ClusterDraft
from thidua.modules.clusters.models import ClusterKind, ClusterMember, HeadRole, Running, YearState
from thidua.modules.organisations.models import Organisation, Period


class ClusterForm(Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=ClusterKind, initial=ClusterKind.BLOCK)
    running = forms.ChoiceField(
        label=_("How it is run"),
        choices=Running,
        help_text=_(
            "On paper: the city or another ward runs it. Here you enter its criteria, score, export and record the result."
        ),
    )
    authority = forms.CharField(label=_("Body that set it up"), max_length=200)
    paper_number = forms.CharField(label=_("Number of the paper"), max_length=80)
    paper_on = forms.DateField(label=_("Day of the paper"))
    since = forms.DateField(label=_("Since"))
    until = forms.DateField(label=_("Dissolved from"), required=False)
    note = forms.CharField(
        label=_("Note"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def draft(self) -> ClusterDraft:
        return ClusterDraft(**{name: v for name, v in self.cleaned_data.items() if name != "version"})


class MemberForm(Form):
    organisation = RowField(
        Organisation.objects.none(), label=_("Unit"), required=False, empty_label=_("not in the tree")
    )
    name = forms.CharField(
        label=_("Name on the list"),
        max_length=200,
        required=False,
        help_text=_("May stay empty for a unit of the tree."),
    )
    n_votes = forms.IntegerField(
        label=_("Votes in the ranking"), min_value=0, max_value=9, initial=1, help_text=_("Usually one.")
    )
    since = forms.DateField(label=_("Member since"))

    def __init__(self, *args: Any, units: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "organisation", units)


class EndForm(Form):
    until = forms.DateField(label=_("No longer from"))


class HeadForm(Form):
    member = RowField(ClusterMember.objects.none(), label=_("Member"))
    role = forms.ChoiceField(label=_("Task"), choices=HeadRole)
    since = forms.DateField(label=_("From day"))
    until = forms.DateField(label=_("Handed over on"))

    def __init__(self, *args: Any, members: QuerySet[ClusterMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "member", members)


class PeriodForm(Form):
    period = RowField(Period.objects.none(), label=_("Evaluation period"), label_column="label")

    def __init__(self, *args: Any, periods: QuerySet[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "period", periods)


class ClusterFilter(FilterForm):
    q = forms.CharField(label=_("Name, or who set it up"), max_length=100)
    chay = forms.ChoiceField(label=_("How it is run"), choices=[("", _("all")), *Running.choices])
    tinh_trang = forms.ChoiceField(
        label=_("State of the newest year"), choices=[("", _("all")), *YearState.choices]
    )
