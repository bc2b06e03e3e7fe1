from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import FilterForm, Form, RowField, offer
from thidua.modules.organisations.api import Actor, organisation_choices
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.actions import RemedyDraft
from thidua.modules.oversight.models import RemedyPlan, ShortcomingState


def _area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class RemedyForm(Form):
    title = forms.CharField(label=_("Shortcoming"), max_length=300)
    organisation = RowField(Organisation.objects.none(), label=_("Unit concerned"))
    cause = forms.CharField(label=_("Cause"), max_length=4_000, widget=_area())
    measure = forms.CharField(label=_("Measure to remedy it"), max_length=4_000, widget=_area())
    owner = RowField(Organisation.objects.none(), label=_("Unit that remedies it"))
    owner_post = forms.CharField(
        label=_("Post in charge"), max_length=120, required=False, help_text=_("A post, not a name.")
    )
    due_on = forms.DateField(label=_("To be remedied by"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("organisation", "owner"):
            offer(self, name, organisation_choices(actor))

    def draft(self) -> RemedyDraft:
        return RemedyDraft(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class RemedyFilter(FilterForm):
    don_vi = RowField(Organisation.objects.none(), label=_("Unit"), empty_label=_("all"))
    trang_thai = forms.ChoiceField(label=_("State"), choices=[("", _("all")), *ShortcomingState.choices])

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "don_vi", organisation_choices(actor))


class NoteForm(Form):
    text = forms.CharField(label=_("What has been done about it"), max_length=4_000, widget=_area())


class ProofForm(Form):
    label = forms.CharField(label=_("What it shows"), max_length=200, required=False)
    file = forms.FileField(label=_("File"), required=False)
    link = forms.CharField(label=_("or a link"), max_length=200, required=False)


class PlanForm(Form):
    title = forms.CharField(label=_("Title of the plan"), max_length=300)
    aim = forms.CharField(label=_("Aim and requirements"), max_length=20_000, required=False, widget=_area(5))
    carrying_out = forms.CharField(
        label=_("How it is carried out"), max_length=20_000, required=False, widget=_area(5)
    )
    number = forms.CharField(
        label=_("Number of the plan"),
        max_length=60,
        required=False,
        help_text=_("As the authority's own document system gave it."),
    )
    issued_on = forms.DateField(label=_("Day of the plan"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, plan: RemedyPlan, **kwargs: Any) -> None:
        names = ("title", "aim", "carrying_out", "number", "issued_on", "version")
        kwargs.setdefault("initial", {name: getattr(plan, name) for name in names})
        super().__init__(*args, **kwargs)
