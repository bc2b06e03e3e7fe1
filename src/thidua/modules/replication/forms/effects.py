from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.foundation.forms import Form
from thidua.modules.replication.drafts import LessonDraft, MeasureDraft
from thidua.modules.replication.forms.numbers import ValueField
from thidua.modules.replication.models import Aim, LessonKind, Measure

BEFORE = ("name", "unit", "aim", "before", "before_on", "before_by", "before_source")
AFTER = ("after", "after_on", "after_by", "after_source")


class BeforeFields(Form):
    """An indicator as it stands before anything is changed."""

    name = forms.CharField(
        label=_("What is measured"),
        max_length=200,
        help_text=_("For example: share of households sorting waste."),
    )
    unit = forms.CharField(
        label=_("Unit of measurement"), max_length=40, help_text=_("%, days, persons, đồng …")
    )
    aim = forms.ChoiceField(label=_("What is better"), choices=Aim)
    before = ValueField(label=_("Value before"))
    before_on = forms.DateField(label=_("Measured on (before)"))
    before_by = forms.CharField(label=_("Who measured it (before)"), max_length=200)
    before_source = forms.CharField(
        label=_("Source of the value (before)"), max_length=200, help_text=_("Report, list, count, survey …")
    )

    def before_values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in BEFORE}


class MeasureForm(BeforeFields):
    after = ValueField(label=_("Value after"), required=False, help_text=_("May be entered later."))
    after_on = forms.DateField(label=_("Measured on (after)"), required=False)
    after_by = forms.CharField(label=_("Who measured it (after)"), max_length=200, required=False)
    after_source = forms.CharField(label=_("Source of the value (after)"), max_length=200, required=False)

    def __init__(self, *args: Any, measure: Measure | None = None, **kwargs: Any) -> None:
        if measure:
            kwargs.setdefault("initial", {name: getattr(measure, name) for name in BEFORE + AFTER})
        super().__init__(*args, **kwargs)

    def draft(self) -> MeasureDraft:
        return MeasureDraft(**self.before_values() | {name: self.cleaned_data[name] for name in AFTER})


class LessonForm(Form):
    kind = forms.ChoiceField(label=_("Kind of lesson"), choices=LessonKind)
    text = forms.CharField(label=_("The lesson"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))
    for_whom = forms.CharField(
        label=_("Useful for"),
        max_length=200,
        help_text=_("Which units can use it: residential groups, schools …"),
    )

    def draft(self) -> LessonDraft:
        return LessonDraft(**self.cleaned_data)
