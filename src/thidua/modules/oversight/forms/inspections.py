from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form, RowField, offer
from thidua.foundation.templatetags.ui import last_day
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Actor, organisation_choices
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.actions import FindingDraft, InspectionDraft
from thidua.modules.oversight.models import (
    FindingKind,
    Inspection,
    InspectionItem,
    InspectionKind,
    InspectionPlan,
    ItemResult,
)
from thidua.modules.oversight.states import OFFICER

NAMES = ("title", "team", "since", "begins_on", "ends_on", "n_sampled", "kind", "version")


def _area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class InspectionForm(Form):
    """A unit that inspects itself is not asked which unit, nor which kind."""

    organisation = RowField(Organisation.objects.none(), label=_("Unit inspected"))
    kind = forms.ChoiceField(label=_("Kind of inspection"), choices=InspectionKind)
    title = forms.CharField(label=_("What is inspected"), max_length=300)
    since = forms.DateField(label=_("Records from"))
    last_on = forms.DateField(label=_("Records to"))
    begins_on = forms.DateField(label=_("First day of work"))
    ends_on = forms.DateField(label=_("Last day of work"))
    team = forms.CharField(
        label=_("Team, one a line: name, post; the head first"),
        max_length=2_000,
        required=False,
        widget=_area(),
    )
    n_sampled = forms.IntegerField(label=_("Dossiers in the sample"), min_value=0, max_value=200, initial=5)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, row: Inspection | None = None, **kwargs: Any) -> None:
        if row is not None:
            known = {name: getattr(row, name) for name in NAMES}
            known |= {"organisation": row.organisation_id, "last_on": last_day(row.until)}
            kwargs.setdefault("initial", known)
        super().__init__(*args, **kwargs)
        self.actor = actor
        offer(self, "organisation", organisation_choices(actor))
        if not actor.has(*OFFICER):
            self.fields["organisation"].initial = actor.organisation_id
            kind: Any = self.fields["kind"]
            kind.choices = [(InspectionKind.SELF.value, InspectionKind.SELF.label)]

    def draft(self) -> InspectionDraft:
        said = {
            name: value for name, value in self.cleaned_data.items() if name not in {"version", "last_on"}
        }
        return InspectionDraft(**said, until=self.cleaned_data["last_on"] + timedelta(days=1))


class ExamineForm(Form):
    result = forms.ChoiceField(label=_("Result"), choices=ItemResult)
    note = forms.CharField(label=_("Note"), max_length=500, required=False)


class FindingForm(Form):
    kind = forms.ChoiceField(label=_("Kind of finding"), choices=FindingKind)
    text = forms.CharField(label=_("Finding"), max_length=4_000, widget=_area())
    item = forms.ModelChoiceField(InspectionItem.objects.none(), label=_("Item of the list"), required=False)
    dossier = RowField(
        Dossier.objects.none(), label=_("Dossier"), required=False, label_column="code", empty_label="—"
    )
    entry_place = forms.CharField(
        label=_("Record concerned (number in the register, decision)"), max_length=120, required=False
    )
    recommendation = forms.CharField(
        label=_("Recommendation"), max_length=4_000, required=False, widget=_area(2)
    )
    due_on = forms.DateField(label=_("To be carried out by"), required=False)

    def __init__(self, *args: Any, inspection: Inspection, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items: Any = self.fields["item"]
        items.queryset = inspection.items.order_by("place")
        items.label_from_instance = lambda one: one.text
        sent = Dossier.objects.filter(organisation=inspection.organisation_id, sent_on__isnull=False)
        offer(self, "dossier", sent.order_by("-sent_on", "-pk"))

    def draft(self) -> FindingDraft:
        return FindingDraft(**self.cleaned_data)


class ConclusionForm(Form):
    conclusion = forms.CharField(label=_("Conclusion"), max_length=20_000, widget=_area(6), required=False)
    number = forms.CharField(label=_("Number of the conclusion"), max_length=60, required=False)
    concluded_on = forms.DateField(label=_("Day of the conclusion"), required=False)


class YearPlanForm(Form):
    aim = forms.CharField(label=_("Aim and requirements"), max_length=20_000, required=False, widget=_area(5))
    carrying_out = forms.CharField(
        label=_("How it is carried out"), max_length=20_000, required=False, widget=_area(5)
    )
    number = forms.CharField(label=_("Number of the plan"), max_length=60, required=False)
    issued_on = forms.DateField(label=_("Day of the plan"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, plan: InspectionPlan, **kwargs: Any) -> None:
        names = ("aim", "carrying_out", "number", "issued_on", "version")
        kwargs.setdefault("initial", {name: getattr(plan, name) for name in names})
        super().__init__(*args, **kwargs)


class StepForm(Form):
    reason = forms.CharField(label=_("Note of the step"), max_length=2_000, required=False, widget=_area(2))


class GatherForm(Form):
    """The records of a period, for those who inspect."""

    since = forms.DateField(label=_("Records from"))
    last_on = forms.DateField(label=_("Records to"))
